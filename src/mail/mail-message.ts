import type MailComposer from 'nodemailer/lib/mail-composer';
import type { Letter } from './letter.ts';
import { letterHtml } from './letter-html.ts';
import { letterText } from './letter-text.ts';
import type { Sender } from './letter-words.ts';

/** What nodemailer is told to send. */
export type MailMessage = NonNullable<ConstructorParameters<typeof MailComposer>[0]> & {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
};

/**
 * A letter as a message, the same in every attempt: whoever gets it twice can know it by its id.
 * RFC 5322 §3.6.4; RFC 3834 §5 for `Auto-Submitted`, so that no absence note answers it.
 */
export function mailMessage(letter: Letter, sender: Sender, id: string): MailMessage {
  const { to, subject, language, replyTo } = letter;
  return {
    messageId: `<${id}@${new URL(sender.base).hostname}>`,
    from: { name: sender.title, address: sender.from },
    to: { name: '', address: to },
    subject,
    text: letterText(letter, sender),
    html: letterHtml(letter, sender),
    ...(replyTo === undefined ? {} : { replyTo: { name: '', address: replyTo } }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

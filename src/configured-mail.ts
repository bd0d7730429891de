import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type LetterFolder, letterFolder } from './mail/letter-folder.ts';
import type { Sender } from './mail/letter-words.ts';
import type { MailTransport } from './mail/mail-transport.ts';
import { smtpTransport } from './mail/smtp-transport.ts';

/** How letters leave, by the settings. */
export interface ConfiguredMail {
  readonly transport: MailTransport;
  readonly sender: Sender;
  /** Where they lie when there is no mail server. */
  readonly folder: LetterFolder | undefined;
  close(): Promise<void>;
}

/** A mail server, or a folder in the data folder; where nothing is kept, a folder that goes when it is closed. */
export function configuredMail(
  config: Config,
  { memory = false }: { readonly memory?: boolean } = {},
): ConfiguredMail {
  const { smtpUrl, title, base, contact, mailFrom: from } = config;
  const sender = { title, base, contact, from };
  if (smtpUrl !== undefined) {
    return {
      transport: smtpTransport(smtpUrl),
      sender,
      folder: undefined,
      close: async () => undefined,
    };
  }
  const path = memory
    ? join(tmpdir(), `datatorget-mail-${randomUUID()}`)
    : join(config.data, 'mail');
  const folder = letterFolder(path);
  return {
    transport: folder,
    sender,
    folder,
    close: async () => {
      if (memory) await rm(path, { recursive: true, force: true });
    },
  };
}

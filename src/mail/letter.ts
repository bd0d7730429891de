import type { Outbox } from '../jobs/job-request.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';

/** A letter as those who write it see it: words in their order, no markup. It is sent as text and as HTML of the same words. */
export interface Letter {
  /** E-mail address. */
  readonly to: string;
  readonly language: UserLanguage;
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  /** Where answers go, when not to the site's own address. */
  readonly replyTo?: string;
}

export type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  /** The one thing to do, shown as a button with its address in full below. */
  | { readonly kind: 'action'; readonly label: string; readonly href: string }
  /** Words of somebody else, shown as theirs. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] };

/** Queues a letter, to be sent when the transaction has committed. */
export function post(outbox: Outbox, letter: Letter): Promise<void> {
  // A letter holds nothing but JSON.
  return outbox.enqueue({ kind: 'mail', payload: letter as unknown as JsonObject });
}

/**
 * One fault in a document: which rule, how bad, where, and in two languages what to do about it.
 * An issue is a value that judgements return; it is never thrown.
 */

/** The two languages that every text of ours is written in. */
export type UserLanguage = 'sv' | 'en';

/** A text of ours in both languages. */
export type Localized = Readonly<Record<UserLanguage, string>>;

/** How bad: an error keeps a record from publication, a warning and a hint never block. */
export type Level = 'error' | 'warning' | 'info';

export interface Issue {
  /** The rule's stable code: `V001`…`V035` of the profile, or a word for the form of the JSON such as `unknown-property`. */
  readonly rule: string;
  readonly level: Level;
  /** What an error keeps from happening; a fault in the form of the JSON cannot even be stored as a draft. */
  readonly blocks: 'storing' | 'publishing' | 'nothing';
  /** RFC 6901 JSON Pointer into the record, `''` for the whole. */
  readonly pointer: string;
  /** What is wrong and what to do. */
  readonly message: Localized;
}

/** A JSON Pointer made of its unescaped steps. RFC 6901 §3. */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

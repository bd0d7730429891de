import { describe, type Rules, type Subject } from '../../catalog/describe.ts';
import type { Issue } from '../../kernel/issue.ts';
import { type JudgingDocument, judgementFrom } from '../../profile/judging-document.ts';
import type { Judgement } from '../../profile/profile.ts';
import type { NodeObject, RecordContent } from '../../profile/record.ts';

/** The server's judgement, in the browser: the same files compiled by the same lines. */
export interface Judge extends Judgement {
  /** The record as it would be stored, and everything that there is to say about it. */
  judge(record: NodeObject): { readonly content: RecordContent; readonly issues: readonly Issue[] };
}

/** What the page says of the record that it is about. */
export interface JudgedSubject extends Subject {
  readonly base: Rules['base'];
}

/** Compiles the document. @throws Error when it is not one of ours. */
export function judgeFrom(document: JudgingDocument, { base, ...subject }: JudgedSubject): Judge {
  const profile = judgementFrom(document);
  return { ...profile, judge: (record) => describe({ profile, base }, subject, record) };
}

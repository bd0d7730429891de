import type { FailureCode } from '../kernel/errors.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import type { Budgets } from './budgets.ts';
import type { DocumentSource } from './document-source.ts';
import type { GraphColumns } from './graph.ts';
import type { ParseOptions } from './parse-document.ts';
import type { Contexts } from './parse-jsonld.ts';
import type { PatchRequest } from './patch-record.ts';

/** What the reader's two sides say to each other. */

/** What the thread is given when it starts. */
export interface ReaderThreadData {
  readonly schemas: string;
  readonly vocabularies: string;
  readonly contexts: Contexts;
}

/** One job for the thread; it does one at a time. */
export type ReaderJob =
  | {
      readonly kind: 'parse' | 'read';
      readonly source: DocumentSource;
      readonly options: ParseOptions;
      readonly budgets: Budgets;
    }
  | { readonly kind: 'patch'; readonly request: PatchRequest; readonly budgets: Budgets }
  /** The receiver has taken a batch and wants the next. */
  | { readonly kind: 'next' };

/** What the thread answers; records travel as JSON text, which is quicker than a structured clone. */
export type ReaderReply =
  | { readonly kind: 'batch'; readonly json: string }
  | { readonly kind: 'read'; readonly json: string }
  | { readonly kind: 'parsed'; readonly columns: GraphColumns; readonly notes: readonly Issue[] }
  | {
      readonly kind: 'refused';
      readonly code: FailureCode;
      readonly detail: Localized;
      readonly issues: readonly Issue[];
    }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string | undefined };

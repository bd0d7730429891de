import type { Issue, Localized } from './issue.ts';

/**
 * Expected refusals. A code is public and never renamed; its HTTP status and its page stand in one table at the edge.
 * Any other error is a fault of ours: logged once, answered 500 without detail.
 */
export type FailureCode =
  | 'invalid-record'
  | 'invalid-document'
  | 'document-too-large'
  | 'not-authenticated'
  | 'not-permitted'
  | 'not-found'
  | 'gone'
  | 'name-taken'
  | 'iri-taken'
  | 'name-frozen'
  | 'iri-frozen'
  | 'version-conflict'
  | 'state-conflict'
  | 'precondition-required'
  | 'still-in-use'
  | 'idempotency-conflict'
  | 'busy';

/** A refusal that the caller can understand and mend. Throwing it inside `transact` rolls everything back. */
export class CatalogError extends Error {
  readonly code: FailureCode;
  readonly issues: readonly Issue[];
  /** What happened, for the reader; undefined when it was only said in English. */
  readonly detail: Localized | undefined;

  constructor(
    code: FailureCode,
    message: string | Localized,
    options: { readonly issues?: readonly Issue[]; readonly cause?: unknown } = {},
  ) {
    super(
      typeof message === 'string' ? message : message.en,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = 'CatalogError';
    this.code = code;
    this.detail = typeof message === 'string' ? undefined : message;
    this.issues = options.issues ?? [];
  }
}

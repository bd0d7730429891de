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
  | 'proof-required'
  | 'not-found'
  | 'gone'
  | 'name-taken'
  | 'iri-taken'
  | 'name-frozen'
  | 'iri-frozen'
  | 'version-conflict'
  | 'state-conflict'
  | 'last-administrator'
  | 'precondition-required'
  | 'declaration-required'
  | 'approval-required'
  | 'still-in-use'
  | 'idempotency-conflict'
  | 'busy'
  | 'storage-full'
  | 'service-unavailable';

/** A refusal that the caller can understand and mend. Throwing it inside `transact` rolls everything back. */
export class CatalogError extends Error {
  readonly code: FailureCode;
  /** What happened and what to do, in both languages. */
  readonly detail: Localized;
  readonly issues: readonly Issue[];

  constructor(
    code: FailureCode,
    detail: Localized,
    options: { readonly issues?: readonly Issue[]; readonly cause?: unknown } = {},
  ) {
    super(detail.en, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'CatalogError';
    this.code = code;
    this.detail = detail;
    this.issues = options.issues ?? [];
  }
}

import type { Kind, State } from '../catalog/resource.ts';
import type { FailureCode } from '../kernel/errors.ts';
import type { Iri } from '../kernel/iri.ts';
import type { Issue, Localized } from '../kernel/issue.ts';

/** What became of one record of an imported document. */
export interface ImportEntry {
  readonly kind: Kind;
  /** The record's name here; missing when it was refused before it got one. */
  readonly name?: string;
  readonly iri?: Iri;
  /** In which state it is now. */
  readonly state?: State;
  /** Why it was refused: a problem's code, and in words. */
  readonly code?: FailureCode;
  readonly reason?: Localized;
  /** What reading mended and what the profile remarks, each with its place; of an unchanged record only the former. */
  readonly issues: readonly Issue[];
}

/** Where each record of a document ends up: in exactly one of these. */
export type ImportList = 'added' | 'updated' | 'unchanged' | 'removed' | 'refused';

/**
 * What an import did, or with `dryRun` would do. `removed` holds what was withdrawn because the document no longer has it.
 */
export interface ImportReport extends Readonly<Record<ImportList, readonly ImportEntry[]>> {
  readonly dryRun: boolean;
  /** Faults of the document as a whole. */
  readonly notes: readonly Issue[];
}

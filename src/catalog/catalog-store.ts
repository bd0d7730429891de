import type { AuditTrail } from '../audit/audit-event.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { Iri } from '../kernel/iri.ts';
import type { PublishingRules } from './publishing-rules.ts';
import type { Change, Kind, Resource, State, Version } from './resource.ts';
import type { Signature } from './signature.ts';

/**
 * The port to where records live. `test/contract/catalog-store.ts` says what every adapter owes; both SQLite and
 * MySQL/MariaDB run it on the real thing. Names, IRIs and digests compare byte by byte on both.
 */

/** Ids of organisations, or `'*'` for all. */
export type DraftOwners = '*' | readonly string[];

/** Which records a list holds. Lists are walked by key, never by offset, in the order of `id` (that is, of creation). */
export interface ListQuery {
  readonly kinds: readonly Kind[];
  /** Owner's id. */
  readonly organization?: string;
  readonly states: readonly State[];
  /** Drafts are only listed for these owners, published and withdrawn for everybody. Default: nobody's. */
  readonly draftsOf?: DraftOwners;
  /** The last id of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** A record as much as a list of links needs. */
export interface ResourceKey {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  readonly iri: Iri;
}

/** A record as stored: its content is the JSON text itself, so that serving it costs no parsing. */
export interface StoredResource extends Omit<Resource, 'content'> {
  readonly contentText: string;
}

export interface CatalogReader {
  find(kind: Kind, name: string): Promise<Resource | undefined>;
  /** As `find`, with the content unparsed. */
  findText(kind: Kind, name: string): Promise<StoredResource | undefined>;
  findById(id: string): Promise<Resource | undefined>;
  findByIri(iri: Iri): Promise<Resource | undefined>;
  /** Those of the IRIs that are records, in no particular order; at most 500 IRIs a call. */
  findManyByIri(iris: readonly Iri[]): Promise<readonly Resource[]>;
  list(query: ListQuery): Promise<readonly Resource[]>;
  listKeys(query: ListQuery): Promise<readonly ResourceKey[]>;
  count(query: Omit<ListQuery, 'after' | 'limit'>): Promise<number>;
  /** The id of every so-manieth record: the last ones of all full pages of that size. */
  pageEnds(query: Omit<ListQuery, 'after' | 'limit'>, size: number): Promise<readonly string[]>;
  /** Newest first; `before` is exclusive. */
  versions(
    id: string,
    page: { readonly before?: number; readonly limit: number },
  ): Promise<readonly Version[]>;
  version(id: string, version: number): Promise<Version | undefined>;
  /** Changes with a revision above the given one, in order. */
  changesAfter(revision: number, limit: number): Promise<readonly Change[]>;
  /** The newest revision of all, 0 before the first change. */
  revision(): Promise<number>;
  /** The revision of the last change to anything published of this organisation: what its entity tags are made of. */
  organizationRevision(organization: string): Promise<number>;
  /** What the organisation (its id) demands of its publications; `noRules` when it has said nothing. */
  rulesOf(organization: string): Promise<PublishingRules>;
}

/** What a change of state or content is kept with. */
export interface Save {
  readonly resource: Omit<Resource, 'organizationName' | 'revision'>;
  readonly author: Signature;
  readonly reason: string | null;
  /** Goes into the change log; undefined for what nobody but the owner sees. */
  readonly announce: 'create' | 'update' | 'delete' | undefined;
}

export interface CatalogTransaction extends CatalogReader, AuditTrail, Outbox {
  /**
   * Saves a record and its version, and announces it when asked to. Version 1 inserts; a later one replaces exactly the version before it.
   * @returns the record as now stored, with its revision
   * @throws CatalogError `name-taken`, `iri-taken`; `version-conflict` when the stored version is not the one before.
   */
  save(save: Save): Promise<Resource>;
  /**
   * Deletes a record that was never published, with all its versions.
   *
   * @throws CatalogError `version-conflict`; `state-conflict` when it was published; `still-in-use` for an organisation that others belong to.
   */
  remove(id: string, version: number): Promise<void>;
  /**
   * Deletes an organisation with everything it owns: records of every state, their versions, what is written on
   * them, its members, tokens, templates, use and scores. What was public is announced as deleted; the log and the audit keep what
   * they have told.
   * @returns how many records went, the organisation itself among them
   */
  purge(organization: string, now: Date): Promise<number>;
  /** What an idempotency key was used for, or undefined. Keys are forgotten after 24 hours. */
  recall(
    key: string,
    now: Date,
  ): Promise<{ readonly fingerprint: string; readonly resource: string } | undefined>;
  /** Remembers what a key was used for. @throws CatalogError `idempotency-conflict` when it is there already. */
  remember(
    key: string,
    use: { readonly fingerprint: string; readonly resource: string; readonly at: Date },
  ): Promise<void>;
}

export interface CatalogStore extends CatalogReader {
  /**
   * Runs the work in one transaction that commits when it returns and is rolled back when it throws. Writers queue; work
   * may only use the `tx` it is handed, and has no other effects: the victim of a deadlock is rolled back and run again.
   *
   * @throws CatalogError `busy` when too much waits; Error when the store itself is used inside.
   */
  transact<T>(work: (tx: CatalogTransaction) => Promise<T>): Promise<T>;
  /** Runs the work over one unchanging view of the store, without keeping writers waiting. */
  snapshot<T>(work: (reader: CatalogReader) => Promise<T>): Promise<T>;
  /** Answers when the store does. @throws when it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

import type { CatalogTransaction } from './catalog-store.ts';
import type { PublishingRules } from './publishing-rules.ts';
import type { Signature } from './signature.ts';
import type { EditingReader, EditingWriter } from './working-copy.ts';

/**
 * The port to what surrounds a publication: an organisation's rules, who approved, changes to many records that can be taken
 * back, and the look of an organisation.
 */
export interface PublishingReader {
  /** Who approved the version; undefined when nobody had to. */
  approvalOf(resource: string, version: number): Promise<Approval | undefined>;
  /** Who approved which of a record's versions, newest first. */
  approvalsOf(resource: string): Promise<readonly Approval[]>;
  bulkChange(id: string): Promise<BulkChange | undefined>;
  /** Of one organisation, newest first, without their records. */
  bulkChanges(organization: string, limit: number): Promise<readonly BulkChange[]>;
  logotypeOf(organization: string): Promise<Logotype | undefined>;
  /** By the names of the organisations that have one. */
  logotypes(): Promise<ReadonlyMap<string, LogotypeFacts>>;
  /** `#rrggbb`, or null when none is set. */
  colourOf(organization: string): Promise<string | null>;
}

export interface PublishingTransaction
  extends PublishingReader,
    CatalogTransaction,
    EditingReader,
    EditingWriter {
  saveRules(organization: string, rules: PublishingRules): Promise<void>;
  keepApproval(resource: string, approval: Approval): Promise<void>;
  /** Forgets approvals of that version and later ones: what they were of has changed. */
  dropApprovals(resource: string, from: number): Promise<void>;
  keepBulkChange(change: BulkChange): Promise<void>;
  /** @returns whether it was there and not undone yet */
  markUndone(id: string, by: Signature, at: string): Promise<boolean>;
  /** Forgets those made before that time. @returns how many */
  forgetBulkChanges(before: string): Promise<number>;
  saveLogotype(logotype: Logotype): Promise<void>;
  /** @returns whether there was one */
  dropLogotype(organization: string): Promise<boolean>;
  saveColour(organization: string, colour: string | null): Promise<void>;
}

export interface PublishingStore extends PublishingReader, EditingReader {
  /** As `CatalogStore.transact`, over records, copies and all of this at once. */
  transact<T>(work: (tx: PublishingTransaction) => Promise<T>): Promise<T>;
}

/** Four eyes: somebody asked, somebody else approved. */
export interface Approval {
  /** The version that it is of. */
  readonly version: number;
  readonly askedBy: Signature;
  readonly approvedBy: Signature;
  /** ISO 8601. */
  readonly at: string;
}

/** Many records changed at once, and what was there before: kept for thirty days, to be undone as a whole. */
export interface BulkChange {
  readonly id: string;
  /** Id of the organisation. */
  readonly organization: string;
  readonly action: BulkAction;
  /** The property that was changed; null where it was not one. */
  readonly property: string | null;
  readonly by: Signature;
  readonly at: string;
  readonly undone: { readonly by: string; readonly at: string } | null;
  readonly count: number;
  /** Empty in lists. */
  readonly records: readonly BulkRecord[];
}

export type BulkAction = 'property' | 'publish' | 'withdraw' | 'move' | 'import';

export interface BulkRecord {
  /** Id of the record. */
  readonly resource: string;
  /** The version before, 0 when it was made by the change; and after. */
  readonly before: number;
  readonly after: number;
  /** Id of the organisation that it was moved from; null when it was not. */
  readonly from: string | null;
}

/** What is known of an organisation's picture without the picture. */
export interface LogotypeFacts {
  /** Id of the organisation. */
  readonly organization: string;
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
  /** What stands in the picture, in words. */
  readonly alternative: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The picture that an organisation is known by, made by us of what it sent: PNG without anything but pixels. */
export interface Logotype extends LogotypeFacts {
  readonly png: Uint8Array;
  readonly saved: string;
}

import type { AuditTrail } from '../audit/audit-event.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { DistributionFile, FileState } from './distribution-file.ts';

/** Finding files. */
export interface FileReader {
  find(id: string): Promise<DistributionFile | undefined>;
  /**
   * The file of a distribution that the world gets: the newest whose result has the checksum (SHA-1) that a description gives, or the
   * newest of all that are ready when it gives none.
   */
  ready(distribution: string, checksum?: string): Promise<DistributionFile | undefined>;
  /** Of one dataset, newest first; what is discarded is left out. */
  ofDataset(resource: string): Promise<readonly DistributionFile[]>;
  /** Those that are ready and follow the standard in any version, newest first. */
  following(standard: string): Promise<readonly DistributionFile[]>;
}

/** What work inside one transaction may do. */
export interface FileTransaction extends FileReader, AuditTrail, Outbox {
  /** Adds a file, of revision 1. */
  add(file: DistributionFile): Promise<void>;
  /** Replaces exactly the revision before. @throws CatalogError `version-conflict` when another is stored. */
  replace(file: DistributionFile): Promise<void>;
  /** Forgets a file that nobody has decided to keep. */
  remove(id: string): Promise<void>;
  /** Ids of the files that are to be forgotten by the time (ISO 8601), a bounded number. */
  expired(time: string): Promise<readonly string[]>;
}

/** The port to what is known of files; their bytes are in the blobs. */
export interface FileStore extends FileReader {
  /** Runs the work in one transaction that commits when it returns and is rolled back when it throws; it may only use its `tx`. */
  transact<T>(work: (tx: FileTransaction) => Promise<T>): Promise<T>;
  /** How many there are in each state. */
  counts(): Promise<ReadonlyMap<FileState, number>>;
  /** SHA-256 of every content that a file, its result, its rows or its report is. Some may come more than once. */
  referencedBlobs(): AsyncIterable<string>;
}

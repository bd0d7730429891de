import type { FileState } from '../distributions/distribution-file.ts';

/** Files that have been handed in. */
export interface FileTables {
  readonly distribution_file: DistributionFileTable;
}

interface DistributionFileTable {
  readonly id: string;
  readonly distribution_id: string;
  readonly organization_id: string | null;
  readonly resource_id: string | null;
  readonly state: FileState;
  readonly revision: number;
  /** Name of the standard that it follows, without its version. */
  readonly standard: string | null;
  readonly expires: string | null;
  /** SHA-256, hex: of the bytes, of what the world downloads, of the rows and of the report. */
  readonly digest: string;
  readonly result: string | null;
  /** SHA-1 of what the world downloads, hex. */
  readonly checksum: string | null;
  readonly parquet: string | null;
  readonly findings: string | null;
  /** JSON text. */
  readonly content: string;
}

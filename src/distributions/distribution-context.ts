import type { EditingContext } from '../catalog/edited-record.ts';
import type { BlobStore } from '../files/blob-store.ts';
import type { StandardRegister } from '../standards/register.ts';
import type { FileStore } from './file-store.ts';

/** What every use case of files is handed. */
export interface DistributionContext extends EditingContext {
  readonly files: FileStore;
  readonly blobs: BlobStore;
  readonly standards: StandardRegister;
  /** Bytes that a file may have. */
  readonly fileLimit: number;
}

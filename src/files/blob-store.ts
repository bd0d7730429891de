import type { Readable } from 'node:stream';

/**
 * The port to where the bytes of files are kept: each content once, under the SHA-256 of it (lower-case hexadecimal). A folder and S3
 * implement it, and one suite of tests runs on both. Nothing is ever half there: a content that is cut off is not kept at all.
 */
export interface BlobStore {
  /**
   * Keeps the bytes. When this resolves they survive the death of the process and of the machine. What is there already is not
   * written again.
   * @param limit bytes; `BlobTooLarge` when there are more
   * @throws BlobTooLarge; what the source throws. Then nothing is kept.
   */
  put(content: AsyncIterable<Uint8Array>, limit?: number): Promise<StoredBlob>;
  /** What is known of a content; undefined when it is not here. */
  find(digest: string): Promise<StoredBlob | undefined>;
  /**
   * Reads the bytes, whole or from one byte to another, both included.
   * @throws BlobMissing
   */
  open(digest: string, range?: { readonly start: number; readonly end: number }): Promise<Readable>;
  /**
   * A file on this machine with the bytes, for readers that seek in it. It stays until it is let go.
   * @throws BlobMissing
   */
  local(digest: string): Promise<LocalBlob>;
  /** Everything that is kept, in any order. */
  list(): AsyncIterable<StoredBlob>;
  /** Forgets a content. It is no fault that it is not there. */
  delete(digest: string): Promise<void>;
}

export interface StoredBlob {
  readonly digest: string;
  readonly bytes: number;
  /** When it was kept, for the first time or again. */
  readonly kept: Date;
}

/** Must be let go of, with `using` or by hand. */
export interface LocalBlob extends Disposable {
  readonly path: string;
}

/** There are more bytes than may be. */
export class BlobTooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The content has more than ${limit} bytes.`);
    this.limit = limit;
  }
}

/** There is no such content: it was never kept, or has been deleted. */
export class BlobMissing extends Error {
  readonly digest: string;

  constructor(digest: string) {
    super(`There is no content with SHA-256 ${digest}.`);
    this.digest = digest;
  }
}

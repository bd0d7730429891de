/**
 * Remembers what a document already says, by 53-bit hashes and for a bounded number of texts: two generations, the older
 * of which is forgotten when the younger is full. Forgetting is harmless, since a statement said twice is one statement.
 */
export interface WrittenOnce {
  /** True the first time that it sees the text. */
  isNew(text: string): boolean;
}

/** A memory of between `limit` and twice `limit` texts. */
export function writtenOnce(limit = 100_000): WrittenOnce {
  let young = new Set<number>();
  let old = new Set<number>();
  return {
    isNew(text) {
      const hash = hash53(text);
      if (young.has(hash)) return false;
      if (young.size >= limit) {
        old = young;
        young = new Set();
      }
      young.add(hash);
      return !old.has(hash);
    },
  };
}

/** A 53-bit hash of a string: two 32-bit multiplicative hashes, mixed. It is fast and not cryptographic. */
export function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

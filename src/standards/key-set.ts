/**
 * Keys that have been met, as numbers of 52 bits: eight bytes a row, twice as many at most, whatever the keys are. Two of ten million keys
 * are taken for one with a chance of about one in a hundred.
 */
export interface KeySet {
  /** The number of the row that had the key first; undefined for a key that is new, which is kept. */
  met(key: string, row: number): number | undefined;
}

/** An empty set. */
export function keySet(): KeySet {
  let size = 1024;
  let used = 0;
  let keys = new Float64Array(size);
  let rows = new Uint32Array(size);
  const place = (hash: number): number => {
    let at = hash % size;
    while (keys[at] !== 0 && keys[at] !== hash) at = (at + 1) % size;
    return at;
  };
  const grow = (): void => {
    const [oldKeys, oldRows] = [keys, rows];
    size *= 2;
    keys = new Float64Array(size);
    rows = new Uint32Array(size);
    oldKeys.forEach((hash, old) => {
      if (hash === 0) return;
      const at = place(hash);
      keys[at] = hash;
      rows[at] = oldRows[old] ?? 0;
    });
  };
  return {
    met(key, row) {
      const hash = hashOf(key);
      const at = place(hash);
      if (keys[at] === hash) return rows[at];
      keys[at] = hash;
      rows[at] = row;
      used += 1;
      if (used * 2 > size) grow();
      return undefined;
    },
  };
}

/** Two hashes of 26 bits beside each other (MurmurHash3's way of mixing), never 0. */
function hashOf(key: string): number {
  let low = 0x9747b28c;
  let high = 0x3c6ef372;
  for (let at = 0; at < key.length; at += 1) {
    const code = key.charCodeAt(at);
    low = Math.imul(low ^ code, 0xcc9e2d51);
    low ^= low >>> 15;
    high = Math.imul(high ^ code, 0x1b873593);
    high ^= high >>> 13;
  }
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b);
  high = Math.imul(high ^ (high >>> 16), 0xc2b2ae35);
  return (high >>> 6) * 0x4000000 + (low >>> 6) || 1;
}

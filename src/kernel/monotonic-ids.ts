/**
 * UUIDv7s that grow: those of one millisecond are numbered in the twelve bits after the version, so that the order of ids is
 * the order in which they were made. RFC 9562 §6.2, method 1.
 * @param random makes a UUIDv7
 */
export function monotonicIds(random: () => string): () => string {
  let last = '';
  let count = 0;
  return () => {
    const id = random();
    const time = id.slice(0, 14);
    if (time > last) {
      last = time;
      count = Number.parseInt(id.slice(15, 18), 16) & 0x7ff;
    } else if (++count > 0xfff) {
      // More than two thousand in a millisecond: borrow the next one.
      const next = (BigInt(`0x${last.replaceAll('-', '')}`) + 1n).toString(16).padStart(12, '0');
      last = `${next.slice(0, 8)}-${next.slice(8)}-`;
      count = 0;
    }
    return `${last}7${count.toString(16).padStart(3, '0')}${id.slice(18)}`;
  };
}

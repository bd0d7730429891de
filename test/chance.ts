/** Numbers from 0 to 1 that follow from the seed alone: mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of the values. @throws RangeError when there is none. */
export function one<Value>(chance: () => number, values: readonly Value[]): Value {
  const [value] = values.slice(Math.floor(chance() * values.length));
  if (value === undefined) throw new RangeError('There is nothing to choose from.');
  return value;
}

/** So many of the values, in any order, with repeats. */
export function some<Value>(
  chance: () => number,
  values: readonly Value[],
  count: number,
): readonly Value[] {
  return Array.from({ length: count }, () => one(chance, values));
}

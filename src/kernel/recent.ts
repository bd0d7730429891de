/**
 * A function that remembers what it has answered lately: the last `count` questions at least, twice as many at most. Two
 * generations, so that nothing has to be kept in order.
 */
export function recent<Key, Value>(
  count: number,
  answer: (key: Key) => Value,
): (key: Key) => Value {
  let young = new Map<Key, Value>();
  let old = new Map<Key, Value>();
  return (key) => {
    const known = young.get(key);
    if (known !== undefined) return known;
    const value = old.get(key) ?? answer(key);
    if (young.size >= count) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
    return value;
  };
}

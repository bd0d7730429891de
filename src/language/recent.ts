/**
 * A function that remembers what it has answered lately: the last `count` words at least, twice as many at most. Two
 * generations, so that nothing has to be kept in order.
 */
export function recent<Value>(
  count: number,
  answer: (word: string) => Value,
): (word: string) => Value {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (word) => {
    const known = young.get(word);
    if (known !== undefined) return known;
    const value = old.get(word) ?? answer(word);
    if (young.size >= count) {
      old = young;
      young = new Map();
    }
    young.set(word, value);
    return value;
  };
}

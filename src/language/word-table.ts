/**
 * Many words with a small number each, in typed arrays: some 150 000 words in 6 MiB, and looked up without making a string.
 */
export interface WordTable {
  /** The number of the word `word[start, end)` + `ending`; -1 when it is not in the table. */
  find(word: string, start: number, end: number, ending: string): number;
}

export interface WordTableBuilder extends WordTable {
  /** Keeps `value` for the word; a word that is there already gets what `merge` makes of both. */
  add(word: string, value: number, merge: (old: number, added: number) => number): void;
}

/** @param capacity words that are expected at most; @param units UTF-16 units of all of them at most. */
export function wordTable(capacity: number, units: number): WordTableBuilder {
  const size = 2 ** Math.ceil(Math.log2(Math.max(capacity, 8) * 1.5));
  const slots = new Int32Array(size).fill(-1);
  const starts = new Uint32Array(capacity + 1);
  const values = new Uint16Array(capacity);
  const letters = new Uint16Array(units);
  let count = 0;

  return { find: (...key) => values[slots[slot(...key)] ?? -1] ?? -1, add };

  function add(word: string, value: number, merge: (old: number, added: number) => number): void {
    const place = slot(word, 0, word.length, '');
    const entry = slots[place] ?? -1;
    if (entry >= 0) {
      values[entry] = merge(values[entry] ?? 0, value);
      return;
    }
    const start = starts[count] ?? 0;
    for (let i = 0; i < word.length; i++) letters[start + i] = word.charCodeAt(i);
    starts[count + 1] = start + word.length;
    values[count] = value;
    slots[place] = count++;
  }

  /** The slot that holds the word, or the empty one where it belongs. */
  function slot(word: string, start: number, end: number, ending: string): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    for (let i = 0; i < ending.length; i++) {
      hash = Math.imul(hash ^ ending.charCodeAt(i), 0x01000193);
    }
    let place = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[place] !== -1 && !holds(slots[place] ?? 0, word, start, end, ending)) {
      place = (place + 1) & (size - 1);
    }
    return place;
  }

  function holds(entry: number, word: string, start: number, end: number, ending: string): boolean {
    const from = starts[entry] ?? 0;
    const middle = end - start;
    if ((starts[entry + 1] ?? 0) - from !== middle + ending.length) return false;
    for (let i = 0; i < middle; i++) {
      if (letters[from + i] !== word.charCodeAt(start + i)) return false;
    }
    for (let i = 0; i < ending.length; i++) {
      if (letters[from + middle + i] !== ending.charCodeAt(i)) return false;
    }
    return true;
  }
}

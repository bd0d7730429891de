import type { IndexFile } from './index-file.ts';

/** The number of records that hold each word of titles, keywords and publishers. */
export function countWords(file: IndexFile): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, words] of file.rows('select row, words from words')) {
    addWords(counts, String(words), 1);
  }
  return counts;
}

/** Counts the words of one record in, or with -1 out. */
export function addWords(counts: Map<string, number>, words: string, step: 1 | -1): void {
  if (words === '') return;
  for (const word of words.split(' ')) {
    const count = (counts.get(word) ?? 0) + step;
    if (count === 0) counts.delete(word);
    else counts.set(word, count);
  }
}

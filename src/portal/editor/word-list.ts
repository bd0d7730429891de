/**
 * Several words or terms in one field: a line for each, or commas between them. A term that holds a comma itself stands in
 * quotation marks, doubled inside, as in CSV (RFC 4180 §2).
 */

/** The terms of a field, in order, without blanks around them. */
export function readWordList(text: string): readonly string[] {
  const words: string[] = [];
  for (const [, quoted, plain = ''] of text.matchAll(
    /"((?:[^"]|"")*)"(?=\s*(?:[,;\n]|$))|([^,;\n]+)/g,
  )) {
    const word = quoted === undefined ? plain.trim() : quoted.replace(/""/g, '"');
    if (word !== '') words.push(word);
  }
  return words;
}

/** A field that reads as these terms. */
export function writeWordList(words: readonly string[]): string {
  return words
    .map((word) => (/[,;\n"]|^\s|\s$/.test(word) ? `"${word.replace(/"/g, '""')}"` : word))
    .join('\n');
}

/**
 * Text to words. A word is a run of letters and digits; a hyphen, point, colon, underscore, at sign or apostrophe inside joins it
 * (`covid-19`, `nvdb:123`, `1.0`), a comma does between digits. Spaces, slashes, controls and lone surrogates part words.
 */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  /** NFC, lower case. */
  readonly word: string;
}

/** Longer runs are cut: engines have a ceiling, and nobody searches for them whole. UTF-16 units. */
const longest = 100;
const run =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-.:_@'’‑]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

export function splitWords(text: string): readonly TextWord[] {
  const words: TextWord[] = [];
  for (const match of text.matchAll(run)) {
    const { 0: found, index } = match;
    for (let start = 0; start < found.length; ) {
      const end = cutAt(found, start);
      words.push({
        start: index + start,
        end: index + end,
        word: written(found.slice(start, end)),
      });
      start = end;
    }
  }
  return words;
}

/** Never between the halves of a character. */
function cutAt(text: string, start: number): number {
  const end = start + longest;
  if (end >= text.length) return text.length;
  return /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end;
}

function written(word: string): string {
  const lower = word.toLowerCase();
  if (plain.test(lower)) return lower;
  return lower.normalize('NFC').replaceAll('’', "'").replaceAll('‑', '-');
}

const plain = /^[a-z0-9à-öø-ÿ.:_@'-]*$/;

import { fold } from './terms.ts';

/** The words of a label for looking up by beginnings, without case and diacritics: `goteborgs`, `stad`. */
export function foldedWords(text: string): readonly string[] {
  return fold(text.normalize('NFC').toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
}

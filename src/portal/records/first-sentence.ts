import { plainText } from '../plain-text.ts';

/** What a lead holds at most, in UTF-16 units. */
const longest = 240;

/** The first sentence of a description as plain text, cut between words when it is long. */
export function firstSentence(text: string): string {
  const line = plainText(text.slice(0, 4 * longest))
    .replace(/!?\[([^\]]{1,200})\]\([^)]{1,500}\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+/gm, '')
    .replace(/[*_`]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  // An abbreviation's full stop is followed by a small letter or a number.
  const sentence = /^.{15,240}?[.!?](?= \p{Lu}|$)/u.exec(line)?.[0];
  if (sentence !== undefined) return sentence;
  if (line.length <= longest) return line;
  const cut = line.lastIndexOf(' ', longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest).trimEnd()} …`;
}

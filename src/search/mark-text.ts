import type { FoundMark } from './found-marks.ts';
import type { MarkedText } from './search.ts';

/** Characters of an extract, more or less: it begins and ends between words. */
export const extractLength = 150;

/** Keeps to its word, so that it never stands alone on a line. */
const ellipsis = '…';
const between = '\u00a0';

/** A whole text with its marks. @param language BCP 47 tag, '' when unknown */
export function markedText(
  text: string,
  language: string,
  marks: readonly FoundMark[],
): MarkedText {
  return { text, language, marks: joined(marks) };
}

/** The part of a text where most words of the query meet, or its beginning, with `…` where something was left out. */
export function markedExtract(
  text: string,
  language: string,
  marks: readonly FoundMark[],
): MarkedText {
  if (text.length <= extractLength) return markedText(text, language, marks);
  const start = beginning(text, densestStart(marks));
  const end = ending(text, start);
  const before = start === 0 ? '' : `${ellipsis}${between}`;
  const after = end === text.length ? '' : `${between}${ellipsis}`;
  const inside = marks
    .filter((mark) => mark.start >= start && mark.end <= end)
    .map((mark) => ({
      ...mark,
      start: mark.start - start + before.length,
      end: mark.end - start + before.length,
    }));
  return markedText(before + text.slice(start, end) + after, language, inside);
}

/** Marks that meet or overlap as one. */
function joined(marks: readonly FoundMark[]): MarkedText['marks'] {
  const spans: [start: number, end: number][] = [];
  for (const { start, end } of marks) {
    const last = spans.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

/** Where the extract with most different words of the query begins; among those that hold as many, the first. */
function densestStart(marks: readonly FoundMark[]): number {
  let best = { start: 0, worth: 0 };
  for (const [index, { start }] of marks.entries()) {
    const inside = marks.slice(index).filter(({ end }) => end <= start + extractLength * 0.8);
    const worth = new Set(inside.map(({ term }) => term)).size * 100 + Math.min(inside.length, 99);
    if (worth > best.worth) best = { start, worth };
    if (marks.length > 200 && index > 200) break;
  }
  return best.start;
}

/** Where an extract begins that shows what stands at `mark`: at the text's or a sentence's beginning, or some words before. */
function beginning(text: string, mark: number): number {
  const room = Math.floor(extractLength / 4);
  if (mark <= room * 2) return 0;
  const before = text.slice(mark - room, mark);
  const sentence = before.search(/(?<=[.!?:] )[\p{Lu}\p{N}]/u);
  if (sentence >= 0) return mark - room + sentence;
  const space = before.indexOf(' ');
  return space < 0 ? mark : mark - room + space + 1;
}

/** Between words; in a word without end, in its middle, but never in the middle of a character. */
function ending(text: string, start: number): number {
  const end = start + extractLength;
  if (text.length <= end + ellipsis.length) return text.length;
  const space = text.lastIndexOf(' ', end);
  if (space > start + extractLength / 2) return space;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

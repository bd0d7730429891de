import type { MarkedText } from '../../search/search.ts';

/** A piece of a text, in the search or not. */
export interface MarkedPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut at its marks. */
export function markedParts({
  text,
  marks,
}: Pick<MarkedText, 'text' | 'marks'>): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}

import { fold } from './terms.ts';

/** Longer keys decide nothing that a reader sees. */
const longest = 80;

/** Letters that Swedish counts as its own, and those of its neighbours that it files under them. After `z` in ASCII. */
const last: Readonly<Record<string, string>> = {
  å: '{',
  ä: '|',
  æ: '|',
  ö: '}',
  ø: '}',
  ü: 'y',
};

/**
 * ASCII text whose code-point order is the order in which Swedish files titles: case and marks aside, å ä ö last, numbers by
 * value and before letters, punctuation as one space. Words in other scripts come last of all.
 */
export function titleKey(title: string): string {
  let key = '';
  const pieces = title
    .slice(0, 500)
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{Nd}+|\p{L}\p{M}*|[^\p{Nd}\p{L}]+/gu);
  for (const piece of pieces ?? []) {
    if (key.length >= longest) break;
    key += keyOf(piece);
  }
  return key.trim().slice(0, longest);
}

function keyOf(piece: string): string {
  if (/^[0-9]/.test(piece)) return numberKey(piece);
  const own = last[piece];
  if (own !== undefined) return own;
  if (!/\p{L}/u.test(piece)) return /\p{Nd}/u.test(piece) ? '0' : ' ';
  const plain = fold(piece);
  return /^[a-z]+$/.test(plain)
    ? plain
    : `~${(piece.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;
}

/** Shorter numbers are smaller ones, once zeros in front are gone: their length goes first. */
function numberKey(digits: string): string {
  const value = digits.replace(/^0+(?=.)/, '');
  return `0${String.fromCharCode(97 + Math.min(value.length, 26) - 1)}${value}`;
}

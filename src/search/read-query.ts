import { queryField } from './query-fields.ts';
import type { QueryField, QueryGroup, QueryPart, QuerySyntax } from './query-syntax.ts';
import type { SearchNote } from './search.ts';

/** What is read of a text; the rest is passed over, with the note `too-long`. */
export const longestQuery = 1000;
export const mostParts = 20;

const quotes = '"“”„«»';
const space = /[\s\p{Cc}]+/uy;
const sign = /[-−](?=[^\s\p{Cc}])/uy;
const fieldWord = /(\p{L}[\p{L}\p{M}]*):(?!\/)/uy;
const phrase = new RegExp(`[${quotes}]([^${quotes}]*)[${quotes}]`, 'uy');
const chunk = new RegExp(`[^\\s\\p{Cc}${quotes}]+`, 'uy');
const or = new Set(['OR', 'ELLER', '||']);
const and = new Set(['AND', 'OCH', '&&']);
const not = new Set(['NOT']);

/**
 * Reads what was typed: words, `"phrases"`, `-not`, `a OR b` (`ELLER`; it binds closer than the space between words), and field
 * words (`utgivare:`, `tema:`; see `query-fields.ts`). There is no faulty query: quotes without an end, operators that join
 * nothing and other search engines' signs are passed over. Never throws; linear in the length of the text.
 */
export function readQuery(typed: string): QuerySyntax {
  const text = typed.slice(0, longestQuery);
  const groups: QueryGroup[] = [];
  const notes: SearchNote[] = [];
  let at = 0;
  let parts = 0;
  let isExcluded = false;
  let joins = false;
  let field: QueryField | undefined;

  function take(type: QueryPart['type'], found: string, start: number): void {
    const part = { type, text: found, start, ...(field && { field }) };
    const last = groups.at(-1);
    if (joins && !isExcluded && last !== undefined && !last.isExcluded) {
      groups[groups.length - 1] = { isExcluded: false, parts: [...last.parts, part] };
    } else {
      groups.push({ isExcluded, parts: [part] });
    }
    parts += 1;
    isExcluded = false;
    joins = false;
    field = undefined;
  }

  while (at < text.length && parts < mostParts) {
    const rest = matchAt(space, text, at);
    if (rest !== undefined) {
      at += rest[0].length;
      continue;
    }
    if (matchAt(sign, text, at)) {
      isExcluded = true;
      at += 1;
      continue;
    }
    const named = field === undefined ? matchAt(fieldWord, text, at) : undefined;
    if (named?.[1] !== undefined) {
      field = queryField(named[1]);
      if (field !== undefined) {
        at += named[0].length;
        continue;
      }
      if (isField(named[1], text.slice(at + named[0].length))) {
        notes.push({ code: 'unknown-field', text: named[1] });
      }
    }
    const quoted = matchAt(phrase, text, at);
    if (quoted?.[1] !== undefined) {
      if (isWordy(quoted[1])) take('phrase', quoted[1], at + 1);
      at += quoted[0].length;
      continue;
    }
    const word = matchAt(chunk, text, at)?.[0];
    if (word === undefined) {
      // A quote that nothing ends.
      at += 1;
      continue;
    }
    if (field === undefined && or.has(word)) joins = groups.length > 0;
    else if (field === undefined && not.has(word)) isExcluded = true;
    else if (isWordy(word) && !(field === undefined && and.has(word))) take('words', word, at);
    at += word.length;
  }
  if (/[^\s\p{Cc}]/u.test(typed.slice(at))) {
    notes.push({ code: 'too-long', text: text.slice(0, at).trimEnd() });
  }
  return { groups, notes };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function isWordy(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** `foo:bar` has a field word; `Obs: bar` is prose, and `urn:isbn:91` an identifier. */
function isField(name: string, rest: string): boolean {
  return !/^(urn|mailto|tel)$/i.test(name) && /^[^\s\p{Cc}:]/u.test(rest);
}

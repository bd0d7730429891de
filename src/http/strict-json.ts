import type { Localized } from '../kernel/issue.ts';

/**
 * JSON as a machine should send it: RFC 8259 with I-JSON's rules (RFC 7493 §2.1–2.3) that names are unique, that text is
 * Unicode, and that numbers survive a double. `JSON.parse` keeps the last of equal names and says nothing, and makes `__proto__`
 * an own property that careless copying turns into a prototype. Depth is bounded, and nothing here recurses.
 */
export interface JsonFault {
  /** From 0, in UTF-16 units. */
  readonly position: number;
  readonly line: number;
  readonly column: number;
  readonly detail: Localized;
}

const deepest = 64;
/** Objects and arrays in one text. A record has some hundreds; each costs its judging. */
const mostBrackets = 20_000;

/** Matches one token at the position: a string, a number, a word or a mark. */
const token =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 §7 keeps them out of strings, so they are named here.
  /"([^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*)"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;
const space = /[ \t\n\r]*/y;
const loneSurrogate = /\p{Cs}/u;

type State = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'end';

/** The first fault of the text, or undefined when it is good JSON. Takes time in proportion to the text. */
export function jsonFault(text: string): JsonFault | undefined {
  // For each open bracket: the names seen so far, or null for an array.
  const open: (Set<string> | null)[] = [];
  let state: State = 'value';
  let position = skipSpace(text, 0);
  let brackets = 0;
  while (position < text.length) {
    token.lastIndex = position;
    const match = token.exec(text);
    if (match === null) return fault(text, position, malformed);
    const [lexeme, content] = match;
    const next = step(state, lexeme, content !== undefined, open);
    if (next === undefined) return fault(text, position, malformed);
    if (open.length > deepest) return fault(text, position, tooDeep);
    if (lexeme === '{' || lexeme === '[') brackets += 1;
    if (brackets > mostBrackets) return fault(text, position, tooMany);
    const complaint =
      content === undefined
        ? judgeNumber(lexeme)
        : judgeString(lexeme, next === 'colon' ? open.at(-1) : null);
    if (complaint !== undefined) return fault(text, position, complaint);
    state = next;
    position = skipSpace(text, position + lexeme.length);
  }
  return state === 'end' ? undefined : fault(text, position, malformed);
}

/** What may follow, or undefined when the token may not stand here. Opens and closes brackets. */
function step(
  state: State,
  lexeme: string,
  isString: boolean,
  open: (Set<string> | null)[],
): State | undefined {
  const after: State = open.length === 0 ? 'end' : 'comma-or-end';
  switch (state) {
    case 'value':
    case 'value-or-end':
      if (lexeme === '{') return open.push(new Set()) > 0 ? 'name-or-end' : undefined;
      if (lexeme === '[') return open.push(null) > 0 ? 'value-or-end' : undefined;
      if (lexeme === ']' && state === 'value-or-end') return close(open);
      return isString || !'}],:'.includes(lexeme) ? after : undefined;
    case 'name':
    case 'name-or-end':
      if (isString) return 'colon';
      return lexeme === '}' && state === 'name-or-end' ? close(open) : undefined;
    case 'colon':
      return lexeme === ':' ? 'value' : undefined;
    case 'comma-or-end': {
      const inArray = open.at(-1) === null;
      if (lexeme === ',') return inArray ? 'value' : 'name';
      return lexeme === (inArray ? ']' : '}') ? close(open) : undefined;
    }
    case 'end':
      return undefined;
  }
}

function close(open: unknown[]): State {
  open.pop();
  return open.length === 0 ? 'end' : 'comma-or-end';
}

function judgeString(lexeme: string, names: Set<string> | null | undefined): Localized | undefined {
  const value = lexeme.includes('\\') ? String(JSON.parse(lexeme)) : lexeme.slice(1, -1);
  if (loneSurrogate.test(value))
    return { sv: 'Texten har ett halvt surrogatpar.', en: 'The text has half a surrogate pair.' };
  if (names === null || names === undefined) return undefined;
  if (value === '__proto__')
    return { sv: 'Namnet __proto__ tas inte emot.', en: 'The name __proto__ is not taken.' };
  if (names.has(value)) {
    const name = value.slice(0, 60);
    return { sv: `Namnet "${name}" står två gånger.`, en: `The name "${name}" stands twice.` };
  }
  names.add(value);
  return undefined;
}

function judgeNumber(lexeme: string): Localized | undefined {
  const isNumber = /^[-\d]/.test(lexeme);
  if (!isNumber || (lexeme.length <= 32 && Number.isFinite(Number(lexeme)))) return undefined;
  return {
    sv: 'Talet är större eller noggrannare än vad JSON kan bära.',
    en: 'The number is larger or finer than JSON can carry.',
  };
}

const malformed: Localized = {
  sv: 'Här slutar texten att vara JSON.',
  en: 'Here the text stops being JSON.',
};
const tooMany: Localized = {
  sv: `Fler än ${mostBrackets} objekt och listor.`,
  en: `More than ${mostBrackets} objects and arrays.`,
};
const tooDeep: Localized = {
  sv: `Djupare än ${deepest} nivåer.`,
  en: `Deeper than ${deepest} levels.`,
};

function skipSpace(text: string, position: number): number {
  space.lastIndex = position;
  space.exec(text);
  return space.lastIndex;
}

function fault(text: string, position: number, detail: Localized): JsonFault {
  const before = text.slice(0, position);
  const line = before.split('\n').length;
  return { position, line, column: position - before.lastIndexOf('\n'), detail };
}

import type { Budgets } from './budgets.ts';
import { documentIssue, invalidDocument, type Place } from './invalid-document.ts';

/**
 * Judges JSON text before it is parsed or expanded: how deep it nests, and how many contexts it brings and how deep those
 * nest, because expanding a context can cost a thousand times its length. A key written twice is refused too, as JSON's
 * readers keep but one of them (RFC 8259 §4). Looks at characters only.
 *
 * @throws CatalogError `invalid-document` at the place where the budget was spent.
 */
export function guardJson(text: string, budgets: Budgets): void {
  let depth = 0;
  let contexts = 0;
  // The depth at which the context that we are in began; 0 outside.
  let contextStart = 0;
  let lastString = '';
  const keys: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = stringEnd(text, at);
      lastString = text.slice(at + 1, end);
      at = end;
    } else if (code === 0x3a) {
      if (keys.at(-1)?.has(lastString)) throw doubleKey(lastString, placeIn(text, at));
      keys.at(-1)?.add(lastString);
      if (isContextKey(lastString)) {
        contexts += 1;
        if (contextStart === 0) contextStart = depth;
      }
    } else if (code === 0x2c) {
      if (depth <= contextStart) contextStart = 0;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      keys.push(code === 0x7b ? new Set() : undefined);
      if (depth > budgets.depth) throw tooDeep(budgets.depth, placeIn(text, at));
      if (contextStart > 0 && depth - contextStart > budgets.contextDepth) {
        throw tooDeep(budgets.contextDepth, placeIn(text, at));
      }
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      keys.pop();
      if (depth < contextStart) contextStart = 0;
    }
    if (contexts > budgets.contexts) {
      throw invalidDocument([
        documentIssue(
          {
            sv: `Dokumentet har fler än ${budgets.contexts} @context.`,
            en: `The document has more than ${budgets.contexts} @context entries.`,
          },
          placeIn(text, at),
        ),
      ]);
    }
  }
}

/** Line and column of a position. */
export function placeIn(text: string, position: number): Place {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: position - start + 1 };
}

/** Whether the key may mean `@context`, also written with escapes. */
function isContextKey(key: string): boolean {
  return key === '@context' || (key.includes('\\u') && unescaped(key) === '@context');
}

function unescaped(key: string): string {
  return key.replaceAll(/\\u([0-9A-Fa-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== 0x22) {
    at += text.charCodeAt(at) === 0x5c ? 2 : 1;
  }
  return at;
}

function doubleKey(key: string, place: Place): Error {
  const shown = key.slice(0, 80);
  return invalidDocument([
    documentIssue(
      {
        sv: `Nyckeln ”${shown}” står två gånger i samma objekt.`,
        en: `The key “${shown}” stands twice in one object.`,
      },
      place,
    ),
  ]);
}

function tooDeep(limit: number, place: Place): Error {
  return invalidDocument([
    documentIssue(
      {
        sv: `Objekt eller listor ligger i varandra djupare än ${limit} steg.`,
        en: `Objects or arrays nest deeper than ${limit} levels.`,
      },
      place,
    ),
  ]);
}

import { hash } from 'node:crypto';
import type { JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';
import { isWrittenAlike, writtenForm } from './written-alike.ts';

/**
 * Two people have written on the same record. What only one of them changed is known by marks of what both began from; what
 * both changed is theirs to choose, property by property.
 */

/** Property → a short mark of what it said. */
export type Marks = ReadonlyMap<string, string>;

/** A property that the two writings differ in. */
export interface Difference {
  readonly property: string;
  readonly mine: JsonValue | undefined;
  readonly theirs: JsonValue | undefined;
  /** Who changed it since both began. */
  readonly changedBy: 'me' | 'them' | 'both';
}

/** Marks of every property of a description. */
export function marksOf(content: NodeObject): Marks {
  return new Map(
    Object.entries(content).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, hash('sha256', writtenForm(value), 'hex').slice(0, 8)]],
    ),
  );
}

/** Marks as one text that a form can carry. */
export function writeMarks(marks: Marks): string {
  return [...marks].map(([name, mark]) => `${name} ${mark}`).join(',');
}

/** Marks of a text; what is no mark is left out. */
export function readMarks(text: string): Marks {
  return new Map(
    text.split(',').flatMap((pair) => {
      const [name, mark] = pair.split(' ');
      return name === undefined || mark === undefined ? [] : [[name, mark] as const];
    }),
  );
}

/** What the two writings differ in, in the order of mine. */
export function differences(
  mine: NodeObject,
  theirs: NodeObject,
  began: Marks,
): readonly Difference[] {
  const [my, their] = [marksOf(mine), marksOf(theirs)];
  return [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].flatMap((property) => {
    if (isWrittenAlike(mine[property], theirs[property])) return [];
    const before = began.get(property);
    const changedBy =
      before === their.get(property) ? 'me' : before === my.get(property) ? 'them' : 'both';
    return [{ property, mine: mine[property], theirs: theirs[property], changedBy }];
  });
}

/** Theirs, with mine where mine is to hold. */
export function mergeWritings(
  mine: NodeObject,
  theirs: NodeObject,
  isMine: (property: string) => boolean,
): NodeObject {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const entries = names.flatMap((name): [string, JsonValue][] => {
    const value = isMine(name) ? mine[name] : theirs[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

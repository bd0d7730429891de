import type { Compilable, CompiledQuery } from 'kysely';
import type { BoundValue } from './bound-values.ts';

/**
 * Queries that are compiled once and bound at each call: what Kysely takes to build a query is more than what SQLite takes
 * to answer it. Each slot says its type, and a value of another type never reaches the database: MySQL would compare
 * a text column with a number and find what nobody asked for.
 */
export interface SlotType<T> {
  readonly accepts: (value: unknown) => boolean;
  /** How many values, for the list after `in`. */
  readonly count?: number;
  /** Only for the compiler. */
  readonly value?: T;
}

type Slots = Readonly<Record<string, SlotType<unknown>>>;

/** What a call gives for the slots. */
export type SlotValues<S extends Slots> = {
  readonly [K in keyof S]: S[K] extends SlotType<infer T> ? T : never;
};

/** A compiled query that waits for its values. @throws TypeError for a value of another type than the slot's. */
export type Template<S extends Slots, R> = (values: SlotValues<S>) => CompiledQuery<R>;

/** A slot for text. */
export function text<T extends string = string>(): SlotType<T> {
  return { accepts: (value) => typeof value === 'string' };
}

/** A slot for text or null, in what is written. */
export function nullableText(): SlotType<string | null> {
  return { accepts: (value) => value === null || typeof value === 'string' };
}

/** A slot for an integer. */
export function integer(): SlotType<number> {
  return { accepts: Number.isSafeInteger };
}

/** A slot for a list of exactly so many texts. */
export function texts<T extends string = string>(count: number): SlotType<readonly T[]> {
  return { accepts: (value) => typeof value === 'string', count };
}

class Slot {
  readonly name: string;
  readonly index: number | undefined;
  readonly accepts: (value: unknown) => boolean;

  constructor(name: string, accepts: (value: unknown) => boolean, index?: number) {
    this.name = name;
    this.accepts = accepts;
    this.index = index;
  }
}

/** Compiles the query that `build` makes of the slots. */
export function template<S extends Slots, R>(
  types: S,
  build: (slots: SlotValues<S>) => Compilable<R>,
): Template<S, R> {
  const slots = Object.entries(types).map(([name, { accepts, count }]) => [
    name,
    count === undefined
      ? new Slot(name, accepts)
      : Array.from({ length: count }, (_, index) => new Slot(name, accepts, index)),
  ]);
  // To Kysely a slot is a value like any other: it comes out again among the parameters, at its place.
  const { parameters, ...compiled } = build(Object.fromEntries(slots)).compile();
  return (values) => {
    const given: Readonly<Record<string, unknown>> = values;
    return { ...compiled, parameters: parameters.map((parameter) => bind(parameter, given)) };
  };
}

function bind(parameter: unknown, values: Readonly<Record<string, unknown>>): BoundValue {
  if (!(parameter instanceof Slot)) return parameter as BoundValue;
  const { name, index, accepts } = parameter;
  const given = values[name];
  const value = index === undefined ? given : Array.isArray(given) ? given[index] : undefined;
  if (!accepts(value)) {
    throw new TypeError(`The value of "${name}" has the wrong type, ${typeof value}.`);
  }
  return value as BoundValue;
}

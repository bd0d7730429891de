import type { Clause } from '../search-index.ts';
import { fields, weights } from '../terms.ts';
import type { PostingLists } from './posting-lists.ts';

/** The records that a clause holds for and what it is worth to each, slots that are no longer alive among them. */
export interface HeldRecords {
  /** The first `count` count, in no order. */
  readonly slots: Uint32Array;
  readonly count: number;
  /** By slot, the worth plus one; 0 where the clause does not hold. */
  readonly worths: Int32Array;
}

/** Works out clauses over the slots of an index. Numbers by slot are lent out and have to be given back. */
export interface ClauseReader {
  read(clause: Clause): HeldRecords;
  /** The numbers by slot are cleaned and used again. */
  giveBack(held: HeldRecords): void;
}

export function createClauseReader(postings: PostingLists, slots: () => number): ClauseReader {
  const free: Int32Array[] = [];

  const lend = (): Int32Array => {
    const worths = free.pop();
    // The index has grown: what is too short is forgotten.
    if (worths !== undefined && worths.length >= slots()) return worths;
    return new Int32Array(slots() + Math.min(slots() >> 3, 10_000));
  };

  const giveBack = ({ slots: held, count, worths }: HeldRecords): void => {
    if (count > worths.length >> 3) worths.fill(0);
    else for (let index = 0; index < count; index++) worths[held[index] ?? 0] = 0;
    free.push(worths);
  };

  const read = (clause: Clause): HeldRecords => {
    switch (clause.type) {
      case 'term':
        return bestOf(
          (clause.fields ?? fields).flatMap((field) =>
            clause.variants.map(({ token, tier }) => ({
              slots: postings.find(field, [token]),
              worth: weights[field][tier],
            })),
          ),
          lend(),
        );
      case 'phrase':
        return bestOf(
          (clause.fields ?? fields).map((field) => ({
            slots: postings.find(field, clause.tokens),
            worth: weights[field].exact * clause.tokens.length,
          })),
          lend(),
        );
      case 'all': {
        const parts = clause.clauses.map(read).sort((a, b) => a.count - b.count);
        const held = sumOf(parts, lend(), slots());
        parts.forEach(giveBack);
        return held;
      }
      case 'any': {
        const parts = clause.clauses.map(read);
        const held = highestOf(parts, lend());
        parts.forEach(giveBack);
        return held;
      }
    }
  };
  return { read, giveBack };
}

/** The best worth first, so that the first to come to a slot is the best. */
function bestOf(
  lists: readonly { readonly slots: Uint32Array; readonly worth: number }[],
  worths: Int32Array,
): HeldRecords {
  const ordered = lists.filter(({ slots }) => slots.length > 0).sort((a, b) => b.worth - a.worth);
  const slots = new Uint32Array(
    Math.min(
      worths.length,
      ordered.reduce((sum, list) => sum + list.slots.length, 0),
    ),
  );
  let count = 0;
  for (const list of ordered) {
    const worth = list.worth + 1;
    for (const slot of list.slots) {
      if (worths[slot] !== 0) continue;
      worths[slot] = worth;
      slots[count++] = slot;
    }
  }
  return { slots, count, worths };
}

/** Where all hold, the sum. The shortest comes first; without any, every slot holds and is worth nothing. */
function sumOf(parts: readonly HeldRecords[], worths: Int32Array, length: number): HeldRecords {
  const [first, ...others] = parts;
  if (first === undefined) {
    worths.fill(1, 0, length);
    return { slots: Uint32Array.from({ length }, (_, slot) => slot), count: length, worths };
  }
  const slots = new Uint32Array(first.count);
  let count = 0;
  candidates: for (let index = 0; index < first.count; index++) {
    const slot = first.slots[index] ?? 0;
    let sum = first.worths[slot] ?? 0;
    for (const other of others) {
      const worth = other.worths[slot] ?? 0;
      if (worth === 0) continue candidates;
      sum += worth - 1;
    }
    worths[slot] = sum;
    slots[count++] = slot;
  }
  return { slots, count, worths };
}

/** Where any holds, the highest. */
function highestOf(parts: readonly HeldRecords[], worths: Int32Array): HeldRecords {
  const slots = new Uint32Array(
    Math.min(
      worths.length,
      parts.reduce((sum, part) => sum + part.count, 0),
    ),
  );
  let count = 0;
  for (const part of parts) {
    for (let index = 0; index < part.count; index++) {
      const slot = part.slots[index] ?? 0;
      const worth = part.worths[slot] ?? 0;
      const known = worths[slot] ?? 0;
      if (known === 0) slots[count++] = slot;
      if (worth > known) worths[slot] = worth;
    }
  }
  return { slots, count, worths };
}

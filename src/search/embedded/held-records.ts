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
  /** Of the records within others, when those are given: the fewer they are, the less has to be looked at. */
  read(clause: Clause, within?: HeldRecords): HeldRecords;
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

  // A search asks for the same clause several times: how far it reaches, whether it holds, what it adds.
  const found = new WeakMap<
    WordClause,
    { readonly lists: readonly WorthList[]; readonly upTo: number }
  >();

  const listsOf = (clause: WordClause): readonly WorthList[] => {
    const known = found.get(clause);
    const { upTo } = postings;
    if (known?.upTo === upTo) return known.lists;
    const lists = readLists(clause).filter((list) => list.slots.length > 0);
    found.set(clause, { lists, upTo });
    return lists;
  };

  const readLists = (clause: WordClause): readonly WorthList[] =>
    (clause.fields ?? fields).flatMap((field) =>
      clause.type === 'phrase'
        ? {
            slots: postings.find(field, clause.tokens),
            worth: weights[field].exact * clause.tokens.length,
          }
        : clause.variants.map(({ token, tier }) => ({
            slots: postings.find(field, [token]),
            worth: weights[field][tier],
          })),
    );

  /** No fewer than the records that a clause holds for. */
  const reach = (clause: Clause): number => {
    switch (clause.type) {
      case 'term':
      case 'phrase':
        return listsOf(clause).reduce((sum, list) => sum + list.slots.length, 0);
      case 'all':
        return Math.min(slots(), ...clause.clauses.map(reach));
      case 'any':
        return clause.clauses.reduce((sum, part) => sum + reach(part), 0);
    }
  };

  const read = (clause: Clause, within?: HeldRecords): HeldRecords => {
    switch (clause.type) {
      case 'term':
      case 'phrase':
        return bestOf(listsOf(clause), lend(), within);
      case 'all': {
        const parts = clause.clauses
          .map((part) => ({ part, reach: reach(part) }))
          .sort((a, b) => a.reach - b.reach);
        const [first, ...others] = parts;
        if (first === undefined) return everything(lend(), slots(), within);
        let held = read(first.part, within);
        for (const { part } of others) {
          const next = read(part, held);
          addWorths(next, held);
          giveBack(held);
          held = next;
        }
        return held;
      }
      case 'any': {
        const parts = clause.clauses.map((part) => read(part, within));
        const held = highestOf(parts, lend());
        parts.forEach(giveBack);
        return held;
      }
    }
  };
  return { read, giveBack };
}

type WordClause = Extract<Clause, { readonly type: 'term' | 'phrase' }>;

/** Slots in rising order, and what the clause is worth to them. */
interface WorthList {
  readonly slots: Uint32Array;
  readonly worth: number;
}

/** The best worth first, so that the first to come to a slot is the best. */
function bestOf(
  lists: readonly WorthList[],
  worths: Int32Array,
  within: HeldRecords | undefined,
): HeldRecords {
  const ordered = lists.toSorted((a, b) => b.worth - a.worth);
  const reached = ordered.reduce((sum, list) => sum + list.slots.length, 0);
  const slots = new Uint32Array(Math.min(within?.count ?? worths.length, reached));
  let count = 0;
  for (const list of ordered) {
    const worth = list.worth + 1;
    if (within !== undefined && within.count * searchSteps < list.slots.length) {
      for (let index = 0; index < within.count; index++) {
        const slot = within.slots[index] ?? 0;
        if (worths[slot] !== 0 || !includes(list.slots, slot)) continue;
        worths[slot] = worth;
        slots[count++] = slot;
      }
      continue;
    }
    for (const slot of list.slots) {
      if (worths[slot] !== 0 || (within !== undefined && within.worths[slot] === 0)) continue;
      worths[slot] = worth;
      slots[count++] = slot;
    }
  }
  return { slots, count, worths };
}

/** What looking for one slot in a list costs, in slots gone over. */
const searchSteps = 24;

function includes(slots: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return slots[low] === wanted;
}

/** Every slot, worth nothing. */
function everything(
  worths: Int32Array,
  length: number,
  within: HeldRecords | undefined,
): HeldRecords {
  const slots = within?.slots ?? Uint32Array.from({ length }, (_, slot) => slot);
  const count = within?.count ?? length;
  for (let index = 0; index < count; index++) worths[slots[index] ?? 0] = 1;
  return { slots, count, worths };
}

/** Adds to the worth of records what they are worth in `others`, where all of them are. */
function addWorths({ slots, count, worths }: HeldRecords, others: HeldRecords): void {
  for (let index = 0; index < count; index++) {
    const slot = slots[index] ?? 0;
    worths[slot] = (worths[slot] ?? 0) + (others.worths[slot] ?? 1) - 1;
  }
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

/**
 * What one document may cost before reading it is broken off. Every reader takes these; a caller may tighten or widen
 * them, and they are the only place where such a number stands.
 */
export interface Budgets {
  /** Bytes of the document as it came. */
  readonly bytes: number;
  /** Elements, objects or brackets inside one another. */
  readonly depth: number;
  /** Entities declared in a DOCTYPE. */
  readonly entities: number;
  /** Characters of one entity: enough for an IRI prefix. */
  readonly entityLength: number;
  /** Characters that all entity references together may expand to. */
  readonly entityExpansion: number;
  /** Statements. */
  readonly quads: number;
  /** Characters of one literal. */
  readonly literalLength: number;
  /** Characters of one IRI. */
  readonly iriLength: number;
  /** `@context` values in one JSON-LD document. */
  readonly contexts: number;
  /** Objects and arrays inside one another within an `@context`. */
  readonly contextDepth: number;
  /** Milliseconds of reading, not counting the time that the receiver of the records takes. */
  readonly milliseconds: number;
  /** Mebibytes of the reading thread's heap. */
  readonly memory: number;
  /** Characters of all records as JSON: what many records share stands in each of them. */
  readonly recordsLength: number;
}

/** Generous for the largest catalogue in Sweden (some 25 000 datasets), small for a machine. */
export const defaultBudgets: Budgets = {
  bytes: 512 * 1024 * 1024,
  depth: 100,
  entities: 100,
  entityLength: 300,
  entityExpansion: 16 * 1024 * 1024,
  quads: 10_000_000,
  literalLength: 1024 * 1024,
  iriLength: 8192,
  contexts: 32,
  contextDepth: 8,
  milliseconds: 120_000,
  memory: 2048,
  recordsLength: 4 * 1024 * 1024 * 1024,
};

const mebibyte = 1024 * 1024;

/**
 * The budgets of a document of so many bytes: a small one that costs what only a large one may is made to cost, and anybody
 * may send a small one. The factors are some ten times what catalogues take.
 */
export function budgetsFor(budgets: Budgets, bytes: number): Budgets {
  const size = bytes / mebibyte;
  return {
    ...budgets,
    milliseconds: Math.min(budgets.milliseconds, 10_000 + 3000 * size),
    memory: Math.min(budgets.memory, 256 + 32 * size),
    recordsLength: Math.min(budgets.recordsLength, (16 + 16 * size) * mebibyte),
  };
}

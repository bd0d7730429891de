import type { QueryWord } from './query-words.ts';
import type { Clause } from './search-index.ts';
import type { Field, Tier } from './terms.ts';

/** What is marked in a hit for one word or phrase of the query. */
export interface MarkTerm {
  /** As typed. */
  readonly query: string;
  /** What a word of the text is found by, and how the two meet. */
  readonly tokens: ReadonlyMap<string, Tier>;
  /** Words that have to follow each other, instead of `tokens`. */
  readonly phrase?: readonly string[];
  /** Only there; everywhere when absent. */
  readonly fields?: readonly Field[];
}

/** The marks of a word: every token that its clause is found by. */
export function markTerm(
  { text }: Pick<QueryWord, 'text'>,
  clause: Clause,
  fields?: readonly Field[],
): MarkTerm {
  const tokens = new Map<string, Tier>();
  collect(clause, tokens);
  return { query: text, tokens, ...(fields && { fields }) };
}

function collect(clause: Clause, tokens: Map<string, Tier>): void {
  switch (clause.type) {
    case 'term':
      for (const { token, tier } of clause.variants) {
        if (!tokens.has(token)) tokens.set(token, tier);
      }
      return;
    case 'phrase':
      return;
    case 'any':
      for (const one of clause.clauses) collect(one, tokens);
      return;
    case 'all':
      collectTogether(clause.clauses, tokens);
  }
}

/** Words that only together stand for the one that was asked for: all met it as the first did, a compound's parts as parts. */
function collectTogether(clauses: readonly Clause[], tokens: Map<string, Tier>): void {
  const all = new Map<string, Tier>();
  for (const one of clauses) collect(one, all);
  const first = all.values().next().value;
  const tier = first === 'folded' ? 'part' : (first ?? 'synonym');
  for (const token of all.keys()) {
    if (!tokens.has(token)) tokens.set(token, tier);
  }
}

import type { Clause } from './search-index.ts';
import type { Field, Tier } from './terms.ts';

/** What is marked in a hit for one word or phrase of the query. Several may be for the same word: each of its names. */
export interface MarkTerm {
  /** As typed. */
  readonly query: string;
  /** What a word of the text is found by, and how the two meet. */
  readonly tokens: ReadonlyMap<string, Tier>;
  /** Words that only together stand for the one asked for: nothing is marked in a text that lacks one of them. */
  readonly together?: readonly ReadonlySet<string>[];
  /** Words that have to follow each other, instead of `tokens`. */
  readonly phrase?: readonly string[];
  /** Only there; everywhere when absent. */
  readonly fields?: readonly Field[];
}

/** The marks of a word: every token that its clause is found by, and every name of several words. */
export function markTerms(
  query: string,
  clause: Clause,
  fields?: readonly Field[],
): readonly MarkTerm[] {
  const about = { query, ...(fields && { fields }) };
  const tokens = new Map<string, Tier>();
  const names = new Map<string, MarkTerm>();

  function collect(part: Clause): void {
    switch (part.type) {
      case 'term':
        for (const { token, tier } of part.variants) {
          if (!tokens.has(token)) tokens.set(token, tier);
        }
        return;
      case 'phrase':
        return;
      case 'any':
        for (const one of part.clauses) collect(one);
        return;
      case 'all': {
        // The same name stands there once for each field.
        const name = together(part.clauses);
        const key = name.together.map((words) => [...words].join()).join(' ');
        names.set(key, { ...about, ...name });
      }
    }
  }

  collect(clause);
  return [{ ...about, tokens }, ...names.values()];
}

/** Words that met the one that was asked for together: all as the first did, and a compound's parts as parts. */
function together(clauses: readonly Clause[]): {
  readonly tokens: ReadonlyMap<string, Tier>;
  readonly together: readonly ReadonlySet<string>[];
} {
  const terms = clauses.filter((clause) => clause.type === 'term');
  const first = terms[0]?.variants[0]?.tier ?? 'synonym';
  const tier = first === 'folded' ? 'part' : first;
  const words = terms.map(({ variants }) => new Set(variants.map(({ token }) => token)));
  return {
    tokens: new Map(words.flatMap((tokens) => [...tokens].map((token) => [token, tier]))),
    together: words,
  };
}

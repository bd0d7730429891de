import type { Analyser } from '../language/analyser.ts';
import { isPlaceName } from '../language/place-names.ts';
import type { SynonymRun, Synonyms } from '../language/synonyms.ts';
import { type MarkTerm, markTerms } from './mark-terms.ts';
import type { QueryWord } from './query-words.ts';
import type { Clause } from './search-index.ts';
import { isStopWord, isWeakWord } from './stop-words.ts';
import { nameClause, wordClause } from './word-clause.ts';

/** What is to be found for words that stand beside one another in a query. */
export interface PlannedWords {
  readonly clauses: readonly PlannedClause[];
  readonly marks: readonly MarkTerm[];
}

export interface PlannedClause {
  readonly clause: Clause;
  readonly words: readonly QueryWord[];
  /** `stop`: passed over where there is anything else. `weak`: may be missing where there are others. */
  readonly need: 'full' | 'weak' | 'stop';
}

/** Alternatives of one word that are looked for; the rest of a longer list is passed over. */
const mostAlternatives = 12;

/** Plans a run of words: a clause for each, and one for several that together have another name (*öppna data*, *open data*). */
export function planWords(
  words: readonly QueryWord[],
  { analyser, synonyms }: { readonly analyser: Analyser; readonly synonyms: Synonyms },
): PlannedWords {
  const runs = [
    ...synonyms.find(
      words.map(({ sv }) => sv),
      'sv',
    ),
    ...synonyms.find(
      words.map(({ en }) => en),
      'en',
    ),
  ].filter(({ alternatives }) => alternatives.length > 0);
  const isAlone = words.every((word) => needOf(word) !== 'full');
  const hasSubject = words.some((word) => needOf(word) === 'full' && !isPlace(word));
  const clauses: PlannedClause[] = [];
  const marks: MarkTerm[] = [];

  function planWord(word: QueryWord, index: number): Clause {
    const alternatives = alternativesAt(runs, index, 1);
    const clause = wordClause(word, { analyser, alternatives });
    if (needOf(word) === 'full' || isAlone) marks.push(...markTerms(word.text, clause));
    return hasSubject && isPlace(word) ? asFilter(clause) : clause;
  }

  const named = longestRuns(runs);
  for (let index = 0; index < words.length; ) {
    const run = named.find(({ from }) => from === index);
    const count = run?.count ?? 1;
    const covered = words.slice(index, index + count);
    const own = covered.map((word, offset) => planWord(word, index + offset));
    const names = run
      ? alternativesAt(runs, index, count).flatMap((name) => nameClause(name, { analyser }) ?? [])
      : [];
    if (names.length === 0) {
      clauses.push(
        ...covered.flatMap((word, offset): PlannedClause[] => {
          const clause = own[offset];
          return clause === undefined ? [] : [{ clause, words: [word], need: needOf(word) }];
        }),
      );
    } else {
      const together = covered.map(({ text }) => text).join(' ');
      marks.push(...names.flatMap((name) => markTerms(together, name)));
      const clause: Clause = { type: 'any', clauses: [{ type: 'all', clauses: own }, ...names] };
      clauses.push({ clause, words: covered, need: 'full' });
    }
    index += count;
  }
  return { clauses, marks };
}

function needOf({ sv }: QueryWord): PlannedClause['need'] {
  if (isStopWord(sv.word)) return 'stop';
  return isWeakWord(sv.word) ? 'weak' : 'full';
}

function isPlace({ sv }: QueryWord): boolean {
  return sv.lemmas.some(isPlaceName);
}

/**
 * Beside what is sought, a place says which of them: it is worth the same wherever it stands, or else everything that has Malmö in
 * its title would go before the aerial photographs that Malmö stad publishes.
 */
function asFilter(clause: Clause): Clause {
  switch (clause.type) {
    case 'term':
      return {
        ...clause,
        variants: clause.variants.map(({ token }) => ({ token, tier: 'beside' })),
      };
    case 'phrase':
      return clause;
    case 'all':
    case 'any':
      return { ...clause, clauses: clause.clauses.map(asFilter) };
  }
}

function alternativesAt(
  runs: readonly SynonymRun[],
  index: number,
  length: number,
): SynonymRun['alternatives'] {
  return runs
    .filter(({ from, count }) => from === index && count === length)
    .flatMap(({ alternatives }) => alternatives)
    .slice(0, mostAlternatives);
}

/** The runs of several words, the longest first, none over another. */
function longestRuns(runs: readonly SynonymRun[]): readonly SynonymRun[] {
  const chosen: SynonymRun[] = [];
  const byLength = runs
    .filter(({ count }) => count > 1)
    .toSorted((a, b) => b.count - a.count || a.from - b.from);
  for (const run of byLength) {
    const meets = (other: SynonymRun) =>
      run.from < other.from + other.count && other.from < run.from + run.count;
    if (!chosen.some(meets)) chosen.push(run);
  }
  return chosen;
}

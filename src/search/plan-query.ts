import type { Analyser } from '../language/analyser.ts';
import type { Synonyms } from '../language/synonyms.ts';
import type { FacetName } from './facets.ts';
import { type MarkTerm, markTerms } from './mark-terms.ts';
import { type PlannedClause, planWords } from './plan-words.ts';
import type { QueryGroup, QueryPart, QuerySyntax } from './query-syntax.ts';
import { type QueryWord, queryWords } from './query-words.ts';
import type { SearchNote } from './search.ts';
import type { Clause, EngineQuery } from './search-index.ts';
import type { Field } from './terms.ts';
import { wordClause } from './word-clause.ts';

/** A text as the engines are asked for it. */
export interface PlannedQuery extends Pick<EngineQuery, 'must' | 'mustNot' | 'bonuses'> {
  /** What field words narrow to. */
  readonly filters: EngineQuery['filters'];
  /** Where no record has all words: any of them, those with most first. Undefined for a single word. */
  readonly relaxed: Pick<EngineQuery, 'must' | 'bonuses'> | undefined;
  /** What may be misspelt. */
  readonly words: readonly PlannedClause[];
  readonly marks: readonly MarkTerm[];
  readonly notes: readonly SearchNote[];
}

export interface PlanOptions {
  readonly analyser: Analyser;
  readonly synonyms: Synonyms;
  /** The values of a facet that a text may mean; none when nothing in the catalogue is called so. */
  readonly values: (facet: FacetName, text: string) => readonly string[];
  /** Facets that the reader has narrowed already: a field word for one of these is looked for in texts. */
  readonly narrowed: ReadonlySet<FacetName>;
}

/** Words that are looked for, as a part of a query can be several; more are passed over with the note `too-long`. */
export const mostWords = 24;

/** Words that are looked for next to each other: more are no title any more, and dear to look for. */
const mostTogether = 12;

// Against what a word in the title is worth (1 000): together counts half a word more; in a relaxed search one more word counts
// more than the best place of one.
const titleTogether = 500;
const keywordTogether = 200;
const weakWord = 100;
const oneMoreWord = 1000;

/** The clauses of a query: all its words have to be found, in any of their forms. Empty for a text without words. */
export function planQuery(syntax: QuerySyntax, options: PlanOptions): PlannedQuery {
  const { analyser } = options;
  const planned: PlannedClause[] = [];
  const marks: MarkTerm[] = [];
  const mustNot: Clause[] = [];
  const filters: Partial<Record<FacetName, readonly string[]>> = {};
  const bonuses: { readonly clause: Clause; readonly score: number }[] = [];
  const notes = [...syntax.notes];
  let left = mostWords;
  let run: QueryWord[] = [];

  function words(part: QueryPart): readonly QueryWord[] {
    const all = queryWords(analyser, part.text, part.start);
    const found = all.slice(0, left);
    left -= found.length;
    const isCut = found.length < all.length && !notes.some(({ code }) => code === 'too-long');
    if (isCut) notes.push({ code: 'too-long', text: found.map(({ text }) => text).join(' ') });
    return found;
  }

  function endRun(): void {
    const { clauses, marks: found } = planWords(run, options);
    planned.push(...clauses);
    marks.push(...found);
    bonuses.push(...togetherBonuses(run));
    run = [];
  }

  for (const group of syntax.groups) {
    const [first] = group.parts;
    if (!group.isExcluded && group.parts.length === 1 && first && isPlain(first)) {
      run.push(...words(first));
      continue;
    }
    const narrowing = narrowingOf(group, options);
    if (narrowing !== undefined) {
      const { facet, values } = narrowing;
      filters[facet] = [...new Set([...(filters[facet] ?? []), ...values])];
      continue;
    }
    endRun();
    const parts = group.parts.map((part) => planPart(part, words(part), options));
    const clauses = parts.flatMap(({ clause }) => clause ?? []);
    const [only] = clauses;
    if (only === undefined) continue;
    const clause: Clause = clauses.length === 1 ? only : { type: 'any', clauses };
    if (group.isExcluded) mustNot.push(clause);
    else {
      planned.push({ clause, words: parts.flatMap((part) => part.words), need: 'full' });
      marks.push(...parts.flatMap((part) => part.marks));
    }
  }
  endRun();

  const hasMore = Object.keys(filters).length > 0;
  const { needed, weak, isStopOnly } = choose(planned, hasMore);
  const must = needed.map(({ clause }) => clause);
  const all = [...bonuses, ...weak.map(({ clause }) => ({ clause, score: weakWord }))];
  return {
    must,
    mustNot,
    bonuses: all,
    filters,
    relaxed: relax(must, all),
    words: needed,
    marks,
    notes: isStopOnly ? [...notes, stopWordsOnly(needed)] : notes,
  };
}

function isPlain({ type, field }: QueryPart): boolean {
  return type === 'words' && field === undefined;
}

/** What a group of field words narrows to; undefined when it has to be looked for in texts. */
function narrowingOf(
  { isExcluded, parts }: QueryGroup,
  { values, narrowed }: PlanOptions,
): { readonly facet: FacetName; readonly values: readonly string[] } | undefined {
  const field = parts[0]?.field;
  if (isExcluded || field?.type !== 'facet' || narrowed.has(field.facet)) return undefined;
  const found: string[] = [];
  for (const part of parts) {
    if (part.field?.type !== 'facet' || part.field.facet !== field.facet) return undefined;
    const meant = values(field.facet, part.text);
    if (meant.length === 0) return undefined;
    found.push(...meant);
  }
  return { facet: field.facet, values: found };
}

/** A part that does not stand among plain words: a phrase, a field's words, one side of an OR, something left out. */
function planPart(
  part: QueryPart,
  words: readonly QueryWord[],
  options: PlanOptions,
): {
  readonly clause: Clause | undefined;
  readonly words: readonly QueryWord[];
  readonly marks: readonly MarkTerm[];
} {
  const fields = fieldsOf(part);
  if (part.type === 'phrase' && part.field?.type !== 'facet') {
    const tokens = words.map(({ sv }) => sv.word);
    if (tokens.length === 0) return { clause: undefined, words: [], marks: [] };
    const mark = { query: part.text, tokens: new Map(), phrase: tokens, ...(fields && { fields }) };
    return { clause: phraseClause(tokens, fields), words: [], marks: [mark] };
  }
  if (fields === undefined) {
    const { clauses, marks } = planWords(words, options);
    return { clause: together(clauses.map(({ clause }) => clause)), words, marks };
  }
  const clauses = words.map((word) => wordClause(word, { analyser: options.analyser, fields }));
  return {
    clause: together(clauses),
    words,
    marks: words.flatMap((word, index) => {
      const clause = clauses[index];
      return clause === undefined ? [] : markTerms(word.text, clause, fields);
    }),
  };
}

/** Where a field word looks; facets' labels (publisher, place, theme …) stand among the other texts. */
function fieldsOf({ field }: QueryPart): readonly Field[] | undefined {
  if (field === undefined) return undefined;
  return field.type === 'text' ? [field.field] : ['other'];
}

function phraseClause(tokens: readonly string[], fields?: readonly Field[]): Clause {
  const [token] = tokens;
  if (tokens.length === 1 && token !== undefined) {
    return { type: 'term', variants: [{ token, tier: 'exact' }], ...(fields && { fields }) };
  }
  return { type: 'phrase', tokens, ...(fields && { fields }) };
}

function together(clauses: readonly Clause[]): Clause | undefined {
  return clauses.length > 1 ? { type: 'all', clauses } : clauses[0];
}

function togetherBonuses(words: readonly QueryWord[]): PlannedQuery['bonuses'] {
  if (words.length < 2 || words.length > mostTogether) return [];
  const tokens = words.map(({ sv }) => sv.word);
  return [
    { clause: phraseClause(tokens, ['title']), score: titleTogether },
    { clause: phraseClause(tokens, ['keyword']), score: keywordTogether },
  ];
}

/** Which clauses have to hold: those that say something; else one of those that say little; else all. */
function choose(
  planned: readonly PlannedClause[],
  hasMore: boolean,
): {
  readonly needed: readonly PlannedClause[];
  readonly weak: readonly PlannedClause[];
  readonly isStopOnly: boolean;
} {
  const full = planned.filter(({ need }) => need === 'full');
  const weak = planned.filter(({ need }) => need === 'weak');
  if (full.length > 0) return { needed: full, weak, isStopOnly: false };
  if (weak.length > 0) return { needed: [anyOf(weak)], weak: [], isStopOnly: false };
  if (hasMore) return { needed: [], weak: [], isStopOnly: false };
  return { needed: planned, weak: [], isStopOnly: planned.length > 0 };
}

function anyOf(weak: readonly PlannedClause[]): PlannedClause {
  return {
    clause: { type: 'any', clauses: weak.map(({ clause }) => clause) },
    words: weak.flatMap(({ words }) => words),
    need: 'full',
  };
}

function stopWordsOnly(needed: readonly PlannedClause[]): SearchNote {
  const text = needed.flatMap(({ words }) => words.map((word) => word.text)).join(' ');
  return { code: 'stop-words-only', text };
}

function relax(must: readonly Clause[], bonuses: PlannedQuery['bonuses']): PlannedQuery['relaxed'] {
  if (must.length < 2) return undefined;
  return {
    must: [{ type: 'any', clauses: must }],
    bonuses: [...bonuses, ...must.map((clause) => ({ clause, score: oneMoreWord }))],
  };
}

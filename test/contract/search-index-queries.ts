import type { Analyser } from '../../src/language/analyser.ts';
import { type FacetName, facetNames } from '../../src/search/facets.ts';
import type { IndexDocument } from '../../src/search/index-document.ts';
import type { Clause, EngineQuery, Variant } from '../../src/search/search-index.ts';
import { type Field, fields, fold, marks, tiers } from '../../src/search/terms.ts';
import { one, random, some } from '../chance.ts';
import { searchWords, someBox } from './search-index-documents.ts';

/** A query for everything, with what a test says of it. */
export function engineQuery(change: Partial<EngineQuery> = {}): EngineQuery {
  return {
    must: [],
    mustNot: [],
    bonuses: [],
    kinds: ['dataset', 'series', 'service'],
    filters: {},
    sort: 'relevance',
    size: 20,
    facets: [],
    facetSize: 10,
    ...change,
  };
}

/** A clause for a word as it is written. */
export function word(token: string, ...own: readonly Field[]): Clause {
  const variants = [{ token, tier: 'exact' }] as const;
  return own.length === 0 ? { type: 'term', variants } : { type: 'term', variants, fields: own };
}

/** So many queries as the seed has them: every kind of clause, filter and order, alone and together. */
export function generatedQueries(
  count: number,
  {
    seed,
    analyser,
    documents,
  }: {
    readonly seed: number;
    readonly analyser: Analyser;
    readonly documents: readonly IndexDocument[];
  },
): readonly EngineQuery[] {
  return Array.from({ length: count }, (_, number) => {
    const chance = random(seed * 20_011 + number);
    const clauses = (most: number, depth = 2): readonly Clause[] =>
      Array.from({ length: Math.floor(chance() * (most + 1)) }, () =>
        someClause({ chance, analyser, documents, depth }),
      );
    const from2010 = 2005 + Math.floor(chance() * 15);
    return engineQuery({
      must: clauses(2),
      mustNot: chance() < 0.2 ? clauses(1, 1) : [],
      bonuses: clauses(2, 1).map((clause) => ({ clause, score: Math.floor(chance() * 400) })),
      ...(chance() < 0.2 ? { kinds: ['dataset', one(chance, ['series', 'service'])] } : {}),
      filters: someFilters(chance, documents),
      ...(chance() < 0.2 ? { years: [from2010, from2010 + Math.floor(chance() * 5)] } : {}),
      ...(chance() < 0.2
        ? { box: { box: someBox(chance, 8), relation: one(chance, ['intersects', 'within']) } }
        : {}),
      ...(chance() < 0.1 ? { except: one(chance, documents).id } : {}),
      sort: one(chance, [
        ...(['relevance', 'relevance', 'relevance', 'modified', 'issued', 'quality'] as const),
        ...(['title-sv', 'title-en'] as const),
      ]),
      size: one(chance, [0, 1, 10, 1000]),
      ...(chance() < 0.3 ? { from: Math.floor(chance() * 20) } : {}),
      facets: chance() < 0.5 ? facetNames : [...new Set(some(chance, facetNames, 3))],
      facetSize: one(chance, [1, 3, 100]),
    });
  });
}

interface Source {
  readonly chance: () => number;
  readonly analyser: Analyser;
  readonly documents: readonly IndexDocument[];
  /** How many clauses may still stand in one another. */
  readonly depth: number;
}

function someClause(source: Source): Clause {
  const { chance, depth } = source;
  const kind = chance();
  const limit = chance() < 0.2 ? { fields: [...new Set(some(chance, fields, 2))] } : {};
  if (kind < 0.25) return { type: 'phrase', tokens: somePhrase(source), ...limit };
  if (kind < 0.5 && depth > 0) {
    const clauses = [1, 2].map(() => someClause({ ...source, depth: depth - 1 }));
    return { type: chance() < 0.5 ? 'all' : 'any', clauses };
  }
  return { type: 'term', variants: someVariants(source), ...limit };
}

/** A word in the tiers that a query would ask for it in, and sometimes with another word as a synonym. */
function someVariants({ chance, analyser }: Source): readonly Variant[] {
  const language = one(chance, ['sv', 'en'] as const);
  const [first] = analyser.words(one(chance, searchWords), language);
  if (first === undefined) return [{ token: 'finns-inte', tier: 'exact' }];
  const { word: written, lemmas, parts } = first;
  const variants: Variant[] = [
    { token: written, tier: 'exact' },
    ...lemmas.map((lemma): Variant => ({ token: marks[language] + lemma, tier: 'lemma' })),
    ...lemmas.map((lemma): Variant => ({ token: marks.head + lemma, tier: 'head' })),
    ...[written, ...lemmas, ...parts].map(
      (part): Variant => ({ token: marks.part + part, tier: 'part' }),
    ),
    { token: fold(written), tier: 'folded' },
    { token: marks.folded + fold(written), tier: 'folded' },
  ];
  if (chance() < 0.3) variants.push({ token: one(chance, searchWords), tier: one(chance, tiers) });
  return variants;
}

/** Two or three words that stand together in a text, or nearly. */
function somePhrase({ chance, analyser, documents }: Source): readonly string[] {
  const { text } = one(chance, one(chance, documents).texts);
  const words = analyser.words(text, 'none').map(({ word: written }) => written);
  const start = Math.floor(chance() * words.length);
  const taken = words.slice(start, start + 2 + Math.floor(chance() * 2));
  if (chance() < 0.15) taken.reverse();
  return taken.length === 0 ? ['finns-inte'] : taken;
}

function someFilters(
  chance: () => number,
  documents: readonly IndexDocument[],
): EngineQuery['filters'] {
  const names = some(chance, facetNames, Math.floor(chance() * 3)).filter(
    (name) => name !== 'year',
  );
  const values = (name: FacetName) =>
    some(chance, documents, 2).flatMap(({ facets }) => (facets[name] ?? []).slice(-1));
  return Object.fromEntries(names.map((name) => [name, [...values(name), 'finns-inte']]));
}

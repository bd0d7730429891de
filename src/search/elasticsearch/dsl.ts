import { createHash } from 'node:crypto';
import type { estypes } from '@elastic/elasticsearch';
import type { Analyser } from '../../language/analyser.ts';
import { countedYears, yearValue } from '../counted-years.ts';
import { documentColumns } from '../document-columns.ts';
import { documentWords } from '../document-words.ts';
import { type FacetName, facetNames } from '../facets.ts';
import type { Box, IndexDocument, ShownDocument } from '../index-document.ts';
import type {
  Clause,
  EngineAnswer,
  EngineQuery,
  FacetValues,
  IndexPosition,
  Sort,
} from '../search-index.ts';
import { type Field, fields, type Tier, tiers, weights } from '../terms.ts';

/**
 * All that is said in Elasticsearch's own language: how records are mapped, and how queries are asked. Texts come to it as tokens
 * (`terms.ts`) which it splits at spaces; what a hit is worth is a sum of whole numbers, never BM25. Kept to what every
 * Elasticsearch 9 has: no scripts, no plugins, no analysers of a language.
 */

/** Number of this mapping. Raise it when the mapping changes: an index of another number is built anew. */
export const layout = 1;

/** The document that holds the position of an index, beside its records, so that it comes and goes with them. */
export const positionId = ' position';

/** What is stored of a record; of a deleted one nothing, and of the position only that. */
export interface StoredDocument {
  readonly shown?: ShownDocument;
  readonly position?: IndexPosition & { readonly layout: number };
}

type Query = estypes.QueryDslQueryContainer;
type Aggregation = estypes.AggregationsAggregationContainer;

const column = {
  type: 'text',
  // Splits at spaces and does nothing else.
  analyzer: 'whitespace',
  norms: false,
} as const;
/** Lucene refuses a whole record for one value over 32 766 bytes. */
const keyword = { type: 'keyword', ignore_above: 8191 } as const;
/** Only ordered by. */
const ordered = { type: 'keyword', index: false } as const;
const orderedNumber = { type: 'integer', index: false } as const;
const disabled = { type: 'object', enabled: false } as const;
const furthest = 1_000_000;
const mostYears = 10_000;

/** Settings and mapping of an index of records. */
export const indexBody = {
  settings: {
    // In one shard counts are exact.
    number_of_shards: 1,
    auto_expand_replicas: '0-1',
    // Each batch refreshes.
    refresh_interval: -1,
    max_result_window: furthest,
  },
  mappings: {
    dynamic: 'strict',
    // The rest can be read from the store.
    _source: { includes: ['shown', 'position'] },
    properties: {
      id: { type: 'keyword' },
      kind: { type: 'keyword' },
      ...(Object.fromEntries(fields.map((field) => [field, column])) as Record<
        Field,
        typeof column
      >),
      words: { ...keyword, index: false },
      facets: {
        properties: Object.fromEntries(facetNames.map((facet) => [facet, keyword])),
      },
      firstYear: { type: 'integer' },
      lastYear: { type: 'integer' },
      // Nested, so that west–east and south–north are asked of one and the same box.
      boxes: {
        type: 'nested',
        properties: { x: { type: 'double_range' }, y: { type: 'double_range' } },
      },
      modified: ordered,
      issued: ordered,
      'title-sv': ordered,
      'title-en': ordered,
      quality: orderedNumber,
      rank: orderedNumber,
      shown: disabled,
      position: disabled,
    },
  },
} satisfies Omit<estypes.IndicesCreateRequest, 'index'>;

/** A record as it is sent. A deleted one is `{}`: having no kind, it is never found. */
export function documentBody(analyser: Analyser, document: IndexDocument): object {
  const columns = documentColumns(analyser, document);
  const { years } = document;
  return {
    id: document.id,
    kind: document.kind,
    ...Object.fromEntries(fields.map((field) => [field, shortTokens(columns[field])])),
    words: [...documentWords(analyser, document)],
    facets: { ...document.facets, year: countedYears(years).map(yearValue) },
    ...(years === undefined ? {} : { firstYear: years[0], lastYear: years[1] }),
    boxes: document.boxes.filter(isBox).map(boxRanges),
    modified: document.modified,
    issued: document.issued,
    'title-sv': document.titleKeys.sv.slice(0, keyword.ignore_above),
    'title-en': document.titleKeys.en.slice(0, keyword.ignore_above),
    quality: document.quality,
    rank: document.rank,
    shown: document.shown,
  };
}

/** A query as it is asked. Facets that are counted are filtered by `post_filter`, for each is counted without its own filter. */
export function searchBody(query: EngineQuery): estypes.SearchRequest {
  const { from = 0, after, size, sort } = query;
  const filters = facetFilters(query);
  const counted = filters.filter(({ facet }) => query.facets.includes(facet));
  const fixed = filters.filter(({ facet }) => !query.facets.includes(facet));
  const isReachable = after !== undefined || from + size <= furthest;
  return {
    query: {
      bool: {
        must: query.must.map(clauseQuery),
        filter: [...scopeFilters(query), ...fixed.map(({ filter }) => filter)],
        must_not: [
          ...query.mustNot.map(clauseQuery),
          ...(query.except === undefined ? [] : [{ term: { id: query.except } }]),
        ],
        should: query.bonuses.map(({ clause, score }) => worth(score, clauseQuery(clause))),
      },
    },
    ...(counted.length === 0 ? {} : { post_filter: allOf(counted) }),
    ...(query.facets.length === 0 ? {} : { aggregations: facetCounts(query, counted) }),
    size: isReachable ? size : 0,
    ...(after === undefined ? { from: isReachable ? from : 0 } : { search_after: [...after] }),
    sort: order(sort),
    track_scores: true,
    track_total_hits: true,
  };
}

/** What was answered, in the words of the port. */
export function engineAnswer(
  query: EngineQuery,
  { hits, aggregations }: estypes.SearchResponse<StoredDocument, Counted>,
): EngineAnswer {
  const { total } = hits;
  return {
    total: typeof total === 'number' ? total : (total?.value ?? 0),
    hits: hits.hits.flatMap(({ _id, _score, _source, sort }) =>
      _id === undefined || _source?.shown === undefined || sort === undefined
        ? []
        : [{ id: _id, score: _score ?? 0, key: sort as (string | number)[], shown: _source.shown }],
    ),
    facets: Object.fromEntries(
      query.facets.map((facet) => [
        facet,
        facetValues(
          (aggregations?.[facet] ?? aggregations?.shared)?.[facet]?.buckets ?? [],
          facet === 'year' ? mostYears : query.facetSize,
        ),
      ]),
    ),
  };
}

/** Of aggregations: under `shared`, or the facet that has a filter of its own, the values of a facet. */
export type Counted = Readonly<
  Record<string, Partial<Readonly<Record<FacetName, { readonly buckets: readonly Bucket[] }>>>>
>;

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
}

function facetValues(buckets: readonly Bucket[], size: number): FacetValues {
  return {
    values: buckets.slice(0, size).map(({ key, doc_count }) => ({ value: key, count: doc_count })),
    more: buckets.length > size,
  };
}

function clauseQuery(clause: Clause): Query {
  switch (clause.type) {
    case 'term':
      return best(
        (clause.fields ?? fields).flatMap((field) =>
          tiers.flatMap((tier) => tierQuery(clause, field, tier)),
        ),
      );
    case 'phrase': {
      const text = clause.tokens.map(shortTokens).join(' ');
      if (text === '') return worth(0, { match_all: {} });
      return best(
        (clause.fields ?? fields).map((field) =>
          worth(weights[field].exact * clause.tokens.length, {
            match_phrase: { [field]: { query: text } },
          }),
        ),
      );
    }
    case 'all':
      return clause.clauses.length === 0
        ? worth(0, { match_all: {} })
        : { bool: { must: clause.clauses.map(clauseQuery) } };
    case 'any':
      return best(clause.clauses.map(clauseQuery));
  }
}

function tierQuery(
  { variants }: Extract<Clause, { readonly type: 'term' }>,
  field: Field,
  tier: Tier,
): readonly Query[] {
  const tokens = variants.filter((one) => one.tier === tier).map(({ token }) => shortTokens(token));
  const [first] = tokens;
  if (first === undefined) return [];
  const filter: Query =
    tokens.length === 1 ? { term: { [field]: first } } : { terms: { [field]: tokens } };
  return [worth(weights[field][tier], filter)];
}

function worth(score: number, filter: Query): Query {
  return { constant_score: { filter, boost: score } };
}

function best(queries: readonly Query[]): Query {
  const [first] = queries;
  if (first === undefined) return { match_none: {} };
  return queries.length === 1 ? first : { dis_max: { queries: [...queries] } };
}

function scopeFilters({ kinds, box }: EngineQuery): readonly Query[] {
  const filters: Query[] = [{ terms: { kind: [...kinds] } }];
  if (box !== undefined) {
    const { x, y } = boxRanges(box.box);
    const { relation } = box;
    const sides: Query[] = [
      { range: { 'boxes.x': { ...x, relation } } },
      { range: { 'boxes.y': { ...y, relation } } },
    ];
    filters.push({ nested: { path: 'boxes', query: { bool: { filter: sides } } } });
  }
  return filters;
}

interface FacetFilter {
  readonly facet: FacetName;
  readonly filter: Query;
}

function facetFilters({ filters, years }: EngineQuery): readonly FacetFilter[] {
  const given = facetNames.flatMap((facet): FacetFilter[] => {
    const values = filters[facet] ?? [];
    return values.length === 0
      ? []
      : [{ facet, filter: { terms: { [`facets.${facet}`]: [...values] } } }];
  });
  if (years === undefined) return given;
  const overlap: Query[] = [
    { range: { firstYear: { lte: years[1] } } },
    { range: { lastYear: { gte: years[0] } } },
  ];
  return [...given, { facet: 'year', filter: { bool: { filter: overlap } } }];
}

function facetCounts(
  { facets, facetSize }: EngineQuery,
  filters: readonly FacetFilter[],
): Record<string, Aggregation> {
  const own = new Set(filters.map(({ facet }) => facet));
  const count = (facet: FacetName): Aggregation => ({
    terms: {
      field: `facets.${facet}`,
      size: (facet === 'year' ? mostYears : facetSize) + 1,
      order: [{ _count: 'desc' }, { _key: 'asc' }],
    },
  });
  const shared = facets.filter((facet) => !own.has(facet));
  const groups = [...own].map((facet): [string, Aggregation] => [
    facet,
    {
      filter: allOf(filters.filter((one) => one.facet !== facet)),
      aggregations: { [facet]: count(facet) },
    },
  ]);
  if (shared.length > 0) {
    const aggregations = Object.fromEntries(shared.map((facet) => [facet, count(facet)]));
    groups.push(['shared', { filter: allOf(filters), aggregations }]);
  }
  return Object.fromEntries(groups);
}

function allOf(filters: readonly FacetFilter[]): { readonly bool: { readonly filter: Query[] } } {
  return { bool: { filter: filters.map(({ filter }) => filter) } };
}

function order(sort: Sort): estypes.Sort {
  const ties = { id: 'asc' } as const;
  switch (sort) {
    case 'relevance':
      return [{ _score: { order: 'desc' } }, { rank: 'desc' }, { modified: 'desc' }, ties];
    case 'modified':
    case 'issued':
    case 'quality':
      return [{ [sort]: 'desc' }, ties];
    case 'title-sv':
    case 'title-en':
      return [{ [sort]: 'asc' }, ties];
  }
}

function boxRanges({ west, south, east, north }: Box) {
  return { x: { gte: west, lte: east }, y: { gte: south, lte: north } };
}

function isBox({ west, south, east, north }: Box): boolean {
  return west <= east && south <= north;
}

/**
 * The analyser breaks what is longer than 255 characters in two. Such tokens (addresses without end, garbage) are replaced by
 * their beginning and a hash, in records and queries alike, and remain one token each.
 */
function shortTokens(tokens: string): string {
  if (tokens.length < 250) return tokens;
  return tokens.replace(/[^ ]{250,}/g, (token) => {
    const hash = createHash('sha256').update(token).digest('hex');
    return `${token.slice(0, 100)}${hash}`;
  });
}

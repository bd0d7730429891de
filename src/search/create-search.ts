import { setImmediate as turn } from 'node:timers/promises';
import type { Analyser } from '../language/analyser.ts';
import type { Synonyms } from '../language/synonyms.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { correctQuery } from './correct-query.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import type { FacetName } from './facets.ts';
import { markFinder } from './found-marks.ts';
import { foundKinds, indexNames } from './index-names.ts';
import { indexWords, type OpenSpelling } from './index-words.ts';
import { meantValues } from './meant-values.ts';
import { nameSuggestions } from './name-suggestions.ts';
import { type PlannedQuery, planQuery } from './plan-query.ts';
import type { QuerySyntax } from './query-syntax.ts';
import { readQuery } from './read-query.ts';
import { remembered } from './remembered.ts';
import type { Search, SearchHit, SearchRequest, SearchResult } from './search.ts';
import { searchHit } from './search-hit.ts';
import type { EngineAnswer, EngineQuery, SearchIndex, Sort } from './search-index.ts';
import { shownLabels } from './shown-labels.ts';
import { similar } from './similar.ts';
import { suggest } from './suggest.ts';

export interface SearchParts {
  readonly index: SearchIndex;
  readonly analyser: Analyser;
  readonly synonyms: Synonyms;
  readonly openSpelling: OpenSpelling;
  readonly vocabularies: Vocabularies;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** Fewer records than this are few enough to ask whether something else was meant. */
const few = 3;
/** The most that an engine gives at once. */
const largestPage = 1000;
/** Hits that are marked before others get a turn. */
const hitsAtOnce = 50;

/** Search over an index of either engine. Closing it closes the index. */
export function createSearch({
  index,
  analyser,
  synonyms,
  openSpelling,
  vocabularies,
  now = () => performance.now(),
}: SearchParts): Search {
  const names = remembered(async () => {
    const values = await indexNames(index, vocabularies);
    return { values, suggestions: nameSuggestions(values) };
  }, now);
  const words = remembered(() => indexWords(index, openSpelling, analyser), now);
  const labels = shownLabels(vocabularies);

  async function plan(
    syntax: QuerySyntax,
    filters: SearchRequest['filters'],
  ): Promise<PlannedQuery> {
    const hasFacetWords = syntax.groups.some(({ parts }) =>
      parts.some(({ field }) => field?.type === 'facet'),
    );
    const known = hasFacetWords ? (await names.get()).values : [];
    return planQuery(syntax, {
      analyser,
      synonyms,
      values: (facet, text) => meantValues(known, facet, text),
      narrowed: new Set(Object.keys(filters) as FacetName[]),
    });
  }

  /** What is to be written instead, when that finds more. */
  async function correction(
    request: SearchRequest,
    planned: PlannedQuery,
    total: number,
  ): Promise<string | undefined> {
    if (total >= few || planned.words.length === 0) return undefined;
    const count = async (part: Partial<EngineQuery>) =>
      (await index.find({ ...engineQuery(request, planned), facets: [], ...part, size: 0 })).total;
    const { spelling } = await words.get();
    const everywhere = { mustNot: [], bonuses: [], filters: {}, kinds: foundKinds };
    const corrected = await correctQuery(request.text, planned.words, {
      spelling,
      count: (clause) => count({ ...everywhere, must: [clause] }),
    });
    if (corrected === undefined) return undefined;
    const { must, mustNot, filters } = await plan(readQuery(corrected), request.filters);
    const found = await count({ must, mustNot, filters: { ...request.filters, ...filters } });
    return found > total ? corrected : undefined;
  }

  async function marked(
    request: SearchRequest,
    planned: PlannedQuery,
    hits: EngineAnswer['hits'],
  ): Promise<readonly SearchHit[]> {
    const { language } = request;
    const find = markFinder(analyser, planned.marks);
    const queries = new Set(planned.marks.map(({ query }) => query));
    const done: SearchHit[] = [];
    for (const [at, hit] of hits.entries()) {
      if (at > 0 && at % hitsAtOnce === 0) await turn();
      done.push(searchHit(hit, { language, find, queries, labels }));
    }
    return done;
  }

  async function search(request: SearchRequest): Promise<SearchResult> {
    const planned = await plan(readQuery(request.text), request.filters);
    const query = engineQuery(request, planned);
    const cursor =
      request.cursor === undefined ? undefined : readCursor(request.cursor, query.sort);
    const strict =
      cursor?.isRelaxed && planned.relaxed !== undefined
        ? undefined
        : await index.find({ ...query, ...placeOf(request, cursor) });
    const isRelaxed = strict === undefined || (strict.total === 0 && planned.relaxed !== undefined);
    const answer =
      isRelaxed || strict === undefined
        ? await index.find({ ...query, ...planned.relaxed, ...placeOf(request, cursor) })
        : strict;
    const isFirst = cursor === undefined && (request.page ?? 1) === 1;
    const corrected = isFirst
      ? await correction(request, planned, isRelaxed ? 0 : answer.total)
      : undefined;
    const hits = answer.hits.slice(0, request.size);
    const last = hits.at(-1);
    const hasMore = answer.hits.length > request.size || hits.length === largestPage;
    return {
      total: answer.total,
      hits: await marked(request, planned, hits),
      facets: fewerValues(answer.facets, request),
      ...(hasMore && last && { next: writeCursor({ sort: query.sort, isRelaxed, key: last.key }) }),
      relaxed: isRelaxed && answer.total > 0,
      ...(corrected !== undefined && { correction: corrected }),
      notes: planned.notes,
    };
  }

  function forget(): void {
    names.forget();
    words.forget();
  }

  return {
    search,
    async suggest(request) {
      const [known, { suggestions }] = await Promise.all([words.get(), names.get()]);
      return suggest(request, { index, analyser, words: known, names: suggestions });
    },
    async similar(id, size) {
      return similar({ id, size }, { index, analyser, words: await words.get() });
    },
    position: () => index.position(),
    async apply(batch) {
      await index.apply(batch);
      forget();
    },
    async rebuild() {
      const rebuild = await index.rebuild();
      return {
        ...rebuild,
        async commit(position) {
          await rebuild.commit(position);
          forget();
        },
      };
    },
    ping: () => index.ping(),
    close: () => index.close(),
  };
}

/** The facets with as many values as the request shows of each. */
function fewerValues(
  facets: SearchResult['facets'],
  { facetSizes, filters }: SearchRequest,
): SearchResult['facets'] {
  if (facetSizes === undefined) return facets;
  const fewer = Object.entries(facets).map(([facet, counted]) => {
    const name = facet as FacetName;
    const size = facetSizes[name];
    if (size === undefined || counted.values.length <= size) return [name, counted] as const;
    const chosen = new Set(filters[name]);
    const values = counted.values.filter(({ value }, at) => at < size || chosen.has(value));
    return [name, { values, more: true }] as const;
  });
  return Object.fromEntries(fewer);
}

/** The query of a request, without a place in the list of hits. */
function engineQuery(request: SearchRequest, planned: PlannedQuery): EngineQuery {
  const { kinds, filters, years, box, facets, facetSize } = request;
  return {
    must: planned.must,
    mustNot: planned.mustNot,
    bonuses: planned.bonuses,
    kinds: kinds.length === 0 ? foundKinds : kinds,
    filters: { ...filters, ...planned.filters },
    ...(years && { years }),
    ...(box && { box }),
    sort: sortOf(request, planned),
    size: 0,
    facets,
    facetSize,
  };
}

function sortOf({ sort, language }: SearchRequest, { must }: PlannedQuery): Sort {
  if (sort === 'title') return language === 'sv' ? 'title-sv' : 'title-en';
  return sort === 'relevance' && must.length === 0 ? 'modified' : sort;
}

/** One hit more than asked for, to know whether there are more. */
function placeOf(
  { size, page = 1 }: SearchRequest,
  cursor: Cursor | undefined,
): Pick<EngineQuery, 'size' | 'from' | 'after'> {
  const most = size === 0 ? 0 : Math.min(size + 1, largestPage);
  return cursor ? { size: most, after: cursor.key } : { size: most, from: (page - 1) * size };
}

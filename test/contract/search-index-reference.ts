import type { Analyser } from '../../src/language/analyser.ts';
import { countedYears, yearValue } from '../../src/search/counted-years.ts';
import { documentColumns } from '../../src/search/document-columns.ts';
import type { FacetName } from '../../src/search/facets.ts';
import type { Box, IndexDocument } from '../../src/search/index-document.ts';
import type {
  Clause,
  EngineAnswer,
  EngineQuery,
  FacetValues,
  Sort,
  SortKey,
} from '../../src/search/search-index.ts';
import { type Field, fields, weights } from '../../src/search/terms.ts';

/** A record and what is indexed of its texts. */
export interface Indexed {
  readonly document: IndexDocument;
  readonly columns: Readonly<Record<Field, readonly string[]>>;
}

/** Analyses the texts of a record as the engines do. */
export function indexed(analyser: Analyser, document: IndexDocument): Indexed {
  const columns = documentColumns(analyser, document);
  const split = fields.map((field) => [field, columns[field].split(' ')]);
  return { document, columns: Object.fromEntries(split) as Indexed['columns'] };
}

/** What an engine owes for a query, worked out the slow way: every rule of the port against every record. */
export function expectedAnswer(records: readonly Indexed[], query: EngineQuery): EngineAnswer {
  const matches = records.flatMap((record) => {
    const score = scoreOf(record, query);
    if (score === undefined || !meetsFixed(record.document, query)) return [];
    return [{ record, score, failed: failedFilters(record.document, query) }];
  });
  const hits = matches
    .filter(({ failed }) => failed.length === 0)
    .map(({ record: { document }, score }) => ({
      id: document.id,
      score,
      key: sortKey(document, score, query.sort),
      shown: document.shown,
    }))
    .sort((a, b) => compareKeys(a.key, b.key, query.sort));
  const { after, from = 0 } = query;
  const start = after === undefined ? from : 0;
  const rest =
    after === undefined ? hits : hits.filter((hit) => compareKeys(hit.key, after, query.sort) > 0);
  return {
    total: hits.length,
    hits: rest.slice(start, start + query.size),
    facets: Object.fromEntries(
      query.facets.map((facet) => {
        const counted = matches.filter(({ failed }) => failed.every((other) => other === facet));
        const documents = counted.map(({ record }) => record.document);
        return [facet, facetValues(documents, facet, query.facetSize)];
      }),
    ),
  };
}

/** What the clauses are worth together; undefined when one of `must` fails or one of `mustNot` holds. */
function scoreOf(record: Indexed, query: EngineQuery): number | undefined {
  const must = query.must.map((clause) => worth(record, clause));
  if (must.includes(undefined)) return undefined;
  if (query.mustNot.some((clause) => worth(record, clause) !== undefined)) return undefined;
  const bonuses = query.bonuses
    .filter(({ clause }) => worth(record, clause) !== undefined)
    .map(({ score }) => score);
  return sum([...must, ...bonuses]);
}

/** What a clause is worth; undefined when it does not hold. */
function worth(record: Indexed, clause: Clause): number | undefined {
  switch (clause.type) {
    case 'term':
      return best(
        (clause.fields ?? fields).flatMap((field) =>
          clause.variants
            .filter(({ token }) => record.columns[field].includes(token))
            .map(({ tier }) => weights[field][tier]),
        ),
      );
    case 'phrase':
      return best(
        (clause.fields ?? fields)
          .filter((field) => holdsPhrase(record.columns[field], clause.tokens))
          .map((field) => weights[field].exact * clause.tokens.length),
      );
    case 'all': {
      const worths = clause.clauses.map((part) => worth(record, part));
      return worths.includes(undefined) ? undefined : sum(worths);
    }
    case 'any':
      return best(clause.clauses.map((part) => worth(record, part)));
  }
}

function holdsPhrase(column: readonly string[], tokens: readonly string[]): boolean {
  return column.some((_, start) =>
    tokens.every((token, offset) => column[start + offset] === token),
  );
}

/** What narrows the found records and is the filter of no facet. */
function meetsFixed(
  { id, kind, boxes }: IndexDocument,
  { kinds, except, box }: EngineQuery,
): boolean {
  if (!kinds.includes(kind) || id === except) return false;
  if (box === undefined) return true;
  return boxes.some((own) =>
    box.relation === 'within' ? within(own, box.box) : meets(own, box.box),
  );
}

/** The facets whose filters a record does not pass. */
function failedFilters(document: IndexDocument, { filters, years }: EngineQuery): FacetName[] {
  const failed = (Object.keys(filters) as FacetName[]).filter((facet) => {
    const wanted = filters[facet] ?? [];
    return wanted.length > 0 && !wanted.some((value) => document.facets[facet]?.includes(value));
  });
  const [from, to] = document.years ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  if (years !== undefined && !(from <= years[1] && to >= years[0])) failed.push('year');
  return failed;
}

function facetValues(
  documents: readonly IndexDocument[],
  facet: FacetName,
  size: number,
): FacetValues {
  const counts = new Map<string, number>();
  for (const { facets, years } of documents) {
    const own = facet === 'year' ? countedYears(years).map(yearValue) : (facets[facet] ?? []);
    for (const value of new Set(own)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort(
      (a, b) => b.count - a.count || Buffer.compare(Buffer.from(a.value), Buffer.from(b.value)),
    );
  const given = facet === 'year' ? values : values.slice(0, size);
  return { values: given, more: given.length < values.length };
}

function sortKey({ id, rank, ...own }: IndexDocument, score: number, sort: Sort): SortKey {
  switch (sort) {
    case 'relevance':
      return [score, rank, own.modified, id];
    case 'modified':
    case 'issued':
    case 'quality':
      return [own[sort], id];
    case 'title-sv':
      return [own.titleKeys.sv, id];
    case 'title-en':
      return [own.titleKeys.en, id];
  }
}

/** Ids go up; titles go up; all else goes down, which leaves the unknown, an empty text, for the end. */
function compareKeys(a: SortKey, b: SortKey, sort: Sort): number {
  const last = a.length - 1;
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? '';
    if (value === other) continue;
    const up = index === last || sort === 'title-sv' || sort === 'title-en';
    return value < other === up ? -1 : 1;
  }
  return 0;
}

function meets(a: Box, b: Box): boolean {
  return a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.west >= outer.west &&
    inner.east <= outer.east &&
    inner.south >= outer.south &&
    inner.north <= outer.north
  );
}

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

function best(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

import { findAllByIri } from '../../catalog/find-all-by-iri.ts';
import type { Resource } from '../../catalog/resource.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { type FacetName, facetNames } from '../../search/facets.ts';
import type { SearchKind } from '../../search/index-document.ts';
import type { SearchHit, SearchRequest, SearchResult } from '../../search/search.ts';
import type { Context } from '../context.ts';
import { badParameters } from '../http-problem.ts';
import { labelFacets } from '../label-facets.ts';
import { pageReply } from '../paging.ts';
import { recordJson } from '../present-record.ts';
import { readSearchRequest } from '../search-parameters.ts';
import type { Services } from '../services.ts';

/** A page of what is found: the records whole, as in any list, with under `record.search` why each is there. */
export async function searchRecords(
  ctx: Context,
  services: Services,
  kind: SearchKind,
): Promise<void> {
  const { query } = ctx.state;
  if (kind !== 'organization') demandPublished(ctx);
  const wanted = new Set(query.list('facets'));
  const request = readSearchRequest(ctx, {
    kinds: [kind],
    facets: facetNames.filter((name) => wanted.has(name)),
    facetSize: query.integer('facetLimit') ?? 10,
  });
  const result = await services.search.search(request);
  ctx.body = await searchReply(ctx, services, { request, result });
}

/** As `listReply`, with facets and what the search has to say of itself. */
async function searchReply(
  ctx: Context,
  services: Services,
  { request, result }: { readonly request: SearchRequest; readonly result: SearchResult },
): Promise<JsonObject> {
  const { base, store } = services.context;
  const found = await findAllByIri(
    store,
    result.hits.map(({ shown }) => shown.iri),
  );
  const records = new Map(found.map((record) => [record.id, record]));
  const items = result.hits.flatMap((hit) => {
    const record = records.get(hit.id);
    // What has been withdrawn a moment ago is still found for a moment.
    return record?.state === 'published' ? [itemOf(base, record, hit)] : [];
  });
  const { total, next = null, relaxed, correction = null, notes } = result;
  const facets = await labelFacets(services, result.facets, request.language);
  return {
    ...pageReply(ctx, base, { items, total, next }),
    facets: Object.fromEntries(
      facets.map(({ name, title, values, more }): [FacetName, JsonObject] => [
        name,
        { title, values: values.map((value) => ({ ...value })), more },
      ]),
    ),
    relaxed,
    correction,
    notes: notes.map((note) => ({ ...note })),
  };
}

function itemOf(base: string, record: Resource, hit: SearchHit): JsonObject {
  const item = JSON.parse(recordJson(base, record)) as { readonly record: JsonObject };
  const { score, title, description, matches } = hit;
  const marked = ({ text, language, marks }: SearchHit['title']) => ({
    text,
    language,
    marks: marks.map(([start, end]) => [start, end]),
  });
  const search = {
    score,
    title: marked(title),
    description: description === undefined ? null : marked(description),
    matches: matches.map((match) => ({ ...match })),
  };
  return { ...item, record: { ...item.record, search } };
}

/** Only what is public is in the index. @throws HttpProblem `bad-request` when drafts or tombstones are searched for. */
function demandPublished(ctx: Context): void {
  const state = ctx.state.query.text('state');
  if (state === undefined || state === 'published') return;
  const detail = {
    sv: 'Sökning gäller det publicerade. Ta bort state, eller sökningen.',
    en: 'Searching is about what is published. Remove state, or the search.',
  };
  throw badParameters([{ in: 'query', parameter: 'state', detail }]);
}

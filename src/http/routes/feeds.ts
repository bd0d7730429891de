import { addressOf } from '../../catalog/catalog-context.ts';
import { findAllByIri } from '../../catalog/find-all-by-iri.ts';
import { collections, type Kind, type Resource } from '../../catalog/resource.ts';
import { atom } from '../../feeds/atom.ts';
import { jsonFeed } from '../../feeds/json-feed.ts';
import type { FeedEntry } from '../../feeds/search-feed.ts';
import type { Localized, UserLanguage } from '../../kernel/issue.ts';
import { type LanguageMap, textIn } from '../../kernel/language-map.ts';
import { facetLabel } from '../../search/facet-labels.ts';
import type { SearchHit, SearchRequest } from '../../search/search.ts';
import { entityTag, isFresh } from '../conditional.ts';
import type { Context } from '../context.ts';
import type { Representation } from '../negotiate.ts';
import { rdf } from '../representations.ts';
import { searchAddress } from '../search-address.ts';
import { readSearchRequest } from '../search-parameters.ts';
import { searchedKinds } from '../searched-kinds.ts';
import type { Services } from '../services.ts';

/** Every search as a feed, for whoever wants to hear of what is new in it. */

export const atomFeed: Representation = {
  mediaType: 'application/atom+xml',
  suffix: 'atom',
  contentType: 'application/atom+xml; charset=utf-8',
};

/** `.json` is the plain list. */
export const jsonFeedForm: Representation = {
  mediaType: 'application/feed+json',
  suffix: 'jsonfeed',
  contentType: 'application/feed+json; charset=utf-8',
};

/** Entries of a feed when the address does not say. */
const usualEntries = 50;

/**
 * Answers with the search of the address as a feed, or 304 when nothing in the index has changed. The last modified comes first
 * unless another order is asked for.
 * @throws HttpProblem `bad-request`; SearchUnavailable
 */
export async function answerFeed(
  ctx: Context,
  services: Services,
  { kind, form }: { readonly kind: Exclude<Kind, 'catalog'>; readonly form: Representation },
): Promise<void> {
  const asked = readSearchRequest(ctx, {
    kinds: searchedKinds[kind],
    facets: [],
    size: usualEntries,
  });
  const request: SearchRequest =
    ctx.state.query.text('sort') === undefined ? { ...asked, sort: 'modified' } : asked;
  const { language } = request;
  const revision = (await services.search.position())?.revision ?? 0;
  if (isFresh(ctx, { etag: entityTag(revision, form.suffix, language) })) return;
  const { base } = services.context;
  const result = await services.search.search(request);
  const records = await recordsOf(services, result.hits);
  const address = (suffix: string, change = {}) =>
    searchAddress(`${base}/${collections[kind]}${suffix}`, asked, {
      size: usual(asked),
      ...change,
    });
  const entries = result.hits.flatMap((hit) => {
    const record = records.get(hit.id);
    return record === undefined ? [] : [entryOf(services, language, hit, record)];
  });
  const feed = {
    title: titleOf(services, request),
    language,
    self: address(`.${form.suffix}`),
    page: address('', { size: 20 }),
    next:
      result.next === undefined ? undefined : address(`.${form.suffix}`, { cursor: result.next }),
    updated:
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1) ?? '1970-01-01T00:00:00.000Z',
    publisher: services.site.title,
    entries,
  };
  ctx.set('Content-Language', language);
  ctx.body = form === atomFeed ? atom(feed) : JSON.stringify(jsonFeed(feed));
}

/** The size that needs not stand in the address of a feed is another than on a page. */
function usual({ size }: SearchRequest): number {
  return size === usualEntries ? 20 : size;
}

async function recordsOf(
  { context }: Services,
  hits: readonly SearchHit[],
): Promise<ReadonlyMap<string, Resource>> {
  const iris = hits.map(({ shown }) => shown.iri);
  const found = await findAllByIri(context.store, iris);
  return new Map(
    found.filter(({ state }) => state === 'published').map((record) => [record.id, record]),
  );
}

function entryOf(
  { context }: Services,
  language: UserLanguage,
  { shown }: SearchHit,
  { kind, name, iri, changed, published, created }: Resource,
): FeedEntry {
  const { base, profile } = context;
  const address = addressOf(base, kind, name);
  return {
    id: iri,
    title: textIn(shown.title, [language]) ?? name,
    summary: textIn(shown.description, [language]) ?? '',
    language: languageOf(shown.title, language),
    address,
    alternates: rdf.map(({ mediaType, suffix }) => ({ mediaType, href: `${address}.${suffix}` })),
    updated: changed,
    published: published ?? created,
    author: textIn(shown.organization.title, [language]) ?? shown.organization.name,
    categories: shown.themes.map((term) => ({
      term,
      label: facetLabel(profile.vocabularies, 'theme', term, language),
    })),
  };
}

/** The tag of the text that is shown; '' when it has none. */
function languageOf(map: LanguageMap, language: UserLanguage): string {
  const text = textIn(map, [language]);
  const tag = Object.keys(map).find((one) => map[one] === text) ?? '';
  return tag === '@none' ? '' : tag;
}

function titleOf({ site }: Services, { text, language }: SearchRequest): string {
  return text === '' ? `${site.title}: ${everything[language]}` : `${site.title}: ${text}`;
}

const everything: Localized = { sv: 'senast ändrat', en: 'last changed' };

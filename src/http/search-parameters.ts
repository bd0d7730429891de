import type { Localized } from '../kernel/issue.ts';
import { type FacetName, facetNames } from '../search/facets.ts';
import type { Box, SearchKind } from '../search/index-document.ts';
import type { SearchRequest } from '../search/search.ts';
import type { Context } from './context.ts';
import { badParameters, type ParameterFault } from './http-problem.ts';
import { pageLanguage, preferredLanguage } from './language.ts';
import type { Parameter } from './route.ts';
import { vary } from './vary.ts';

/**
 * A search as it stands in an address: of the page, of the API and of the feeds alike. This is the only place that knows how
 * it is written.
 */

const sorts = ['relevance', 'modified', 'issued', 'quality', 'title'] as const;

/** People do not turn more pages than this many hits; programs follow `next`. */
const deepest = 10_000;

/** Hits on a page when the address does not say. */
export const usualSize = 20;

/** Facets that a search is narrowed by in the address; years by `from` and `to`. */
const narrowing = facetNames.filter((name) => name !== 'year');

const facetDescriptions: Readonly<
  Record<Exclude<FacetName, 'year'>, Localized & { readonly example: string }>
> = {
  kind: { sv: 'Slag av post.', en: 'Kind of record.', example: 'dataset' },
  theme: { sv: 'Tema (EU:s kod).', en: "Theme (the EU's code).", example: 'TRAN' },
  organization: { sv: 'Organisationens namn.', en: "The organisation's name.", example: 'umea' },
  organizationType: {
    sv: 'Typ av organisation.',
    en: 'Type of organisation.',
    example: 'LocalAuthority',
  },
  format: {
    sv: 'Formatgrupp (csv, excel, json, map …) eller grupp/kod.',
    en: 'Group of formats (csv, excel, json, map …) or group/code.',
    example: 'csv',
  },
  place: {
    sv: 'Plats, som GeoNames nummer; ett län omfattar sina kommuner.',
    en: "Place, as GeoNames' number; a county takes in its municipalities.",
    example: '602149',
  },
  license: { sv: 'Licens.', en: 'Licence.', example: 'CC0-1.0' },
  accessRights: { sv: 'Åtkomst.', en: 'Access rights.', example: 'PUBLIC' },
  conformsTo: {
    sv: 'Standard som följs, som IRI.',
    en: 'Standard that is followed, as an IRI.',
    example: 'https://data.example.se/standards/badplats/1.0',
  },
  hvdCategory: {
    sv: 'Kategori av värdefulla datamängder.',
    en: 'Category of high-value datasets.',
    example: 'c_ac64a52d',
  },
  keyword: { sv: 'Nyckelord.', en: 'Keyword.', example: 'badplats' },
  language: { sv: 'Innehållets språk.', en: 'Language of the content.', example: 'SWE' },
  frequency: { sv: 'Hur ofta det uppdateras.', en: 'How often it is updated.', example: 'WEEKLY' },
  resolution: {
    sv: 'Rumslig upplösning, högst så många meter: 1, 10, 100, 1000 eller more.',
    en: 'Spatial resolution, at most so many metres: 1, 10, 100, 1000 or more.',
    example: '10',
  },
};

const textParameter: Parameter = {
  name: 'q',
  in: 'query',
  description: {
    sv: 'Ord att söka efter. Böjningar och sammansättningar hittas också. "hela fraser", -inte, ELLER, och fältord: utgivare:, tema:, format:. Tomt: allt.',
    en: 'Words to search for. Inflected forms and compounds are found too. "whole phrases", -not, OR, and field words: publisher:, theme:, format:. Empty: everything.',
  },
  schema: { type: 'string', maxLength: 2000 },
  example: 'badplatser',
};

const narrowingParameters: readonly Parameter[] = [
  ...narrowing.map((name) => ({
    name,
    in: 'query' as const,
    description: {
      sv: `${facetDescriptions[name].sv} Kan upprepas: något av värdena räcker.`,
      en: `${facetDescriptions[name].en} May be repeated: any of the values will do.`,
    },
    schema: { type: 'array', items: { type: 'string', maxLength: 500 } },
    example: [facetDescriptions[name].example],
  })),
  year(
    'from',
    'Första året som innehållet ska gälla.',
    'First year that the content is to be about.',
    2020,
  ),
  year(
    'to',
    'Sista året som innehållet ska gälla.',
    'Last year that the content is to be about.',
    2024,
  ),
  {
    name: 'bbox',
    in: 'query',
    description: {
      sv: 'Område som innehållet ska beröra: väst,syd,öst,nord i grader (WGS 84).',
      en: 'Area that the content is to touch: west,south,east,north in degrees (WGS 84).',
    },
    schema: {
      type: 'string',
      maxLength: 100,
      // Empty, as a form sends it, is no box.
      pattern: '^(?:-?\\d{1,3}(?:\\.\\d{1,15})?(?:,-?\\d{1,3}(?:\\.\\d{1,15})?){3})?$',
    },
    example: '20.0,63.7,20.5,64.0',
  },
  {
    name: 'within',
    in: 'query',
    description: {
      sv: 'true: innehållet ska ligga helt inom bbox.',
      en: 'true: the content is to lie wholly inside bbox.',
    },
    schema: { type: 'boolean', default: false },
    example: true,
  },
];

const orderParameters: readonly Parameter[] = [
  {
    name: 'sort',
    in: 'query',
    description: {
      sv: 'Ordning: relevance (förval; utan ord senast ändrad), modified, issued, quality eller title.',
      en: 'Order: relevance (default; without words the last modified first), modified, issued, quality or title.',
    },
    schema: { type: 'string', enum: [...sorts], default: 'relevance' },
    example: 'modified',
  },
  {
    name: 'page',
    in: 'query',
    description: {
      sv: 'Sidans nummer, från 1, för de första 10 000 träffarna. Följ next för att gå längre.',
      en: 'Number of the page, from 1, for the first 10,000 hits. Follow next to go further.',
    },
    schema: { type: 'integer', minimum: 1, maximum: deepest },
    example: 1,
  },
];

/** Everything that a search can be written with, apart from `limit` and `cursor`, which all lists have. */
export const searchParameters: readonly Parameter[] = [
  textParameter,
  ...narrowingParameters,
  ...orderParameters,
];

/** What a program asks for beside the hits. */
export const facetParameters: readonly Parameter[] = [
  {
    name: 'facets',
    in: 'query',
    description: {
      sv: 'Fasett att räkna träffarna efter. Kan upprepas.',
      en: 'Facet to count the hits by. May be repeated.',
    },
    schema: { type: 'array', items: { type: 'string', enum: [...facetNames] } },
    example: ['theme'],
  },
  {
    name: 'facetLimit',
    in: 'query',
    description: {
      sv: 'Högst så många värden av varje fasett.',
      en: 'At most this many values of each facet.',
    },
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 10 },
    example: 10,
  },
];

/** Whether the address asks for a search. A page of the plain list is none, and one organisation's list is a plain list too. */
export function isSearch(ctx: Context): boolean {
  const { query } = ctx.state;
  return [...searchParameters, ...facetParameters].some(({ name, schema }) =>
    name === 'organization'
      ? query.list(name).length > 1
      : (schema.type === 'array' ? query.list(name)[0] : query.text(name)) !== undefined,
  );
}

/** What the one who reads the address decides. */
export interface SearchScope {
  /** What may be found at all; `kind=` narrows it. */
  readonly kinds: readonly SearchKind[];
  readonly facets: readonly FacetName[];
  /** Values of each facet; 10 when it is not said. */
  readonly facetSize?: number;
  /** Hits on a page when the address does not say. */
  readonly size?: number;
}

/**
 * The search that the address asks for. The language is the page's, or in the API the one of `Accept-Language`.
 * @throws HttpProblem `bad-request` naming what cannot be searched for: a box inside out, years in reverse, a page too deep.
 */
export function readSearchRequest(ctx: Context, scope: SearchScope): SearchRequest {
  const { query } = ctx.state;
  const faults: ParameterFault[] = [];
  const fault = (parameter: string, detail: Localized) =>
    faults.push({ in: 'query', parameter, detail });
  const filters = Object.fromEntries(
    narrowing
      .map(
        (name) => [name, [...new Set(query.list(name))].filter((value) => value !== '')] as const,
      )
      .filter(([, values]) => values.length > 0),
  ) as SearchRequest['filters'];
  const from = query.integer('from');
  const to = query.integer('to');
  if (from !== undefined && to !== undefined && from > to) fault('from', reversedYears);
  const box = readBox(query.text('bbox'));
  if (box === 'inside-out') fault('bbox', insideOut);
  const size = query.integer('limit') ?? scope.size ?? usualSize;
  const page = query.integer('page');
  const cursor = query.text('cursor');
  if (page !== undefined && cursor !== undefined) fault('page', pageOrCursor);
  if (page !== undefined && page > 1 && page * size >= deepest) fault('page', tooDeep);
  if (faults.length > 0) throw badParameters(faults);
  const relation = query.flag('within') ? 'within' : 'intersects';
  return {
    text: query.text('q')?.trim() ?? '',
    language: languageOf(ctx),
    kinds: scope.kinds,
    filters,
    ...(from === undefined && to === undefined ? {} : { years: [from ?? 0, to ?? 9999] as const }),
    ...(box === undefined || box === 'inside-out' ? {} : { box: { box, relation } as const }),
    sort: sorts.find((sort) => sort === query.text('sort')) ?? 'relevance',
    size,
    ...(page === undefined ? {} : { page }),
    ...(cursor === undefined ? {} : { cursor }),
    facets: scope.facets,
    facetSize: scope.facetSize ?? 10,
  };
}

function languageOf(ctx: Context): SearchRequest['language'] {
  if (!ctx.path.startsWith('/api/')) return pageLanguage(ctx);
  vary(ctx, 'Accept-Language');
  return preferredLanguage(ctx.req.headers['accept-language']);
}

/** `west,south,east,north`, whose form the parameter's pattern has judged. */
function readBox(text: string | undefined): Box | 'inside-out' | undefined {
  if (text === undefined || text === '') return undefined;
  const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
  const fits = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  return fits && west <= east && south <= north ? { west, south, east, north } : 'inside-out';
}

function year(name: string, sv: string, en: string, example: number): Parameter {
  const schema = { type: 'integer', minimum: 0, maximum: 9999 };
  return { name, in: 'query', description: { sv, en }, schema, example };
}

const reversedYears: Localized = {
  sv: 'Ska vara samma år som to eller tidigare.',
  en: 'Must be the same year as to, or earlier.',
};
const insideOut: Localized = {
  sv: 'Ska vara väst,syd,öst,nord med väst före öst och syd före nord, inom −180–180 och −90–90.',
  en: 'Must be west,south,east,north with west before east and south before north, within −180–180 and −90–90.',
};
const pageOrCursor: Localized = {
  sv: 'Skriv page eller cursor, inte båda.',
  en: 'Write page or cursor, not both.',
};
const tooDeep: Localized = {
  sv: 'Sidan ligger bortom de första 10 000 träffarna. Följ next från sidan före, eller sök snävare.',
  en: 'The page lies beyond the first 10,000 hits. Follow next from the page before, or narrow the search.',
};

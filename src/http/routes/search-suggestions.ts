import { collections } from '../../catalog/resource.ts';
import type { FacetName } from '../../search/facets.ts';
import type { Suggestion } from '../../search/search.ts';
import { preferredLanguage } from '../language.ts';
import { defineRoute, type Route } from '../route.ts';
import { searchAddress } from '../search-address.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';

/** What may be meant by the beginning of a text, for whoever is typing. */
export function searchSuggestionRoutes(services: Services): readonly Route[] {
  const { base } = services.context;
  return [
    defineRoute({
      method: 'GET',
      path: '/api/v1/suggestions',
      id: 'suggest',
      tag: 'search',
      summary: { sv: 'Förslag medan någon skriver', en: 'Suggestions while somebody types' },
      description: {
        sv: 'Titlar, organisationer, nyckelord, platser och standarder som kan vara menade. href leder till posten eller sökningen.',
        en: 'Titles, organisations, keywords, places and standards that may be meant. href leads to the record or the search.',
      },
      parameters: [
        {
          name: 'q',
          in: 'query',
          required: true,
          description: { sv: 'Det som är skrivet så långt.', en: 'What is written so far.' },
          schema: { type: 'string', maxLength: 200 },
          example: 'badpl',
        },
        {
          name: 'limit',
          in: 'query',
          description: { sv: 'Högst så många förslag.', en: 'At most this many suggestions.' },
          schema: { type: 'integer', minimum: 1, maximum: 20, default: 8 },
          example: 8,
        },
      ],
      access: 'public',
      responses: {
        200: {
          description: { sv: 'Förslagen, de troligaste först.', en: 'The likeliest first.' },
          content: { 'application/json': suggestionContent },
        },
      },
      problems: ['search-unavailable'],
      handler: async (ctx) => {
        const { query } = ctx.state;
        vary(ctx, 'Accept-Language');
        const suggestions = await services.search.suggest({
          text: query.text('q') ?? '',
          language: preferredLanguage(ctx.req.headers['accept-language']),
          size: query.integer('limit') ?? 8,
        });
        ctx.set('Cache-Control', 'public, max-age=10');
        ctx.body = {
          items: suggestions.map((one) => ({ ...one, href: suggestionAddress(base, one) })),
        };
      },
    }),
  ];
}

const facetOf: Readonly<Record<Exclude<Suggestion['type'], 'title'>, FacetName>> = {
  organization: 'organization',
  keyword: 'keyword',
  place: 'place',
  standard: 'conformsTo',
};

/** Where a suggestion leads: to the record whose title it is, else to the search that it narrows. */
export function suggestionAddress(
  base: string,
  { type, value, kind = 'dataset' }: Suggestion,
): string {
  if (type === 'title') return `${base}/${collections[kind]}/${value}`;
  const add = { facet: facetOf[type], value };
  return searchAddress(`${base}/${collections.dataset}`, {}, { add });
}

const suggestionContent = {
  schema: {
    type: 'object',
    required: ['items'],
    properties: {
      items: {
        type: 'array',
        items: {
          type: 'object',
          required: ['type', 'text', 'value', 'count', 'href'],
          properties: {
            type: {
              type: 'string',
              enum: ['title', 'organization', 'keyword', 'place', 'standard'],
            },
            text: { type: 'string' },
            value: { type: 'string' },
            kind: { type: 'string' },
            count: { type: 'integer' },
            href: { type: 'string', format: 'uri' },
          },
        },
      },
    },
  },
  example: {
    items: [
      {
        type: 'title',
        text: 'Badplatser i Umeå',
        value: 'umea-badplatser',
        kind: 'dataset',
        count: 1,
        href: 'https://data.example.se/datasets/umea-badplatser',
      },
    ],
  },
};

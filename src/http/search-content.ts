import type { Localized } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';
import { listContent } from './paging.ts';
import type { MediaContent } from './route.ts';

/** How a page of a search is described in the OpenAPI document: a page of a list, and more when something is searched for. */
export function searchContent(item: MediaContent): MediaContent {
  const list = listContent(item);
  const properties = list.schema.properties as JsonObject;
  return {
    schema: {
      ...list.schema,
      properties: {
        ...properties,
        facets: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              title: { type: 'string' },
              values: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    value: { type: 'string' },
                    label: { type: 'string' },
                    count: { type: 'integer' },
                  },
                },
              },
              more: { type: 'boolean' },
            },
          },
        },
        relaxed: { type: 'boolean' },
        correction: { type: ['string', 'null'] },
        notes: {
          type: 'array',
          items: {
            type: 'object',
            properties: { code: { type: 'string' }, text: { type: 'string' } },
          },
        },
      },
    },
    example: {
      ...(list.example as JsonObject),
      facets: {
        theme: {
          title: 'Tema',
          values: [{ value: 'ENVI', label: 'Miljö', count: 1 }],
          more: false,
        },
      },
      relaxed: false,
      correction: null,
      notes: [],
    },
  };
}

/** What a list says of itself that can be searched. */
export const searchedList: Localized = {
  sv: 'Med q eller något att avgränsa med är det en sökning bland det publicerade: items ordnas efter relevans, varje post säger i record.search varför den är med, facets räknar träffarna, correction är vad som kan ha menats, och relaxed betyder att ingen post har alla orden. Annars är det hela listan, äldst först.',
  en: 'With q or something to narrow by it is a search among what is published: items are ordered by relevance, each record says in record.search why it is there, facets count the hits, correction is what may have been meant, and relaxed means that no record has all the words. Else it is the whole list, oldest first.',
};

/** `record.search` of a record that was searched for. */
export const hitSchema: JsonObject = {
  type: 'object',
  description:
    'Finns i svar på sökningar: varför posten är med / In answers to searches: why the record is there',
  properties: {
    score: { type: 'integer' },
    title: { $ref: '#/components/schemas/MarkedText' },
    description: { oneOf: [{ $ref: '#/components/schemas/MarkedText' }, { type: 'null' }] },
    matches: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          query: { type: 'string', example: 'badplatserna' },
          found: { type: 'string', example: 'badplatser' },
          field: { type: 'string', enum: ['title', 'keyword', 'description', 'other'] },
          tier: { type: 'string', enum: ['exact', 'lemma', 'head', 'synonym', 'part', 'folded'] },
        },
      },
    },
  },
};

/** A text with the places of what was searched for. */
export const markedTextSchema: JsonObject = {
  type: 'object',
  required: ['text', 'language', 'marks'],
  properties: {
    text: { type: 'string', example: 'Badplatser i Umeå' },
    language: { type: 'string', example: 'sv' },
    marks: {
      type: 'array',
      description: '[början, slut) i UTF-16-enheter / [start, end) in UTF-16 units, RFC 8259 §8.2',
      items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
      example: [[0, 10]],
    },
  },
};

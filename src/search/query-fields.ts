import type { FacetName } from './facets.ts';
import type { QueryField } from './query-syntax.ts';
import type { Field } from './terms.ts';

/** The words that may stand before a colon in a query, in Swedish and English. */
const words: readonly (readonly [names: string, field: QueryField])[] = [
  ['utgivare publisher organisation organization org', facet('organization')],
  ['tema theme', facet('theme')],
  ['format filformat', facet('format')],
  ['licens license licence', facet('license')],
  ['plats place kommun län', facet('place')],
  ['standard', facet('conformsTo')],
  ['nyckelord keyword', text('keyword')],
  ['titel title', text('title')],
  ['beskrivning description', text('description')],
];

const byName = new Map(
  words.flatMap(([names, field]) => names.split(' ').map((name) => [name, field] as const)),
);

/** What a field word means, however it is cased; undefined for a word that is none. */
export function queryField(name: string): QueryField | undefined {
  return byName.get(name.normalize('NFC').toLowerCase());
}

function facet(name: FacetName): QueryField {
  return { type: 'facet', facet: name };
}

function text(field: Field): QueryField {
  return { type: 'text', field };
}

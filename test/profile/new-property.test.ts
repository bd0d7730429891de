import assert from 'node:assert/strict';
import test from 'node:test';
import { contextOf } from '../../src/profile/context.ts';
import { documentationOf } from '../../src/profile/documentation.ts';
import { formOf } from '../../src/profile/form.ts';
import { schemaOf } from '../../src/profile/json-schema.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { shapesOf } from '../../src/profile/shapes.ts';
import { nQuadsOf } from './expand-record.ts';
import { isVocabulary, schemasWith, vocabularies } from './schema-folder.ts';

const colour = {
  $ref: 'values.json#/$defs/text',
  'x-iri': 'schema:color',
  'x-obligation': 'recommended',
  'x-group': 'more',
  'x-order': 900,
  'x-label': { sv: 'Färg', en: 'Colour' },
  'x-help': { sv: 'Vilken färg har datat?', en: 'What colour is the data?' },
};

test('A property added to a schema file is everywhere without a line of code', async (t) => {
  const folder = schemasWith(t, 'dataset.json', ['properties', 'colour'], colour);

  const plan = loadPlan(folder, isVocabulary);

  assert.equal(plan.class('Dataset').property.get('colour')?.iri, 'http://schema.org/color');
  assert.match(
    shapesOf(plan, vocabularies),
    /<#Dataset-colour> a sh:PropertyShape ;\n {2}sh:path schema:color/,
  );
  assert.match(JSON.stringify(schemaOf(plan, 'Dataset')), /"colour":\{"title":"Colour"/);
  assert.match(JSON.stringify(formOf(plan, 'Dataset')), /"name":"colour","label":\{"sv":"Färg"/);
  assert.match(
    documentationOf(plan, 'sv'),
    /\| Färg \| `colour` \| <http:\/\/schema\.org\/color> \| rekommenderad \|/,
  );
  const record = { '@id': 'https://example.org/d', '@type': 'Dataset', colour: { sv: 'grön' } };
  assert.match(await nQuadsOf(record, contextOf(plan)), /<http:\/\/schema\.org\/color> "grön"@sv/);
});

test('A name that means something else in one class is told apart by that class’s type', async (t) => {
  const folder = schemasWith(t, 'location.json', ['properties', 'title'], {
    ...colour,
    'x-iri': 'locn:geographicName',
    'x-group': 'place-and-time',
  });
  const record = {
    '@id': 'https://example.org/d',
    '@type': 'Dataset',
    title: { sv: 'Luft' },
    spatial: [{ '@id': 'https://example.org/p', '@type': 'Location', title: { sv: 'Umeå' } }],
  };

  const text = await nQuadsOf(record, contextOf(loadPlan(folder, isVocabulary)));

  assert.match(text, /<http:\/\/purl\.org\/dc\/terms\/title> "Luft"@sv/);
  assert.match(text, /<http:\/\/www\.w3\.org\/ns\/locn#geographicName> "Umeå"@sv/);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { isAbsoluteIri } from '../../src/kernel/iri.ts';
import { schemaOf } from '../../src/profile/json-schema.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { sampleDataset } from './sample-dataset.ts';
import { isVocabulary, schemaFolder } from './schema-folder.ts';

const plan = loadPlan(schemaFolder, isVocabulary);
const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  formats: { iri: isAbsoluteIri },
});
const isDataset = ajv.compile(schemaOf(plan, 'Dataset'));

test('Every class has a schema that stands on its own', () => {
  for (const name of plan.classes.keys()) {
    const { $id, ...schema } = schemaOf(plan, name);
    assert.equal($id, plan.class(name).file);
    assert.doesNotThrow(
      () => new Ajv2020({ allowUnionTypes: true, formats: { iri: true } }).compile(schema),
      name,
    );
  }
});

test('A record that uses every form of value is valid', () => {
  assert.ok(isDataset(sampleDataset), JSON.stringify(isDataset.errors, undefined, 1));
});

test('The form of a value is not confused by a year alone or a number for a decimal', () => {
  assert.ok(isDataset({ ...sampleDataset, issued: '2026', spatialResolutionInMeters: 10 }));
});

const faults = [
  ['a missing title', { title: undefined }],
  ['a text that is no language map', { title: 'Luftkvalitet' }],
  ['a language that is none', { title: { 'på svenska': 'Luft' } }],
  ['one value where there are many', { theme: 'http://example.org/theme' }],
  ['a value that is no IRI', { source: ['en annan datamängd'] }],
  ['a date in words', { issued: 'i går' }],
  ['a duration in words', { temporalResolution: 'en timme' }],
  ['an unknown property', { colour: 'green' }],
  ['an unknown type', { '@type': 'Agent' }],
  [
    'a nested node with an unknown property',
    { offers: [{ '@type': 'Offer', description: { sv: 'Fri' }, price: 0 }] },
  ],
  ['a nested node without what it must have', { offers: [{ '@type': 'Offer' }] }],
] as const;

for (const [what, change] of faults) {
  test(`The schema refuses ${what}`, () => {
    const record = JSON.parse(JSON.stringify({ ...sampleDataset, ...change }));
    assert.equal(isDataset(record), false);
  });
}

test('What the program computes is neither asked for nor allowed', () => {
  const schema = JSON.stringify(schemaOf(plan, 'Catalog'));
  assert.doesNotMatch(schema, /"dataset"/);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { loadProfile } from '../../src/profile/load-profile.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import { sampleDataset } from './sample-dataset.ts';
import { schemaFolder, schemasWith, vocabularies } from './schema-folder.ts';

const profile = loadProfile(schemaFolder, vocabularies, () => new Date('2026-10-01T00:00:00Z'));

test('The profile judges a good record without an error', () => {
  const issues = profile.validate({ ...sampleDataset } as NodeObject, 'Dataset');
  assert.deepEqual(
    issues.filter(({ level }) => level === 'error'),
    [],
  );
});

test('The profile tells what is missing', () => {
  const { title: _, ...record } = sampleDataset;
  const issues = profile.validate(record as NodeObject, 'Dataset');
  assert.ok(issues.some(({ rule, level }) => rule === 'V004' && level === 'error'));
});

test('The profile serves a schema, a form and a page for what it knows', () => {
  assert.equal(profile.schema('DataService').$id, 'data-service.json');
  assert.equal(profile.form('DataService').class, 'DataService');
  assert.match(profile.documentation('en'), /## Data service – DataService/);
  assert.throws(() => profile.schema('CatalogRecord'), /no class CatalogRecord/);
});

test('A vocabulary that does not exist keeps the profile from loading', (t) => {
  const path = ['properties', 'type', 'x-vocabulary'];
  const folder = schemasWith(t, 'dataset.json', path, 'colours');
  assert.throws(() => loadProfile(folder, vocabularies), /dataset\.json#.*"colours"/);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { isJsonObject, type JsonObject } from '../../src/kernel/json.ts';
import { formOf } from '../../src/profile/form.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { isVocabulary, schemaFolder } from './schema-folder.ts';

const plan = loadPlan(schemaFolder, isVocabulary);

test('The form of a dataset begins with the title and goes on group by group', () => {
  const groups = list(formOf(plan, 'Dataset').groups);
  assert.deepEqual(
    groups.map(({ name }) => name),
    ['basics', 'content', 'files', 'place-and-time', 'responsibility', 'more'],
  );
  assert.equal(fields('Dataset')[0]?.name, 'title');
});

test('A field says everything that is needed to draw it', () => {
  const frequency = fields('Dataset').find(({ name }) => name === 'accrualPeriodicity');
  assert.deepEqual(frequency, {
    name: 'accrualPeriodicity',
    label: { sv: 'Uppdateringsfrekvens', en: 'Frequency of update' },
    help: {
      sv: 'Hur ofta datat uppdateras, till exempel dagligen eller årligen. Det gäller datat, inte beskrivningen.',
      en: 'How often the data is updated, for example daily or annually. This is about the data, not about the description.',
    },
    widget: 'concept',
    node: 'iri',
    obligation: 'optional',
    many: false,
    vocabulary: 'frequency',
    strict: true,
    source: 'DCAT-AP-SE 3.0.1, Dataset, dcterms:accrualPeriodicity',
  });
});

test('The form leaves out what is computed and what only the European profile has', () => {
  const catalog = fields('Catalog').map(({ name }) => name);
  assert.ok(!catalog.includes('dataset') && !catalog.includes('service'));
  assert.ok(!catalog.includes('creator'));
  assert.ok(!fields('Distribution').some(({ name }) => name === 'mediaType'));
});

test('A field for a described thing names the class whose form it takes', () => {
  assert.equal(fields('Dataset').find(({ name }) => name === 'publisher')?.class, 'Agent');
  assert.ok(fields('Agent').some(({ name }) => name === 'type'));
});

test('Every class has a form', () => {
  for (const name of plan.classes.keys()) assert.notEqual(fields(name).length, 0, name);
});

function fields(className: string): readonly JsonObject[] {
  return list(formOf(plan, className).groups).flatMap((group) => list(group.fields));
}

function list(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

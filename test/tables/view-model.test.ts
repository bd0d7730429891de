import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classOfValue, plainViewModel, viewModelOf } from '../../src/tables/view-model.ts';
import { standards, versionOf } from '../standards/surroundings.ts';

test('every standard is shown by what its schema says, in plain data', () => {
  for (const { versions } of standards) {
    for (const version of versions) {
      const model = viewModelOf(version);
      const names = new Set(model.columns.map(({ name }) => name));

      assert.deepEqual(structuredClone(model), model);
      assert.ok(model.views.length > 0);
      assert.ok(names.has(model.label) && names.has(model.sort));
      assert.ok([...model.card, ...model.table].every((name) => names.has(name)));
    }
  }
});

test('a category has the classes of its standard, in its order, whatever a file holds', () => {
  const { category } = viewModelOf(versionOf('badplats', '1.1.0'));

  assert.equal(category?.column, 'assessment');
  assert.ok((category?.classes.length ?? 0) > 1);
});

test('numbers are told apart by the bands of the standard', () => {
  const { category } = viewModelOf(versionOf('laddstation', '1.1.0'));
  assert.ok(category);

  assert.deepEqual(
    category.classes.map(({ label }) => label.sv),
    ['under 22 kW', '22–50 kW', 'över 50 kW'],
  );
  assert.deepEqual(
    [3.7, 21.9, 22, 50, 50.1, 350].map((power) => classOfValue(category, power)),
    ['0', '0', '1', '1', '2', '2'],
  );
  assert.equal(classOfValue(category, undefined), null);
  assert.equal(classOfValue(category, 'mycket'), null);
});

test('a table of no standard has a map when its columns are coordinates', () => {
  const column = (name: string, type: 'text' | 'number' | 'geometry') => ({
    name,
    type,
    label: { sv: name, en: name },
  });
  const placed = plainViewModel([
    column('Namn', 'text'),
    column('Lat', 'number'),
    column('Long', 'number'),
  ]);

  assert.deepEqual(placed.views, ['map', 'table']);
  assert.deepEqual(placed.geometry, { latitude: 'Lat', longitude: 'Long' });
  assert.deepEqual(plainViewModel([column('a', 'text'), column('b', 'number')]).views, ['table']);
  assert.deepEqual(plainViewModel([column('yta', 'geometry')]).geometry, { shape: 'yta' });
});

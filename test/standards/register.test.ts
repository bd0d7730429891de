import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { loadStandards } from '../../src/standards/load-standards.ts';
import type { StandardVersion } from '../../src/standards/standard.ts';

const standards = loadStandards(
  fileURLToPath(new URL('../../schemas/standards/', import.meta.url)),
);
const versions = standards.flatMap((standard) => standard.versions);
const nameOf = ({ standard, version }: StandardVersion): string => `${standard}/${version}`;

test('a version that is published never changes', () => {
  const published: unknown = JSON.parse(
    readFileSync(new URL('../fixtures/standards/digests.json', import.meta.url), 'utf8'),
  );
  const now = Object.fromEntries(versions.map((version) => [nameOf(version), version.digest]));
  assert.deepEqual(now, published, 'what is new gets a new number');
});

test('every version is a JSON Schema that refers to nothing outside itself, and takes its own examples', () => {
  for (const version of versions) {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    assert.ok(!JSON.stringify(version.schema).includes('"$ref"'), nameOf(version));
    const isValid = ajv.compile(version.schema);
    const row = Object.fromEntries(
      version.columns
        .filter(({ example }) => example !== undefined)
        .map(({ name, example, isList }) => [
          name,
          isList && !Array.isArray(example) ? [example] : example,
        ]),
    );
    isValid(row);
    const wrong = (isValid.errors ?? []).filter(({ keyword }) => keyword !== 'required');
    assert.deepEqual(wrong, [], nameOf(version));
    assert.equal(
      isValid({}),
      version.columns.every(({ obligation }) => obligation !== 'mandatory'),
    );
  }
});

test('every version says how it is told apart, shown and tagged', () => {
  for (const version of versions) {
    const at = nameOf(version);
    assert.ok(version.key.length > 0, at);
    for (const name of version.key) {
      const column = version.columns.find((one) => one.name === name);
      assert.ok(column, `${at}: ${name}`);
    }
    assert.ok(version.presentation.views.includes('table'), at);
    assert.ok(version.presentation.table.length > 1, at);
    assert.ok(
      !version.presentation.views.includes('map') || version.presentation.geometry !== undefined,
      at,
    );
    assert.ok(
      !version.presentation.views.includes('chart') || version.presentation.chart !== undefined,
      at,
    );
    assert.ok(version.themes.length > 0, at);
  }
});

test('a version that takes away, renames or demands a column has a new first number', () => {
  for (const version of versions) {
    const { predecessor, renamed, columns } = version;
    if (predecessor === undefined) continue;
    const before = versions.find((one) => nameOf(one) === `${version.standard}/${predecessor}`);
    assert.ok(before, nameOf(version));
    const names = new Set(columns.map(({ name }) => name));
    const breaks =
      renamed.size > 0 ||
      before.columns.some(({ name }) => !names.has(name)) ||
      columns.some(
        ({ name, obligation }) =>
          obligation === 'mandatory' &&
          before.columns.find((one) => one.name === name)?.obligation !== 'mandatory',
      );
    const isMajor = version.version.split('.')[0] !== predecessor.split('.')[0];
    assert.equal(isMajor, breaks, nameOf(version));
    for (const old of renamed.keys()) {
      assert.ok(
        before.columns.some(({ name }) => name === old),
        `${nameOf(version)}: ${old}`,
      );
    }
  }
});

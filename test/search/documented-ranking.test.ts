import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { queryField } from '../../src/search/query-fields.ts';
import { fields, tiers, weights } from '../../src/search/terms.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/search.md'), 'utf8');

test('docs/search.md shows what a hit is worth', () => {
  assert.ok(page.includes(`| Field | ${tiers.join(' | ')} |`));
  for (const field of fields) {
    assert.ok(
      page.includes(`| ${field} | ${tiers.map((tier) => weights[field][tier]).join(' | ')} |`),
      field,
    );
  }
});

test('every field word that docs/search.md shows is understood', () => {
  const shown = [...page.matchAll(/`(\p{L}+):[^`]*`/gu)].map(([, name = '']) => name);
  assert.ok(shown.length >= 10);
  assert.deepEqual(
    shown.filter((name) => queryField(name) === undefined),
    [],
  );
});

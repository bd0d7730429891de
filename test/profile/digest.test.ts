import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, digest } from '../../src/profile/digest.ts';

test('the order of keys and of values makes no difference', () => {
  const one = { title: { sv: 'Bad', en: 'Baths' }, theme: ['urn:b', 'urn:a'], extra: [] };
  const other = { extra: [], theme: ['urn:a', 'urn:b'], title: { en: 'Baths', sv: 'Bad' } };
  assert.equal(digest(one), digest(other));
});

test('a value said twice makes no difference, another value does', () => {
  assert.equal(digest({ theme: ['urn:a', 'urn:a'] }), digest({ theme: ['urn:a'] }));
  assert.notEqual(digest({ theme: ['urn:a'] }), digest({ theme: ['urn:b'] }));
});

test('the context and what the platform says about the record are no part of it', () => {
  const content = { title: { sv: 'Bad' } };
  assert.equal(
    digest(content),
    digest({ ...content, '@context': 'urn:c', record: { version: 3 } }),
  );
  assert.notEqual(digest(content), digest({ ...content, nested: { record: 1 } }));
});

test('a digest is 64 lower-case hexadecimal digits', () => {
  assert.match(digest({}), /^[0-9a-f]{64}$/);
});

test('shuffling any JSON leaves its canonical form as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.equal(canonicalJson(reversed(value)), canonicalJson(value));
    }),
  );
});

test('the canonical form of a value without arrays is JSON of the same value', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.boolean(), fc.integer())),
      (value) => {
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      },
    ),
  );
});

test('a record nested a hundred thousand deep does not exhaust the stack', () => {
  assert.match(
    digest(JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)),
    /^[0-9a-f]+$/,
  );
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)])
      .reverse(),
  );
}

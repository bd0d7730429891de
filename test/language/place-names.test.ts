import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlaceName } from '../../src/language/place-names.ts';

test('names of kommuner and län are known as such', () => {
  for (const name of ['umeå', 'göteborg', 'skåne', 'gävleborg']) assert.ok(isPlaceName(name), name);
});

test('a name that is a word for something else is not taken for a place', () => {
  for (const name of ['mark', 'vara', 'sala', 'bro', 'skola']) assert.ok(!isPlaceName(name), name);
});

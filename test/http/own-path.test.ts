import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownPath } from '../../src/http/own-path.ts';

const base = 'https://data.example.se';

test('a path of ours is kept with its query', () => {
  for (const path of ['/', '/workspace/umea', '/datasets?q=träd', '/a#b', '/login?next=//x']) {
    assert.equal(ownPath(path, base, '/fallback'), encodeURI(path), path);
  }
});

test('what may lead to another site leads to the fallback', () => {
  for (const text of [
    undefined,
    '',
    'workspace',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    ' //evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://data.example.se@evil.example/',
    'https://data.example.se.evil.example/',
    `/${'a'.repeat(5000)}`,
  ]) {
    assert.equal(ownPath(text, base, '/fallback'), '/fallback', String(text).slice(0, 60));
  }
});

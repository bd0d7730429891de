import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NodeObject } from '../../src/profile/record.ts';
import { completeness } from '../../src/quality/completeness.ts';
import { dataset, profile } from '../catalog/square.ts';

const score = (node: NodeObject) => completeness(profile, node, 'Dataset');

test('an empty description has 0, and one with everything that is demanded and recommended 100', () => {
  assert.equal(score({ '@type': 'Dataset' }), 0);
  const cls = profile.plan.class('Dataset');
  const filled = (name: string): NodeObject =>
    Object.fromEntries(profile.plan.class(name).properties.map((property) => [property.name, 'x']));
  assert.ok(cls.property.has('distribution'));
  assert.equal(
    score({ ...filled('Dataset'), distribution: [filled('Distribution') as never] }),
    100,
  );
});

test('what is demanded counts for more than what is recommended', () => {
  assert.ok(score({ title: { sv: 'Bad' } }) > score({ keyword: { sv: ['bad'] } }));
});

test('a dataset without distributions lacks a quarter', () => {
  const { distribution: _, ...without } = dataset;
  const [with_, less] = [score(dataset), score(without)];
  assert.ok(with_ > less && less <= 75, `${with_} ${less}`);
});

test('optional properties and empty ones change nothing', () => {
  const before = score(dataset);
  assert.equal(score({ ...dataset, versionNotes: { sv: ['Nytt'] } }), before);
  assert.ok(score({ ...dataset, description: { sv: ' ' } }) < before);
});

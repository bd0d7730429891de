import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineLength } from '../../src/standards/line-length.ts';

test('a line is as long as the ground beneath it', () => {
  const meridian = {
    type: 'LineString',
    coordinates: [
      [18, 59],
      [18, 59.5],
      [18, 60],
    ],
  };
  assert.equal(Math.round(lineLength(meridian) ?? 0), 111_195);
  const parallel = {
    type: 'LineString',
    coordinates: [
      [18, 60],
      [18.01, 60],
    ],
  };
  assert.equal(Math.round(lineLength(parallel) ?? 0), 556);
});

test('several lines are as long as all of them, without the gaps between', () => {
  const lines = {
    type: 'MultiLineString',
    coordinates: [
      [
        [18, 59],
        [18, 59.5],
      ],
      [
        [19, 59.5],
        [19, 60],
      ],
    ],
  };
  assert.equal(Math.round(lineLength(lines) ?? 0), 111_195);
});

test('what is no line has no length', () => {
  for (const geometry of [
    undefined,
    null,
    'LineString',
    { type: 'Point', coordinates: [18, 59] },
    { type: 'LineString', coordinates: [[18, 59]] },
    {
      type: 'LineString',
      coordinates: [
        [18, 59],
        ['18', 60],
      ],
    },
    { type: 'LineString', coordinates: [18, 59] },
    { type: 'MultiLineString', coordinates: [[18, 59]] },
    { type: 'MultiLineString', coordinates: [] },
  ])
    assert.equal(lineLength(geometry), undefined, JSON.stringify(geometry));
});

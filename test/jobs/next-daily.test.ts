import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextDaily } from '../../src/jobs/next-daily.ts';

const cases: readonly [after: string, hour: number, minute: number, next: string, why: string][] = [
  ['2026-11-23T19:00:00Z', 3, 10, '2026-11-24T02:10:00.000Z', 'winter is one hour ahead'],
  ['2026-07-01T00:00:00Z', 3, 10, '2026-07-01T01:10:00.000Z', 'summer is two hours ahead'],
  ['2026-07-01T01:10:00Z', 3, 10, '2026-07-02T01:10:00.000Z', 'never the moment itself'],
  ['2026-12-31T23:30:00Z', 0, 15, '2027-01-01T23:15:00.000Z', 'it is already past 00:15 there'],
  [
    '2026-03-28T12:00:00Z',
    2,
    30,
    '2026-03-29T01:30:00.000Z',
    'a time that is skipped is an hour later',
  ],
  ['2026-03-28T12:00:00Z', 3, 30, '2026-03-29T01:30:00.000Z', 'after the clocks went forward'],
  ['2026-10-24T12:00:00Z', 2, 30, '2026-10-25T00:30:00.000Z', 'the first of two'],
  [
    '2026-10-25T00:30:00Z',
    2,
    30,
    '2026-10-26T01:30:00.000Z',
    'once a day, though it is shown twice',
  ],
  ['2026-10-24T12:00:00Z', 3, 30, '2026-10-25T02:30:00.000Z', 'after the clocks went back'],
];

for (const [after, hour, minute, next, why] of cases) {
  test(`after ${after} the clocks of Stockholm next show ${hour}:${minute} at ${next}: ${why}`, () => {
    assert.equal(nextDaily(new Date(after), { hour, minute }).toISOString(), next);
  });
}

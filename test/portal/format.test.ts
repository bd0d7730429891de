import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatBytes,
  formatDate,
  formatNumber,
  formatRecent,
  formatTime,
} from '../../src/portal/words/format.ts';

/** Digits are grouped by spaces that do not break; here they are written as plain ones. */
const plain = (text: string) => text.replace(/\s/g, ' ');

test('numbers are written as each language writes them', () => {
  assert.equal(plain(formatNumber(12345.6, 'sv')), '12 345,6');
  assert.equal(formatNumber(12345.6, 'en'), '12,345.6');
  assert.equal(formatNumber(7, 'sv'), '7');
});

test('dates are as exact as what is given', () => {
  const cases = [
    ['2026-11-23', '23 november 2026', '23 November 2026'],
    ['2026-11-23T23:30:00Z', '24 november 2026', '24 November 2026'],
    ['2026-11-23+01:00', '23 november 2026', '23 November 2026'],
    ['2026-11', 'november 2026', 'November 2026'],
    ['2026', '2026', '2026'],
    ['i fjol', 'i fjol', 'i fjol'],
  ] as const;
  for (const [iso, sv, en] of cases) {
    assert.equal(formatDate(iso, 'sv'), sv);
    assert.equal(formatDate(iso, 'en'), en);
  }
});

test('times are told in Swedish time', () => {
  assert.equal(formatTime('2026-11-23T16:05:00Z', 'sv'), '23 november 2026 kl. 17:05');
  assert.equal(formatTime('2026-07-01T16:05:00Z', 'en'), '1 July 2026 at 18:05');
});

test('under a week ago is told from today, by the days of Sweden', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  assert.equal(formatRecent('2026-11-23', 'sv', now), 'i dag');
  assert.equal(formatRecent('2026-11-22T10:00:00Z', 'sv', now), 'i går');
  assert.equal(formatRecent('2026-11-22T23:30:00Z', 'sv', now), 'i dag');
  assert.equal(formatRecent('2026-11-19', 'en', now), '4 days ago');
  assert.equal(formatRecent('2026-11-16', 'sv', now), '16 november 2026');
  assert.equal(formatRecent('2026-11-24', 'sv', now), '24 november 2026');
});

test('sizes have at most one decimal, and only where it says something', () => {
  const cases = [
    [0, '0 B'],
    [999, '999 B'],
    [1_234_567, '1,2 MB'],
    [12_345_678, '12 MB'],
    [999_600, '1 MB'],
    [5_000_000_000, '5 GB'],
  ] as const;
  for (const [bytes, text] of cases) assert.equal(plain(formatBytes(bytes, 'sv')), text);
});

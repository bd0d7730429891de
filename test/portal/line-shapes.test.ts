import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChartLine, lineShapes } from '../../src/portal/charts/line-shapes.ts';

const frame = { left: 50, right: 450, top: 10, bottom: 210 } as const;

function line(label: string, ...values: readonly number[]): ChartLine {
  return { label, points: values.map((y, x) => ({ x, y })), isBenchmark: false };
}

test('a line runs from edge to edge, on a scale of round numbers that begins at nothing', () => {
  const { lines, ticks } = lineShapes([line('Umeå', 12, 48, 97)], frame);

  assert.deepEqual(
    ticks.map(({ value }) => value),
    [0, 50, 100],
  );
  assert.equal(lines[0]?.path, 'M50 186L250 114L450 16');
});

test('values far from nothing are not pressed together by it', () => {
  const { ticks } = lineShapes([line('år', 2019, 2024)], frame);

  assert.equal(ticks[0]?.value, 2018);
  assert.equal(ticks.at(-1)?.value, 2024);
});

test('one point is a dot in the middle, and no values are no lines', () => {
  const { lines } = lineShapes([line('ensam', 7)], frame);

  assert.equal(lines[0]?.path, '');
  assert.equal(lines[0]?.dots[0]?.x, 250);
  assert.deepEqual(lineShapes([], frame).lines, []);
  assert.equal(lineShapes([line('tom')], frame).lines[0]?.dots.length, 0);
});

test('names of lines that end alike stand apart, and inside the picture', () => {
  const alike = Array.from({ length: 8 }, (_, index) => line(`linje ${index}`, 1, 5));
  const ends = lineShapes(alike, frame)
    .lines.map(({ end }) => end.y)
    .sort((a, b) => a - b);

  ends.slice(1).forEach((y, index) => {
    assert.ok(y - (ends[index] ?? 0) >= 13.9);
  });
  assert.ok((ends[0] ?? 0) >= frame.top && (ends.at(-1) ?? 0) <= frame.bottom);
});

test('how low and high a value may be is part of the scale', () => {
  const points = [{ x: 0, y: 50, low: 20, high: 130 }];
  const { lines, ticks } = lineShapes([{ label: 'a', points, isBenchmark: false }], frame);

  assert.ok((ticks.at(-1)?.value ?? 0) >= 130);
  assert.equal(lines[0]?.errors.length, 1);
});

test('values that are all one do not divide by nothing', () => {
  for (const value of [0, 5, -3, 1e-9, 1e12]) {
    const { lines, ticks } = lineShapes([line('jämn', value, value)], frame);

    assert.ok(ticks.every(({ y }) => Number.isFinite(y)));
    assert.ok(lines[0]?.dots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  }
});

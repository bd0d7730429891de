import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../src/portal/tsx.ts';
import { barShapes } from '../../src/portal/charts/bar-shapes.ts';
import { yearBars } from '../../src/portal/charts/year-bars.ts';

const { BarChart } = await import('../../src/portal/charts/bar-chart.tsx');
const { renderToString } = await import('preact-render-to-string');
const { h } = await import('preact');

const size = { width: 640, height: 100 };
const bar = (label: string, value: number) => ({
  label,
  value,
  shown: `${value}`,
  isChosen: false,
});

test('the highest bar is as high as the drawing, and what is not nothing is seen', () => {
  const [most, least, none] = barShapes([bar('a', 5000), bar('b', 1), bar('c', 0)], size);
  assert.deepEqual([most?.height, most?.y], [100, 0]);
  assert.deepEqual([least?.height, least?.y], [3, 97]);
  assert.equal(none?.height, 0);
});

test('many bars share the width, and only as many labels are written as fit', () => {
  const shapes = barShapes(
    Array.from({ length: 60 }, (_, index) => bar(String(1960 + index), index)),
    size,
  );
  assert.ok(shapes.every(({ x, width }) => x >= 0 && x + width <= 640));
  const labelled = shapes.filter(({ isLabelled }) => isLabelled);
  assert.ok(labelled.length >= 5 && labelled.length <= 10);
  assert.ok(shapes.at(-1)?.isLabelled);
});

test('no bars make an empty drawing', () => {
  assert.deepEqual(barShapes([], size), []);
});

test('years stand in order and without gaps', () => {
  const bars = yearBars(
    [
      { value: '2022', count: 7 },
      { value: '2020', count: 3 },
    ],
    40,
  );
  assert.deepEqual(bars, [
    { from: 2020, to: 2020, count: 3 },
    { from: 2021, to: 2021, count: 0 },
    { from: 2022, to: 2022, count: 7 },
  ]);
});

test('a long time is told in fives, tens or fifties, each by its fullest year', () => {
  const counts = [
    { value: '1903', count: 1 },
    { value: '2021', count: 4 },
    { value: '2023', count: 9 },
  ];
  const bars = yearBars(counts, 40);
  assert.deepEqual(bars[0], { from: 1900, to: 1904, count: 1 });
  assert.deepEqual(bars.at(-1), { from: 2020, to: 2024, count: 9 });
  assert.equal(bars.length, 25);
});

test('open ends are no years', () => {
  assert.deepEqual(
    yearBars(
      [
        { value: '0000', count: 1 },
        { value: '9999', count: 2 },
      ],
      40,
    ),
    [],
  );
});

test('a chart has a name, a sentence and a table with the same links as its bars', () => {
  const html = renderToString(
    h(BarChart, {
      id: 'years',
      title: 'År',
      summary: 'Flest 2024.',
      bars: [{ ...bar('2024', 12), href: '/datasets?from=2024&to=2024', isChosen: true }],
      labels: { category: 'År', value: 'Antal', table: 'Visa som tabell' },
    }),
  );
  assert.match(html, /<figure[^>]*aria-labelledby="years-title"/);
  assert.match(html, /Flest 2024\./);
  assert.equal(html.match(/href="\/datasets\?from=2024&amp;to=2024"/g)?.length, 2);
  assert.match(html, /<th scope="col"[^>]*>Antal/);
});

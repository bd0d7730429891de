import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import '../../src/portal/tsx.ts';
import { placeGeometry } from '../../src/vocabularies/place-geometry.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const { boxOutline } = await import('../../src/portal/maps/box-outline.ts');
const { clip } = await import('../../src/portal/maps/clip.ts');
const { outline } = await import('../../src/portal/maps/outline.ts');
const { height, project, width } = await import('../../src/portal/maps/projection.ts');
const { svgPath } = await import('../../src/portal/maps/svg-path.ts');
const { level, SwedenMap } = await import('../../src/portal/maps/sweden-map.tsx');
const { Locator } = await import('../../src/portal/maps/locator.tsx');
const { renderToString } = await import('preact-render-to-string');
const { h } = await import('preact');

const places = loadVocabularies(join(import.meta.dirname, '../../vocabularies')).get('place');

test('every county and every seat of a municipality lies in the drawing', () => {
  for (const { iri, prefLabel } of places.concepts) {
    const geometry = placeGeometry(places, iri);
    if (geometry === undefined) continue;
    const [x, y] = project(geometry.point);
    assert.ok(x > 0 && x < width && y > 0 && y < height, prefLabel.sv);
  }
});

test('distances in the drawing are kilometres, to within a few', () => {
  // Stockholm and Göteborg, Malmö and Umeå, as the crow flies.
  assert.ok(Math.abs(distance([18.069, 59.329], [11.967, 57.707]) - 398) < 4);
  assert.ok(Math.abs(distance([13.001, 55.606], [20.26, 63.828]) - 1001) < 10);
});

test('the outline has the counties of the list of places, each with an area to press', () => {
  const { counties, neighbours } = outline();
  const codes = places.concepts.filter(({ facts }) => facts.kind === 'county');
  assert.deepEqual(
    counties.map(({ code }) => code).toSorted(),
    codes.map(({ code }) => code).toSorted(),
  );
  for (const { code, path } of counties) assert.match(path, /^M-?\d+ -?\d+l.{20,}z$/, code);
  assert.ok(neighbours.length > 1000);
});

test('the drawing weighs at most 15 kB', () => {
  const { counties, neighbours } = outline();
  const size = neighbours.length + counties.reduce((sum, { path }) => sum + path.length, 0);
  assert.ok(size <= 15_000, String(size));
});

test('a ring is cut at the frame, one outside it goes away, one inside it stays', () => {
  const frame = { left: 0, top: 0, right: 10, bottom: 10 };
  const square = (from: number, to: number) =>
    [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
    ] as const;
  assert.deepEqual(clip(square(2, 4), frame).toSorted(), square(2, 4).toSorted());
  assert.deepEqual(clip(square(20, 40), frame), []);
  assert.deepEqual(clip(square(-5, 5), frame).toSorted(), square(0, 5).toSorted());
});

test('a path goes by whole steps and leaves out what is too small to see', () => {
  const ring = [
    [0, 0],
    [10, 0.4],
    [10, 1],
    [10, 10],
    [-3, 10],
  ] as const;
  assert.equal(svgPath([ring], 2), 'M0 0l10 0 0 10-13 0z');
  assert.equal(svgPath([ring.slice(0, 2)], 2), '');
});

test('a box is outlined, a small one is a dot, and one elsewhere is not drawn', () => {
  const sweden = boxOutline({ west: 11, south: 55.3, east: 24.2, north: 69.1 });
  assert.ok(sweden !== undefined && 'path' in sweden);
  const square = boxOutline({ west: 18.06, south: 59.32, east: 18.08, north: 59.34 });
  assert.ok(square !== undefined && 'dot' in square);
  assert.equal(boxOutline({ west: -75, south: -35, east: -70, north: -30 }), undefined);
});

test('the whole world is a box like another', () => {
  const world = boxOutline({ west: -180, south: -90, east: 180, north: 90 });
  assert.ok(world !== undefined && 'path' in world);
  assert.doesNotMatch(world.path, /NaN|Infinity/);
});

test('shades go from none to full by the root of the share', () => {
  assert.deepEqual(
    [0, 1, 6, 25, 57, 100].map((count) => level(count, 100)),
    [0, 1, 1, 2, 4, 4],
  );
});

test('the map is for pointers: hidden from those who get the list, and no stop for the keyboard', () => {
  const html = renderToString(
    h(SwedenMap, {
      counties: [
        {
          code: '604010',
          name: 'Norrbottens län',
          count: 12,
          shown: '12',
          href: '/datasets?place=604010',
          point: [20.4, 66.8],
        },
      ],
    }),
  );
  assert.match(html, /^<svg[^>]*aria-hidden="true"/);
  assert.match(html, /<a href="\/datasets\?place=604010" tabindex="-1">/);
  assert.match(html, /<title>Norrbottens län: 12<\/title>/);
});

test('a locator says what it shows, and shows nothing when there is nothing', () => {
  const box = { west: 19.6, south: 63.5, east: 21, north: 64.1 };
  const html = renderToString(h(Locator, { boxes: [box], label: 'Karta: Umeå' }));
  assert.match(html, /role="img" aria-label="Karta: Umeå"/);
  assert.match(html, /class="locator-box"/);
  assert.equal(renderToString(h(Locator, { boxes: [], label: 'Karta' })), '');
});

function distance(
  from: readonly [longitude: number, latitude: number],
  to: readonly [longitude: number, latitude: number],
): number {
  const [[x, y], [u, v]] = [project(from), project(to)];
  return Math.hypot(u - x, v - y);
}

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { type PlaceGeometry, placeGeometry } from '../../src/vocabularies/place-geometry.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const places = loadVocabularies(join(import.meta.dirname, '../../vocabularies')).get('place');
const ofKind = (kind: string) => places.concepts.filter(({ facts }) => facts.kind === kind);

test('every county and every municipality has a point and a box', () => {
  const without = [...ofKind('county'), ...ofKind('municipality')].filter(
    ({ iri }) => placeGeometry(places, iri) === undefined,
  );
  assert.deepEqual(without, []);
});

test('countries have no geometry, and neither have places that are not in the list', () => {
  assert.equal(placeGeometry(places, 'http://sws.geonames.org/2661886'), undefined);
  assert.equal(placeGeometry(places, 'http://sws.geonames.org/1'), undefined);
});

test('every place lies in Sweden, its point in its own box and its box around some land', () => {
  for (const { iri, prefLabel } of [...ofKind('county'), ...ofKind('municipality')]) {
    const { point, box } = geometryOf(iri);
    assert.ok(box.west >= 10.9 && box.east <= 24.2, prefLabel.sv);
    assert.ok(box.south >= 55.3 && box.north <= 69.1, prefLabel.sv);
    assert.ok(box.west < box.east && box.south < box.north, prefLabel.sv);
    assert.ok(holds(box, point), prefLabel.sv);
  }
});

test('a municipality lies in the box of its county', () => {
  for (const { iri, broader, prefLabel } of ofKind('municipality')) {
    const county = geometryOf(broader[0] ?? '').box;
    const { point, box } = geometryOf(iri);
    assert.ok(holds(county, point), prefLabel.sv);
    assert.ok(box.west >= county.west - 0.1 && box.east <= county.east + 0.1, prefLabel.sv);
    assert.ok(box.south >= county.south - 0.1 && box.north <= county.north + 0.1, prefLabel.sv);
  }
});

test('no two municipalities have the same seat', () => {
  const seats = ofKind('municipality').map(({ iri }) => geometryOf(iri).point.join(' '));
  assert.equal(new Set(seats).size, 290);
});

test('well-known seats are where they are', () => {
  for (const [code, longitude, latitude] of [
    ['602149', 20.26, 63.83],
    ['2673723', 18.07, 59.33],
  ] as const) {
    const { point } = geometryOf(`http://sws.geonames.org/${code}`);
    assert.ok(Math.abs(point[0] - longitude) < 0.05 && Math.abs(point[1] - latitude) < 0.05);
  }
});

function geometryOf(iri: string): PlaceGeometry {
  const geometry = placeGeometry(places, iri);
  assert.ok(geometry !== undefined, iri);
  return geometry;
}

function holds({ west, south, east, north }: PlaceGeometry['box'], point: readonly number[]) {
  const [longitude = Number.NaN, latitude = Number.NaN] = point;
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

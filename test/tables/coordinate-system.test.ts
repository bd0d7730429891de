import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CoordinateSystem,
  coordinateSystem,
  localZones,
  rt90,
  sweref99Tm,
} from '../../src/tables/coordinate-system.ts';

/** Points that were computed by others, with what they are in each grid. */
const points: readonly (readonly [CoordinateSystem | undefined, number, number, number, number])[] =
  [
    [sweref99Tm, 6580743.008, 674571.866, 59.3293, 18.0686],
    [coordinateSystem(3011), 6579354.448, 153905.093, 59.3293, 18.0686],
    [sweref99Tm, 6400326.036, 319758.02, 57.7089, 11.9746],
    [sweref99Tm, 6163926.553, 374243.759, 55.605, 13.0038],
    [sweref99Tm, 7536069.97, 719583.123, 67.8558, 20.2253],
    [sweref99Tm, 6581015.443, 675985.813, 59.331156, 18.093635],
    [rt90, 6581164, 1630250, 59.331156, 18.093635],
  ];

for (const [system, northing, easting, latitude, longitude] of points) {
  test(`${northing}, ${easting} in ${system?.name} is ${latitude}, ${longitude} in WGS 84`, () => {
    const [north = 0, east = 0] = system?.toWgs84(northing, easting) ?? [];
    // A millionth of a degree is a decimetre, which is what the points are known to.
    const slack = system === rt90 ? 5e-6 : 6e-7;
    assert.ok(Math.abs(north - latitude) <= slack, `latitude ${north}`);
    assert.ok(Math.abs(east - longitude) <= slack, `longitude ${east}`);
  });
}

test('the zones of SWEREF 99 have the numbers that EPSG gave them', () => {
  assert.deepEqual(
    localZones.map(({ epsg, name }) => `${epsg} ${name.slice(10)}`),
    [
      ...['3007 12 00', '3008 13 30', '3009 15 00', '3010 16 30', '3011 18 00', '3012 14 15'],
      ...['3013 15 45', '3014 17 15', '3015 18 45', '3016 20 15', '3017 21 45', '3018 23 15'],
    ],
  );
});

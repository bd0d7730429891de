import proj4 from 'proj4';

/** A grid that positions in Sweden are measured in, in metres. */
export interface CoordinateSystem {
  /** Its number in EPSG's register. */
  readonly epsg: number;
  readonly name: string;
  /** Degrees of WGS 84, with the seven decimals that have a meaning. */
  toWgs84(northing: number, easting: number): readonly [latitude: number, longitude: number];
}

interface Grid {
  readonly epsg: number;
  readonly name: string;
  readonly meridian: number;
  readonly scale: number;
  readonly falseNorthing: number;
  readonly falseEasting: number;
}

/**
 * A Gauss–Krüger grid on GRS 80, whose difference from WGS 84 is below what anybody measures a bench with. Lantmäteriet, Gauss
 * Conformal Projection.
 */
function gridOf({
  epsg,
  name,
  meridian,
  scale,
  falseNorthing,
  falseEasting,
}: Grid): CoordinateSystem {
  const convert = proj4(
    `+proj=etmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=${falseEasting} +y_0=${falseNorthing} +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs`,
    'WGS84',
  );
  return {
    epsg,
    name,
    toWgs84(northing, easting) {
      const [longitude = Number.NaN, latitude = Number.NaN] = convert.forward([easting, northing]);
      return [rounded(latitude), rounded(longitude)];
    },
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

export const sweref99Tm = gridOf({
  epsg: 3006,
  name: 'SWEREF 99 TM',
  meridian: 15,
  scale: 0.9996,
  falseNorthing: 0,
  falseEasting: 500_000,
});

/** Fitted to SWEREF 99 directly, good to a decimetre or two. */
export const rt90 = gridOf({
  epsg: 3021,
  name: 'RT 90 2,5 gon V',
  meridian: 15 + 48 / 60 + 22.624306 / 3600,
  scale: 1.00000561024,
  falseNorthing: -667.711,
  falseEasting: 1_500_064.274,
});

/** The twelve local zones of SWEREF 99, by the degrees and minutes of their meridians, in the order of their EPSG codes. */
export const localZones: readonly CoordinateSystem[] = [
  ...['12 00', '13 30', '15 00', '16 30', '18 00', '14 15', '15 45', '17 15', '18 45', '20 15'],
  ...['21 45', '23 15'],
].map((zone, index) => {
  const [degrees = 0, minutes = 0] = zone.split(' ').map(Number);
  return gridOf({
    epsg: 3007 + index,
    name: `SWEREF 99 ${zone}`,
    meridian: degrees + minutes / 60,
    scale: 1,
    falseNorthing: 0,
    falseEasting: 150_000,
  });
});

/** The grid with a number of EPSG's; undefined for one that is not used in Sweden. */
export function coordinateSystem(epsg: number): CoordinateSystem | undefined {
  return [sweref99Tm, rt90, ...localZones].find((system) => system.epsg === epsg);
}

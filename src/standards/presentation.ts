import {
  refuseUnknownKeys,
  type SchemaSource,
  schemaFault,
  sourceAt,
  sourcesAt,
  stringAt,
  stringsAt,
  wordAt,
} from '../profile/schema-source.ts';

const views = ['map', 'table', 'chart', 'calendar', 'images'] as const;

export type View = (typeof views)[number];

const tones = ['good', 'fair', 'bad'] as const;

export type Tone = (typeof tones)[number];

/** How the rows of a standard are shown, the same for every publisher. Every name is a column's. */
export interface Presentation {
  /** What a row is called. */
  readonly label: string;
  /** What rows are told apart by: colour on a map, groups in a list. */
  readonly category: string | undefined;
  /** Where a category of numbers is cut: 22 and 50 make below 22, 22–50 and above 50. Empty when each value is one of its own. */
  readonly bands: readonly number[];
  /** What a value of the category says of the row, and so its colour; empty when none is better than another. */
  readonly tones: ReadonlyMap<string, Tone>;
  readonly geometry:
    | { readonly latitude: string; readonly longitude: string }
    | { readonly shape: string }
    /** A code of a county or a municipality, or `00`: the map colours areas. */
    | { readonly area: string }
    | undefined;
  readonly time:
    | {
        readonly column: string;
        /** Where a time has an end. */
        readonly until: string | undefined;
        readonly role: 'observed' | 'valid' | 'updated';
        readonly granularity: 'year' | 'month' | 'week' | 'day' | 'hour';
      }
    | undefined;
  readonly values: readonly ShownValue[];
  /** What lines and bars are one of: an area, a station. */
  readonly series: string | undefined;
  /** On the card of a point. */
  readonly popup: readonly string[];
  /** Columns that a table shows before any are chosen. */
  readonly table: readonly string[];
  /** In the order that they are offered. */
  readonly views: readonly View[];
  readonly chart:
    | {
        readonly type: 'bar' | 'line';
        readonly x: string;
        /** A column, or `count` for the number of rows. */
        readonly y: string;
        readonly by: string | undefined;
        /** Columns of how low and how high the value may be: error bars. */
        readonly low: string | undefined;
        readonly high: string | undefined;
        /** The value of `by` that all others are compared with, drawn as a line: `00`. */
        readonly benchmark: string | undefined;
      }
    | undefined;
  readonly sort: string;
}

/** A column that can be measured. A share or a rate has the aggregate `none`: it must not be added up or averaged. */
export interface ShownValue {
  readonly column: string;
  readonly aggregate: 'sum' | 'mean' | 'none';
}

const keywords = new Set([
  'label',
  'category',
  'bands',
  'tones',
  'geometry',
  'time',
  'values',
  'series',
  'popup',
  'table',
  'views',
  'chart',
  'sort',
]);

/** Reads `x-presentation`. @throws Error that names file and pointer on any fault, a column that is not there included. */
export function readPresentation(source: SchemaSource, known: ReadonlySet<string>): Presentation {
  refuseUnknownKeys(source, keywords);
  const column = (at: SchemaSource, key: string): string | undefined => {
    const name = stringAt(at, key);
    if (name !== undefined && !known.has(name))
      throw schemaFault(at, key, `"${name}" is no column.`);
    return name;
  };
  const demanded = (at: SchemaSource, key: string): string => {
    const name = column(at, key);
    if (name === undefined) throw schemaFault(at, key, 'is missing.');
    return name;
  };
  const columns = (key: string): readonly string[] => {
    const names = stringsAt(source, key);
    const strange = names.find((name) => !known.has(name));
    if (strange !== undefined) throw schemaFault(source, key, `"${strange}" is no column.`);
    return names;
  };
  const part = <Part>(key: string, read: (at: SchemaSource) => Part): Part | undefined =>
    source.value[key] === undefined ? undefined : read(sourceAt(source, key));
  const label = demanded(source, 'label');
  return {
    label,
    category: column(source, 'category'),
    bands: bandsAt(source),
    tones: part('tones', tonesAt) ?? new Map(),
    geometry: part('geometry', (at) => {
      if (at.value.shape !== undefined) return { shape: demanded(at, 'shape') };
      if (at.value.area !== undefined) return { area: demanded(at, 'area') };
      return { latitude: demanded(at, 'latitude'), longitude: demanded(at, 'longitude') };
    }),
    time: part('time', (at) => ({
      column: demanded(at, 'column'),
      until: column(at, 'until'),
      role: wordAt(at, 'role', ['observed', 'valid', 'updated']),
      granularity: wordAt(at, 'granularity', ['year', 'month', 'week', 'day', 'hour']),
    })),
    values: sourcesAt(source, 'values').map((at) => ({
      column: demanded(at, 'column'),
      aggregate: wordAt(at, 'aggregate', ['sum', 'mean', 'none']),
    })),
    series: column(source, 'series'),
    popup: columns('popup'),
    table: columns('table'),
    views: stringsAt(source, 'views').map((view) => {
      const known = views.find((one) => one === view);
      if (known === undefined) throw schemaFault(source, 'views', `"${view}" is no view.`);
      return known;
    }),
    chart: part('chart', (at) => ({
      type: wordAt(at, 'type', ['bar', 'line']),
      x: demanded(at, 'x'),
      y: at.value.y === 'count' ? 'count' : demanded(at, 'y'),
      by: column(at, 'by'),
      low: column(at, 'low'),
      high: column(at, 'high'),
      benchmark: stringAt(at, 'benchmark'),
    })),
    sort: column(source, 'sort') ?? label,
  };
}

function bandsAt(source: SchemaSource): readonly number[] {
  const bands = source.value.bands ?? [];
  if (!Array.isArray(bands)) throw schemaFault(source, 'bands', 'must be an array.');
  return bands.map((band) => {
    if (typeof band !== 'number') throw schemaFault(source, 'bands', 'must hold numbers.');
    return band;
  });
}

function tonesAt(source: SchemaSource): ReadonlyMap<string, Tone> {
  return new Map(
    Object.keys(source.value).map((value) => [value, wordAt(source, value, tones)] as const),
  );
}

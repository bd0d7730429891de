import type { Localized } from '../kernel/issue.ts';
import type { Column, Form } from '../standards/column.ts';
import type { Presentation, Tone, View } from '../standards/presentation.ts';
import type { StandardVersion } from '../standards/standard.ts';
import type { RowColumn, RowType } from './row-column.ts';

/**
 * How rows are shown, as plain data that pages, islands and other programs share. It is made of a standard's presentation and of nothing
 * that a file could say, so that the same kind of data looks the same whoever publishes it.
 */
export interface ViewModel {
  /** `badplats/1.1.0`; null for a table that follows no standard. */
  readonly standard: string | null;
  /** In the order of the standard. */
  readonly columns: readonly ShownColumn[];
  /** In the order that they are offered, never empty. */
  readonly views: readonly View[];
  /** Columns by name: what a row is called, what a card says, what a table shows before any are chosen, and its order. */
  readonly label: string;
  readonly card: readonly string[];
  readonly table: readonly string[];
  readonly sort: string;
  readonly category: ShownCategory | null;
  readonly geometry: Presentation['geometry'] | null;
  readonly time: Presentation['time'] | null;
  readonly chart: Presentation['chart'] | null;
  /** What can be measured. A share has the aggregate `none`: it is never added up. */
  readonly measures: Presentation['values'];
  readonly series: string | null;
}

export interface ShownColumn {
  readonly name: string;
  readonly label: Localized;
  readonly help: Localized | null;
  readonly form: Form;
  readonly isList: boolean;
  readonly unit: string | null;
  /** What coded values mean, by their text. */
  readonly values: Readonly<Record<string, Localized>>;
}

/** What rows are told apart by. */
export interface ShownCategory {
  readonly column: string;
  /** In the order of the standard; empty when the values are whatever the rows hold. */
  readonly classes: readonly CategoryClass[];
  /** Where numbers are cut; empty when each value is a class of its own. */
  readonly bands: readonly number[];
}

/** Values that look alike. */
export interface CategoryClass {
  /** The value as text, or the place of the band, counted from 0. */
  readonly key: string;
  readonly label: Localized;
  readonly tone: Tone | null;
}

/** How rows of the standard are shown, whoever publishes them. */
export function viewModelOf(version: StandardVersion): ViewModel {
  const { presentation: shown, columns } = version;
  return {
    standard: `${version.standard}/${version.version}`,
    columns: columns.map(shownColumn),
    views: shown.views.length > 0 ? shown.views : ['table'],
    label: shown.label,
    card: shown.popup,
    table: shown.table,
    sort: shown.sort,
    category: categoryOf(columns, shown),
    geometry: shown.geometry ?? null,
    time: shown.time ?? null,
    chart: shown.chart ?? null,
    measures: shown.values,
    series: shown.series ?? null,
  };
}

/** How a table is shown that follows no standard: all it has, and a map where two columns are coordinates or one is a geometry. */
export function plainViewModel(columns: readonly RowColumn[]): ViewModel {
  const names = columns.map(({ name }) => name);
  const named = (...wanted: readonly string[]) =>
    names.find((name) => wanted.includes(name.toLowerCase()));
  const latitude = named('latitude', 'lat', 'latitud');
  const longitude = named('longitude', 'lon', 'lng', 'long', 'longitud');
  const shape = columns.find(({ type }) => type === 'geometry')?.name;
  const geometry =
    latitude !== undefined && longitude !== undefined
      ? { latitude, longitude }
      : shape === undefined
        ? null
        : { shape };
  const label = columns.find(({ type }) => type === 'text')?.name ?? names[0] ?? '';
  const table = columns.filter(({ type }) => type !== 'geometry').map(({ name }) => name);
  return {
    standard: null,
    columns: columns.map((column) => ({
      name: column.name,
      label: column.label,
      help: null,
      form: formOf[column.type],
      isList: column.type === 'list',
      unit: column.unit ?? null,
      values: {},
    })),
    views: geometry === null ? ['table'] : ['map', 'table'],
    label,
    card: table.slice(0, 8),
    table: table.slice(0, 12),
    sort: '',
    category: null,
    geometry,
    time: null,
    chart: null,
    measures: [],
    series: null,
  };
}

const formOf: Readonly<Record<RowType, Form>> = {
  text: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  list: 'text',
  geometry: 'geometry',
};

function shownColumn({ name, label, help, form, isList, unit, values = [] }: Column): ShownColumn {
  return {
    name,
    label,
    help: help ?? null,
    form,
    isList,
    unit: unit ?? null,
    values: Object.fromEntries(values.map((coded) => [String(coded.value), coded.label])),
  };
}

function categoryOf(
  columns: readonly Column[],
  { category, bands, tones }: Presentation,
): ShownCategory | null {
  const column = columns.find(({ name }) => name === category);
  if (column === undefined) return null;
  const tone = (key: string): Tone | null => tones.get(key) ?? null;
  const classes: readonly CategoryClass[] =
    bands.length > 0
      ? bandLabels(bands, column.unit).map((label, index) => ({
          key: String(index),
          label,
          tone: tone(String(index)),
        }))
      : (column.values ?? []).map(({ value, label }) => ({
          key: String(value),
          label,
          tone: tone(String(value)),
        }));
  return { column: column.name, classes, bands };
}

/** `under 22 kW`, `22–50 kW`, `över 50 kW`. */
function bandLabels(bands: readonly number[], unit: string | undefined): readonly Localized[] {
  const end = unit === undefined ? '' : ` ${unit}`;
  const sv = (value: number) => String(value).replace('.', ',');
  const [first = 0] = bands;
  const last = bands.at(-1) ?? first;
  return [
    { sv: `under ${sv(first)}${end}`, en: `below ${first}${end}` },
    ...bands.slice(1).map((high, index) => {
      const low = bands[index] ?? high;
      return { sv: `${sv(low)}–${sv(high)}${end}`, en: `${low}–${high}${end}` };
    }),
    { sv: `över ${sv(last)}${end}`, en: `above ${last}${end}` },
  ];
}

/** The class that a value is in, by its key; null for none. */
export function classOfValue({ bands }: ShownCategory, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (bands.length === 0) return String(value);
  const number = Number(value);
  if (Number.isNaN(number)) return null;
  const band = bands.findIndex((cut, index) => (index === 0 ? number < cut : number <= cut));
  return String(band < 0 ? bands.length : band);
}

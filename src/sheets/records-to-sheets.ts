import { isJsonObject } from '../kernel/json.ts';
import type { Plan } from '../profile/plan.ts';
import type { NodeObject } from '../profile/record.ts';
import type { Sheet } from '../tables/sheet.ts';
import { cellOf, type SheetColumn, sheetColumns } from './sheet-columns.ts';

/** A record to be written as a row. */
export interface RowRecord {
  readonly name: string;
  readonly state: string;
  readonly content: NodeObject;
}

/** Rows before the records: labels in Swedish and in English, and the technical names that reading goes by. */
export const headings = 3;

export const sheetNames = { datasets: 'datasets', distributions: 'distributions' } as const;

/** Datasets as sheets: one row a dataset, and on a second sheet one row a distribution. */
export function recordsToSheets(plan: Plan, records: readonly RowRecord[]): readonly Sheet[] {
  const datasets = sheetColumns(
    plan,
    'Dataset',
    records.map(({ content }) => content),
  );
  const parts = records.flatMap(({ name, content }) =>
    distributionsOf(content).map((part) => ({ name, part })),
  );
  const distributions = sheetColumns(
    plan,
    'Distribution',
    parts.map(({ part }) => part),
  );
  return [
    {
      name: sheetNames.datasets,
      rows: [
        ...titles(datasets, [nameColumn, stateColumn]),
        ...records.map(({ name, state, content }) => [
          name,
          state,
          ...datasets.map((column) => cellOf(column, content)),
        ]),
      ],
    },
    {
      name: sheetNames.distributions,
      rows: [
        ...titles(distributions, [datasetColumn, idColumn]),
        ...parts.map(({ name, part }) => [
          name,
          typeof part['@id'] === 'string' ? part['@id'] : '',
          ...distributions.map((column) => cellOf(column, part)),
        ]),
      ],
    },
  ];
}

/** The distributions that are described in the dataset. */
export function distributionsOf({ distribution }: NodeObject): readonly NodeObject[] {
  return Array.isArray(distribution) ? distribution.filter(isJsonObject) : [];
}

type Title = readonly [sv: string, en: string, key: string];

const nameColumn: Title = ['Namn i adressen', 'Name in the address', 'name'];
const stateColumn: Title = ['Läge (läses inte in)', 'State (not read in)', 'state'];
const datasetColumn: Title = ['Datamängdens namn', 'Name of the dataset', 'dataset'];
const idColumn: Title = ['Identitet (ändra inte)', 'Identity (do not change)', '@id'];

function titles(columns: readonly SheetColumn[], first: readonly Title[]): readonly string[][] {
  return [
    [...first.map(([sv]) => sv), ...columns.map(({ label }) => label.sv)],
    [...first.map(([, en]) => en), ...columns.map(({ label }) => label.en)],
    [...first.map(([, , key]) => key), ...columns.map(({ key }) => key)],
  ];
}

import fc from 'fast-check';
import type { NodeObject } from '../../src/profile/record.ts';
import { catalog, dataset, hvdDataset, plan, series, service } from './sample-records.ts';

/** A record with the class that it is to be judged as. */
export interface Sample {
  readonly record: NodeObject;
  readonly className: string;
}

/** Records without a fault, of every class that people write. */
export const samples: readonly Sample[] = [
  { record: dataset, className: 'Dataset' },
  { record: hvdDataset, className: 'Dataset' },
  { record: series, className: 'DatasetSeries' },
  { record: service, className: 'DataService' },
  { record: catalog, className: 'Catalog' },
];

const names = [...plan.classes.values()].flatMap((cls) => cls.properties.map(({ name }) => name));

/** What people and programs write where it does not belong, and what may well stand there. */
const values = fc.oneof(
  fc.constantFrom(
    ...['', ' ', 'Bad', 'urn:a', 'http://example.se/"', '_:b0', 'bad, sol; vatten', 'text/csv'],
    ...['CSV', 'text/csv+zip', 'http://creativecommons.org/licenses/by/4.0', 'POINT(18 59)'],
    ...['2026-02-30', '2020', 'P1Y', '2.5', 'a\u0007', 'mailto:a@example.se', 'Umeå', 'sv', 'ENVI'],
    ...['http://dataportal.se/organisation/SE2120000001', 'http://sws.geonames.org/2661886'],
    ...['http://publications.europa.eu/resource/authority/frequency/DAILY', dataset['@id'] ?? ''],
  ),
  fc.constantFrom(0, -1, 1.5, 1e300, true, null, [], {}),
  fc.constantFrom(...samples.flatMap(({ record }) => Object.values(record))),
  fc.jsonValue({ maxDepth: 3 }),
);

type Json = unknown;

/** One change at a place that the record has: a value replaced, a member taken away, a property added. */
interface Change {
  readonly steps: readonly number[];
  readonly what: 'replace' | 'remove' | 'add';
  readonly name: string;
  readonly value: Json;
}

const change: fc.Arbitrary<Change> = fc.record({
  steps: fc.array(fc.nat(40), { maxLength: 5 }),
  what: fc.constantFrom('replace', 'remove', 'add'),
  name: fc.constantFrom('@id', '@type', 'extra', 'record', 'titel', ...names),
  value: values,
});

/** Samples with one to four things changed, for the better or for the worse. */
export const mutatedRecords: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 4 }))
  .map(([{ record, className }, changes]) => ({
    className,
    record: changes.reduce<Json>(
      (before, { steps, ...rest }) => changed(before, steps, rest),
      record,
    ) as NodeObject,
  }))
  .filter(({ record }) => typeof record === 'object' && record !== null && !Array.isArray(record));

function changed(
  value: Json,
  [step, ...rest]: readonly number[],
  { what, name, value: next }: Omit<Change, 'steps'>,
): Json {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const key = step === undefined ? undefined : keys[step % keys.length];
  if (key === undefined) {
    if (what !== 'add') return next;
    return Array.isArray(value) ? [...value, next] : { ...Object(value), [name]: next };
  }
  const copy = Array.isArray(value) ? [...value] : { ...Object(value) };
  if (rest.length > 0) copy[key] = changed(copy[key], rest, { what, name, value: next });
  else if (what === 'add') copy[name] = next;
  else if (what === 'replace') copy[key] = next;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

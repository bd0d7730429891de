import type { Iri } from '../../kernel/iri.ts';
import type { Issue } from '../../kernel/issue.ts';
import { profileIssue } from '../messages.ts';
import type { NodeObject } from '../record.ts';
import { agentRules } from './catalog-agent-rules.ts';
import { datasetRules } from './catalog-dataset-rules.ts';
import type { CatalogHit, CatalogRule, JudgedRecord } from './catalog-rule.ts';
import { seriesRules } from './catalog-series-rules.ts';
import { irisOf, stringOf } from './node-values.ts';

/** Rules that only a whole catalogue can be judged by: V003, V016, V019, V020, V027, V030. DCAT-AP-SE 3.0.1, harvesting and quality. */

/** A fault, and the record that it lies in. */
export interface CatalogIssue {
  readonly record: Iri;
  readonly issue: Issue;
}

/** Judges the records of one catalogue together. The records are gone through once and kept until the end. */
export function judgeCatalog(records: Iterable<JudgedRecord>): readonly CatalogIssue[] {
  const all = [...records];
  return catalogRules.flatMap((rule) =>
    Array.from(rule.check(all), ({ record, pointer, message }) => ({
      record: stringOf(record, '@id') ?? '',
      issue: profileIssue(rule.id, pointer, message, rule.level),
    })),
  );
}

const oneRoot: CatalogRule = {
  id: 'V003',
  level: 'error',
  source: 'DCAT-AP-SE 3.0.1, harvesting, several catalogues in one source',
  *check(records) {
    const catalogs = records.filter(({ className }) => className === 'Catalog');
    const parts = new Map<Iri, NodeObject>();
    for (const { record } of catalogs) {
      for (const part of [...irisOf(record, 'hasPart'), ...irisOf(record, 'catalog')]) {
        parts.set(part, record);
      }
    }
    const isPart = ({ record }: JudgedRecord): boolean =>
      parts.has(stringOf(record, '@id') ?? '') || irisOf(record, 'isPartOf').length > 0;
    for (const { record } of catalogs.filter((one) => !isPart(one)).slice(1)) {
      yield { record, pointer: '', message: secondRoot };
    }
    for (const one of catalogs.filter(isPart)) {
      if ([...irisOf(one.record, 'hasPart'), ...irisOf(one.record, 'catalog')].length > 0) {
        yield { record: one.record, pointer: '/hasPart', message: tooManyLevels };
      }
    }
  },
};

const secondRoot: CatalogHit['message'] = {
  sv: 'Det finns fler än en rotkatalog, och skördaren läser bara en. Låt en katalog omfatta de andra med ”Består av”.',
  en: 'There is more than one root catalogue, and a harvester reads only one. Let one catalogue hold the others with "Has part".',
};

const tooManyLevels: CatalogHit['message'] = {
  sv: 'En delkatalog får inte själv ha delkataloger. Lägg alla direkt under rotkatalogen.',
  en: 'A part of a catalogue cannot have parts itself. Put all of them right under the root catalogue.',
};

/** Every rule that is judged over a catalogue. */
const catalogRules: readonly CatalogRule[] = [
  oneRoot,
  ...agentRules,
  ...datasetRules,
  ...seriesRules,
];

import type { Iri } from '../../kernel/iri.ts';
import type { Localized } from '../../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../../kernel/json.ts';
import { extraStatement } from '../judge-extra.ts';
import type { NodeObject } from '../record.ts';
import type { CatalogHit, CatalogRule, JudgedRecord } from './catalog-rule.ts';
import { irisOf, stringOf } from './node-values.ts';

/** Dataset series and their members: V027. DCAT-AP-SE 3.0.1, recommendations 15–21. */

/** More members than this are better merged: old months into years. */
const mostMembers = 50;

const inSeries = 'http://www.w3.org/ns/dcat#inSeries';

/** What should be the same on every member, as it is called in sentences. */
const sameOnMembers: Readonly<Record<string, Localized>> = {
  publisher: { sv: 'utgivare', en: 'publisher' },
  keyword: { sv: 'nyckelord', en: 'keywords' },
  theme: { sv: 'kategori', en: 'category' },
  applicableLegislation: { sv: 'tillämplig lagstiftning', en: 'applicable legislation' },
  hvdCategory: { sv: 'kategori för värdefulla datamängder', en: 'high-value category' },
  subject: { sv: 'kategori för nationella grunddata', en: 'national data domain' },
  conformsTo: { sv: 'specifikation', en: 'specification' },
  landingPage: { sv: 'ingångssida', en: 'landing page' },
  relation: { sv: 'relaterad resurs', en: 'related resource' },
  qualifiedRelation: { sv: 'kvalificerad relaterad resurs', en: 'qualified related resource' },
  page: { sv: 'dokumentation', en: 'documentation' },
};

const wellFormedSeries: CatalogRule = {
  id: 'V027',
  level: 'warning',
  source: 'DCAT-AP-SE 3.0.1, recommendations 15–21',
  *check(records) {
    const members = membersBySeries(records);
    const others = new Map(
      records
        .filter(({ className }) => className !== 'DatasetSeries')
        .map(({ record }) => [stringOf(record, '@id') ?? '', record]),
    );
    for (const { className, record } of records) {
      if (seriesOf(record).some((iri) => others.has(iri))) {
        yield { record, pointer: pointerTo(record), message: noSeries };
      }
      if (className === 'Dataset' && irisOf(record, 'inSeries').length > 1) {
        yield { record, pointer: '/inSeries', message: manySeries };
      }
      if (className !== 'DatasetSeries') continue;
      const all = members.get(stringOf(record, '@id') ?? '') ?? [];
      const own = all.filter((member) => member.className !== 'DatasetSeries');
      if (own.length === 0) yield { record, pointer: '', message: noMembers };
      if (own.length > mostMembers) yield { record, pointer: '', message: manyMembers(own.length) };
      if (own.length < all.length) {
        yield { record, pointer: '', message: nested };
      }
      const differing = Object.keys(sameOnMembers).filter((property) => differ(own, property));
      if (differing.length > 0) yield { record, pointer: '', message: unlike(differing) };
    }
  },
};

function membersBySeries(
  records: readonly JudgedRecord[],
): ReadonlyMap<Iri, readonly JudgedRecord[]> {
  const members = new Map<Iri, JudgedRecord[]>();
  for (const judged of records) {
    for (const series of seriesOf(judged.record)) {
      const list = members.get(series);
      if (list === undefined) members.set(series, [judged]);
      else list.push(judged);
    }
  }
  return members;
}

/** The series that a record says it is in. For a series in a series the profile has no property: that stands in `extra`. */
function seriesOf(record: NodeObject): readonly Iri[] {
  const { extra } = record;
  if (!Array.isArray(extra)) return irisOf(record, 'inSeries');
  const said = extra.flatMap((line: unknown) => {
    if (typeof line !== 'string' || !line.includes(inSeries)) return [];
    const { subject, predicate, object } = extraStatement(line) ?? {};
    const isOwn = subject === record['@id'] && predicate === inSeries;
    return isOwn && object !== undefined ? [object] : [];
  });
  return [...irisOf(record, 'inSeries'), ...said];
}

function pointerTo(record: NodeObject): string {
  return record.inSeries === undefined ? '' : '/inSeries';
}

function differ(members: readonly JudgedRecord[], property: string): boolean {
  return new Set(members.map(({ record }) => said(record[property] ?? null))).size > 1;
}

/** What a value says, in whatever order it says it, and whatever IRIs of ours its helper nodes have. */
function said(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(said).sort().join()}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).filter(
    ([key, member]) => key !== '@id' || typeof member !== 'string' || !member.includes('#'),
  );
  return `{${members
    .map(([key, member]) => `${key}:${said(member ?? null)}`)
    .sort()
    .join()}}`;
}

const manySeries: CatalogHit['message'] = {
  sv: 'Datamängden hör till flera serier. Låt den höra till högst en.',
  en: 'The dataset belongs to several series. Let it belong to one at most.',
};
const noSeries: CatalogHit['message'] = {
  sv: 'Det som anges i ”Del i serie” är ingen serie. Ange en datamängdsserie, eller ta bort uppgiften.',
  en: 'What "In series" names is no series. Name a dataset series, or remove it.',
};
const noMembers: CatalogHit['message'] = {
  sv: 'Serien har inga datamängder. Ange serien i ”Del i serie” hos dem som hör dit, eller ta bort den.',
  en: 'The series has no datasets. Give the series in "In series" of those that belong, or remove it.',
};
const nested: CatalogHit['message'] = {
  sv: 'En serie kan inte ligga i en annan serie. Låt datamängderna höra direkt till en av dem.',
  en: 'A series cannot be in another series. Let the datasets belong directly to one of them.',
};

function manyMembers(count: number): CatalogHit['message'] {
  return {
    sv: `Serien har ${count} datamängder. Slå ihop de äldre, till exempel månader till år, så att de blir högst ${mostMembers}.`,
    en: `The series has ${count} datasets. Merge the older, for example months into years, so that there are ${mostMembers} at most.`,
  };
}

function unlike(properties: readonly string[]): CatalogHit['message'] {
  const names = (language: 'sv' | 'en') =>
    properties.map((property) => sameOnMembers[property]?.[language] ?? property).join(', ');
  return {
    sv: `Seriens datamängder skiljer sig åt i ${names('sv')}. Skriv samma sak överallt, eller dela upp serien.`,
    en: `The datasets of the series differ in ${names('en')}. Write the same everywhere, or split the series.`,
  };
}

export const seriesRules: readonly CatalogRule[] = [wellFormedSeries];

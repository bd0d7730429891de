import type { JsonObject } from '../src/kernel/json.ts';
import { loadProfile } from '../src/profile/load-profile.ts';
import type { NodeObject, RecordContent } from '../src/profile/record.ts';
import type { IndexDocument } from '../src/search/index-document.ts';
import { makeIndexDocument } from '../src/search/make-index-document.ts';
import { loadVocabularies } from '../src/vocabularies/vocabularies.ts';
import type { Concept } from '../src/vocabularies/vocabulary-file.ts';
import { one, random } from '../test/chance.ts';
import { type DataKind, dataKinds, type Shape } from './swedish-kinds.ts';
import { sentencesOf } from './swedish-sentences.ts';

/**
 * A catalogue as Sweden could have it: what every kommun and every region shares, described as differently as people do. The
 * same number gives the same dataset every time.
 */

/** Who publishes: every kommun and every region. */
export interface Publisher {
  readonly name: string;
  readonly title: string;
  readonly type: 'kommun' | 'region';
  readonly place: Concept;
  readonly content: NodeObject;
}

const profile = loadProfile('schemas/dcat-ap-se', loadVocabularies('vocabularies'));
const authority = 'http://publications.europa.eu/resource/authority';

/** All 290 kommuner and 21 regioner. */
export const publishers: readonly Publisher[] = profile.vocabularies
  .get('place')
  .concepts.flatMap((place, index) => {
    const type = place.facts.kind === 'municipality' ? 'kommun' : 'region';
    if (type === 'region' && place.facts.kind !== 'county') return [];
    const own = place.altLabel.sv.find((name) => /(kommun|stad)$/.test(name));
    const title =
      type === 'kommun'
        ? (own ?? `${place.prefLabel.sv} kommun`)
        : `Region ${place.prefLabel.sv.replace(/s? län$/, '')}`;
    const content: NodeObject = {
      '@type': ['Organization', 'Agent'],
      name: { sv: title, en: place.prefLabel.en },
      type: `http://purl.org/adms/publishertype/${type === 'kommun' ? 'LocalAuthority' : 'RegionalAuthority'}`,
      identifier: [`212000-${String(1000 + index)}`],
    };
    return [{ name: slug(title), title, type, place, content }];
  });

/** The dataset of that number, from 0, as somebody would send it. */
export function swedishDataset(number: number): {
  readonly publisher: Publisher;
  readonly name: string;
  readonly kind: DataKind;
  readonly node: NodeObject;
} {
  const chance = random(7_000_003 + number);
  const kind = one(chance, dataKinds);
  const publisher = one(
    chance,
    publishers.filter(({ type }) => kind.owner === 'both' || kind.owner === type),
  );
  const place = publisher.place.prefLabel;
  const year = 2026 - Math.floor(chance() * chance() * 16);
  const title = titleOf(chance, one(chance, kind.titles), place.sv, year);
  const name = `${slug(title).slice(0, 60)}-${number}`;
  const isEnglish = chance() < 0.35;
  const told = sentencesOf(kind.shape)
    .map((sentence) => ({ sentence, place: chance() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, 1 + Math.floor(chance() * 5))
    .map(({ sentence }) => sentence);
  const modified = `${Math.max(year, 2019)}-${two(1 + Math.floor(chance() * 12))}-${two(1 + Math.floor(chance() * 28))}`;
  const about = `${kind.about} Gäller ${place.sv}${chance() < 0.5 ? ` ${year}` : ''}.`;
  const node: NodeObject = {
    '@type': 'Dataset',
    title: { sv: title, ...(isEnglish ? { en: `${kind.english} in ${place.en}` } : {}) },
    description: {
      sv: [about, ...told.map(([sv]) => sv)].join(' '),
      ...(isEnglish
        ? { en: [`${kind.english} in ${place.en}.`, ...told.map(([, en]) => en)].join(' ') }
        : {}),
    },
    publisher: `https://data.example.se/organizations/${publisher.name}`,
    identifier: [`${publisher.content.identifier}/${number}`],
    keyword: {
      sv: [
        ...kind.keywords.filter(() => chance() < 0.8),
        ...(chance() < 0.3 ? [place.sv.toLowerCase()] : []),
        ...(chance() < 0.3 ? ['öppna data'] : []),
      ],
      ...(isEnglish ? { en: [kind.english.toLowerCase()] } : {}),
    },
    theme: [
      `${authority}/data-theme/${kind.theme}`,
      ...(chance() < 0.2 ? [`${authority}/data-theme/GOVE`] : []),
    ],
    language: [`${authority}/language/SWE`],
    accessRights: `${authority}/access-right/${chance() < 0.95 ? 'PUBLIC' : 'RESTRICTED'}`,
    accrualPeriodicity: `${authority}/frequency/${one(chance, frequencies[kind.shape])}`,
    ...(kind.hvd === undefined || chance() < 0.4
      ? {}
      : { hvdCategory: [`http://data.europa.eu/bna/${kind.hvd}`] }),
    ...(chance() < 0.6 ? { spatial: [publisher.place.iri] } : {}),
    ...temporal(chance, kind.shape, year),
    ...(kind.shape === 'area' && chance() < 0.6
      ? { spatialResolutionInMeters: one(chance, ['0.25', '1', '5', '10', '50', '250']) }
      : {}),
    issued: `${year}-01-15`,
    modified,
    distribution: distributions(chance, kind.shape, { title, name, modified }),
  };
  return { publisher, name, kind, node };
}

/** What search engines take in of the first so many datasets. */
export function* indexDocuments(count: number): Generator<IndexDocument> {
  for (let number = 0; number < count; number++) {
    const { publisher, name, node } = swedishDataset(number);
    yield makeIndexDocument(
      {
        id: `0192f0c1-0000-7000-8000-${String(number).padStart(12, '0')}`,
        kind: 'dataset',
        organization: publisher.name,
        organizationName: publisher.name,
        name,
        iri: `https://data.example.se/datasets/${name}`,
        state: 'published',
        version: 1,
        revision: number + 1,
        content: node as RecordContent,
        digest: '',
        created: '2026-01-01T00:00:00.000Z',
        changed: '2026-01-01T00:00:00.000Z',
        published: '2026-01-01T00:00:00.000Z',
      },
      {
        profile,
        owner: { name: publisher.name, content: publisher.content as RecordContent },
        quality: 40 + ((number * 37) % 61),
        series: [],
      },
    );
  }
}

function titleOf(chance: () => number, own: string, place: string, year: number): string {
  const area = one(chance, ['norra', 'södra', 'östra', 'västra', 'centrum', 'landsbygden']);
  return one(chance, [
    `${own} i ${place}`,
    `${own} i ${place}`,
    `${own} i ${place} ${year}`,
    `${own} ${year}, ${place}`,
    `${own}, ${place}`,
    `${own} i ${place}, ${area}`,
    `${/s$|x$|z$/.test(place) ? place : `${place}s`} ${own.charAt(0).toLowerCase()}${own.slice(1)}`,
    own,
  ]);
}

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const frequencies: Readonly<Record<Shape, readonly string[]>> = {
  place: ['IRREG', 'MONTHLY', 'QUARTERLY', 'ANNUAL'],
  area: ['IRREG', 'ANNUAL', 'WEEKLY', 'ANNUAL_2'],
  table: ['DAILY', 'MONTHLY', 'ANNUAL', 'QUARTERLY'],
  series: ['ANNUAL', 'MONTHLY', 'QUARTERLY'],
  live: ['UPDATE_CONT', 'HOURLY', '10MIN'],
};

function temporal(chance: () => number, shape: Shape, year: number): NodeObject {
  if (chance() < (shape === 'series' ? 0.1 : 0.6)) return {};
  const first = year - (shape === 'series' ? Math.floor(chance() * 20) : 0);
  const period = {
    '@type': 'PeriodOfTime',
    startDate: `${first}-01-01`,
    ...(chance() < 0.8 ? { endDate: `${year}-12-31` } : {}),
  };
  return { temporal: [period] };
}

const formats: Readonly<Record<Shape, readonly (readonly string[])[]>> = {
  place: [['text/csv', 'application/geo+json'], ['application/geo+json'], ['text/csv'], [excel]],
  area: [
    ['application/geo+json', 'application/x-shapefile'],
    ['application/vnd.ogc.wms_xml', 'application/x-shapefile'],
    ['application/geopackage+sqlite3'],
    ['application/vnd.ogc.wms_xml', 'application/vnd.ogc.wfs_xml'],
  ],
  table: [['text/csv'], ['text/csv', excel], ['text/csv', 'application/json'], ['application/pdf']],
  series: [['text/csv', excel], ['text/csv'], [excel], ['application/json', 'text/csv']],
  live: [['application/json'], ['application/json', 'text/csv'], ['application/xml']],
};

function distributions(
  chance: () => number,
  shape: Shape,
  { title, name, modified }: Readonly<Record<'title' | 'name' | 'modified', string>>,
): JsonObject[] {
  const licence =
    chance() < 0.7
      ? 'http://creativecommons.org/publicdomain/zero/1.0/'
      : 'http://creativecommons.org/licenses/by/4.0/';
  return one(chance, formats[shape]).map((format, index) => ({
    '@type': 'Distribution',
    title: { sv: `${title} (fil ${index + 1})` },
    accessUrl: `https://data.example.se/filer/${name}/${index + 1}`,
    format,
    ...(chance() < 0.95 ? { license: licence } : {}),
    modified,
  }));
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const two = (number: number): string => String(number).padStart(2, '0');

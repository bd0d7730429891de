import { rm } from 'node:fs/promises';
import { createOrganization } from '../src/catalog/create-organization.ts';
import { demandValid, describe } from '../src/catalog/describe.ts';
import { localOperator } from '../src/commands/local-operator.ts';
import { readConfig } from '../src/config.ts';
import { type Application, openApplication } from '../src/main.ts';
import type { NodeObject } from '../src/profile/record.ts';
import { random } from '../test/chance.ts';
import { savePublished } from './save-published.ts';

/**
 * Datasets as Swedish municipalities have them, as many as wanted and the same ones every time: about sixty statements
 * each, in Swedish and English, with two distributions, a contact, a place and a period.
 */

const authority = 'http://publications.europa.eu/resource/authority';

/** The organisation that owns them. */
export const owner = {
  name: 'exempelkommun',
  iri: 'http://dataportal.se/organisation/SE2120009994',
};

const subjects = [
  ['Badplatser', 'Bathing places', 'ENVI', ['bad', 'vatten'], ['bathing', 'water']],
  ['Luftkvalitet', 'Air quality', 'ENVI', ['luft', 'partiklar'], ['air', 'particles']],
  ['Skolor', 'Schools', 'EDUC', ['skola', 'elever'], ['school', 'pupils']],
  [
    'Leverantörsreskontra',
    'Supplier ledger',
    'GOVE',
    ['inköp', 'fakturor'],
    ['purchases', 'invoices'],
  ],
  ['Cykelräkningar', 'Bicycle counts', 'TRAN', ['cykel', 'trafik'], ['bicycle', 'traffic']],
  [
    'Väntetider i vården',
    'Waiting times in care',
    'HEAL',
    ['vård', 'väntetid'],
    ['care', 'waiting'],
  ],
  [
    'Befolkning efter ålder',
    'Population by age',
    'SOCI',
    ['befolkning', 'ålder'],
    ['population', 'age'],
  ],
  [
    'Föreningsbidrag',
    'Grants to associations',
    'GOVE',
    ['bidrag', 'föreningar'],
    ['grants', 'clubs'],
  ],
  [
    'Laddplatser för elbilar',
    'Charging points',
    'ENER',
    ['laddning', 'elbil'],
    ['charging', 'cars'],
  ],
  [
    'Företag och arbetsställen',
    'Companies and workplaces',
    'ECON',
    ['företag', 'näringsliv'],
    ['companies', 'business'],
  ],
] as const;
const places = [
  ['Göteborg', '2711533'],
  ['Malmö', '2692965'],
  ['Stockholm', '2673722'],
] as const;
const sentences = [
  [
    'Uppgifterna samlas in av förvaltningen och kontrolleras innan de delas.',
    'The data are collected by the department and checked before they are shared.',
  ],
  [
    'Varje rad har läge i SWEREF 99 TM & namn på svenska.',
    'Each row has a position in SWEREF 99 TM & a name in Swedish.',
  ],
  [
    'Äldre år finns kvar, så att serier kan jämföras över tid.',
    'Earlier years are kept, so that series can be compared over time.',
  ],
  [
    'Fältet "status" säger om raden gäller, och tomma fält betyder att uppgift saknas.',
    'The field "status" says whether the row is in force, and empty fields mean that nothing is known.',
  ],
  [
    'Rättelser görs löpande; hör av dig om något inte stämmer.',
    'Corrections are made as they come; write to us when something is wrong.',
  ],
] as const;
const frequencies = ['ANNUAL', 'MONTHLY', 'WEEKLY', 'DAILY', 'IRREG'];
const formats = [
  ['csv', 'text/csv', 'CSV-fil', 'CSV file'],
  ['geojson', 'application/geo+json', 'GeoJSON-fil', 'GeoJSON file'],
  ['json', 'application/json', 'JSON-fil', 'JSON file'],
] as const;
const licences = [
  'http://creativecommons.org/publicdomain/zero/1.0/',
  'http://creativecommons.org/licenses/by/4.0/',
];

/** The name of the dataset of that number, from 0. */
export const datasetName = (index: number): string => `datamangd-${String(index).padStart(6, '0')}`;

/** The dataset of that number as somebody would send it, without IRIs. The same number and seed, the same dataset. */
export function dataset(index: number, seed = 1): NodeObject {
  const chance = random(seed * 1_000_003 + index);
  const one = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value =>
    values[Math.floor(chance() * values.length)] as Value;
  const [sv, en, theme, wordsSv, wordsEn] = one(subjects);
  const [place, geonames] = one(places);
  const year = 2012 + Math.floor(chance() * 14);
  const told = sentences.filter(() => chance() < 0.6);
  const slug = `${datasetName(index)}-${year}`;
  const first = Math.floor(chance() * formats.length);
  const day = `2026-0${1 + Math.floor(chance() * 9)}-1${Math.floor(chance() * 10)}`;
  return {
    '@type': 'Dataset',
    title: {
      sv: `${sv} i ${place} ${year}, del ${index}`,
      en: `${en} in ${place} ${year}, part ${index}`,
    },
    description: {
      sv: [`${sv} i ${place} under ${year}.`, ...told.map(([text]) => text)].join(' '),
      en: [`${en} in ${place} during ${year}.`, ...told.map(([, text]) => text)].join(' '),
    },
    publisher: owner.iri,
    identifier: [`SE2120009994/${slug}`],
    keyword: { sv: [...wordsSv, place, 'öppna data'], en: [...wordsEn, 'open data'] },
    theme: [`${authority}/data-theme/${theme}`],
    language: [`${authority}/language/SWE`],
    accessRights: `${authority}/access-right/PUBLIC`,
    accrualPeriodicity: `${authority}/frequency/${one(frequencies)}`,
    spatial: [`http://sws.geonames.org/${geonames}`],
    temporal: [{ '@type': 'PeriodOfTime', startDate: `${year}-01-01`, endDate: `${year}-12-31` }],
    issued: `${year + 1}-02-01`,
    modified: day,
    version: `${year}.${Math.floor(chance() * 9)}`,
    landingPage: [`https://exempelkommun.example.se/oppna-data/${slug}`],
    page: [`https://exempelkommun.example.se/oppna-data/${slug}/om?lang=sv&del=data`],
    contactPoint: [
      {
        '@type': 'ContactOrganization',
        fn: { sv: 'Öppna data-gruppen' },
        hasEmail: [`mailto:oppnadata-${index % 40}@exempelkommun.example.se`],
      },
    ],
    distribution: [0, 1].map((offset) => {
      const [ending, mediaType, titleSv, titleEn] =
        formats[(first + offset) % formats.length] ?? formats[0];
      return {
        '@type': 'Distribution',
        title: { sv: `${titleSv} för ${year}`, en: `${titleEn} of ${year}` },
        description: { sv: `${sv} som ${titleSv}.` },
        accessUrl: `https://exempelkommun.example.se/filer/${slug}`,
        downloadUrl: [`https://exempelkommun.example.se/filer/${slug}.${ending}`],
        format: mediaType,
        license: one(licences),
        byteSize: 1000 + Math.floor(chance() * 5_000_000),
        issued: day,
        modified: day,
        availability: `${authority}/planned-availability/STABLE`,
      };
    }),
  };
}

/** Settings of a site for a bench, with room for all that a bench asks. */
export function benchEnvironment(folder: string, port: number): Readonly<Record<string, string>> {
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATATORGET_URL: 'https://data.example.se',
    DATATORGET_DATA: folder,
    DATATORGET_SAMPLE: 'false',
    DATATORGET_READS_PER_MINUTE: '10000000',
    DATATORGET_WRITES_PER_MINUTE: '1000000',
  };
}

/**
 * Makes a new SQLite store in the folder with so many published datasets of one organisation, each settled and judged by
 * the profile. @throws CatalogError `invalid-record` when the profile has something against one of them.
 */
export async function filledStore(folder: string, count: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const application = await openApplication(readConfig(benchEnvironment(folder, 0)));
  try {
    await fill(application, count);
  } finally {
    await application.close();
  }
}

const batchSize = 500;

/** Takes in the organisation and so many published datasets. */
export async function fill(
  { context }: Pick<Application, 'context'>,
  count: number,
): Promise<void> {
  const { resource: organization } = await createOrganization(context, {
    actor: localOperator,
    name: owner.name,
    node: organizationNode,
  });
  for (let from = 0; from < count; from += batchSize) {
    await context.store.transact(async (tx) => {
      for (let index = from; index < Math.min(from + batchSize, count); index++) {
        const name = datasetName(index);
        const iri = `${context.base}/datasets/${name}`;
        const { content, digest, issues } = describe(
          context,
          { kind: 'dataset', name, iri, owner: owner.name },
          dataset(index),
        );
        demandValid(issues, true);
        await savePublished(tx, context, {
          organization: organization.id,
          name,
          iri,
          content,
          digest,
        });
      }
    });
  }
}

const organizationNode: NodeObject = {
  '@type': ['Organization', 'Agent'],
  name: { sv: 'Exempelkommun', en: 'Example Municipality' },
  type: 'http://purl.org/adms/publishertype/LocalAuthority',
  identifier: ['212000-9994'],
  homepage: ['https://exempelkommun.example.se/'],
};

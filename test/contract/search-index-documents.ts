import type { FacetName } from '../../src/search/facets.ts';
import type {
  Box,
  DocumentText,
  IndexDocument,
  ShownDocument,
} from '../../src/search/index-document.ts';
import type { Field } from '../../src/search/terms.ts';
import { one, random, some } from '../chance.ts';

/** A record with the texts given in Swedish, and with what else a test says of it. */
export function searchDocument(
  id: string,
  texts: Partial<Readonly<Record<Field, string | readonly string[]>>>,
  change: Partial<IndexDocument> = {},
): IndexDocument {
  const kind = change.kind ?? 'dataset';
  return {
    id,
    revision: 1,
    kind,
    texts: Object.entries(texts).flatMap(([field, own]) =>
      [own].flat().map((text) => ({ field: field as Field, language: 'sv', text })),
    ),
    facets: {},
    boxes: [],
    modified: '',
    issued: '',
    titleKeys: { sv: id, en: id },
    quality: 50,
    rank: 100,
    shown: shownDocument(id, kind, { sv: 'Umeå kommun' }),
    ...change,
  };
}

function shownDocument(
  name: string,
  kind: IndexDocument['kind'],
  organization: Readonly<Record<string, string>>,
): ShownDocument {
  return {
    kind,
    name,
    iri: `https://data.example.se/datasets/${name}`,
    title: { sv: `Titel på ${name}` },
    description: {},
    keyword: {},
    organization: { name: 'umea', title: organization },
    formats: [],
    themes: [],
    places: [],
    conformsTo: [],
    boxes: [],
    quality: 50,
  };
}

/** Words in many forms, so that generated texts and queries meet in every tier. */
export const searchWords = [
  'badplats badplatser badplatserna bad plats platser vatten vattenkvalitet luft luftkvalitet kvalitet',
  'skola skolor skolorna förskola förskolor elever kommun kommunen kommuner kommunens region malmö malmo',
  'göteborg umeå återvinningsstation återvinning station stationer cykelvägar cykel vägar trafik trafiken',
  'öppna data datamängd karta kartor 2024 csv se2120001355 översiktsplan detaljplaner befolkning ålder',
  'bathing places water quality schools roads traffic population statistics café é à-priori x.y_z #tag',
].flatMap((line) => line.split(' '));

const facetValues: Partial<Readonly<Record<FacetName, readonly (readonly string[])[]>>> = {
  theme: [['ENVI'], ['TRAN'], ['EDUC'], ['GOVE'], ['ENVI', 'TRAN'], ['HEAL', 'EDUC']],
  organization: [['umea'], ['malmo'], ['goteborg'], ['region-skane']],
  organizationType: [['kommun'], ['region']],
  format: [
    ['csv', 'csv/CSV'],
    ['json', 'json/GEOJSON'],
    ['csv', 'csv/CSV', 'excel', 'excel/XLSX'],
  ],
  place: [['12', '1280'], ['24', '2480'], ['24', '2482'], ['14', '1480'], ['24']],
  license: [['CC0'], ['CC_BY_4_0']],
  conformsTo: [['https://data.example.se/standards/badplats/1.0']],
  hvdCategory: [['c_dd313021', 'c_63b37dd4'], ['c_b79e35eb']],
  keyword: [['bad'], ['åar', 'öar'], ['ärenden', 'zoo'], ['bad', 'vatten', 'zoo'], ['😀'], ['～']],
  frequency: [['ANNUAL'], ['DAILY']],
};
const years = [
  [2010, 2012],
  [2012, 2012],
  [0, 2015],
  [2016, 9999],
  [0, 9999],
  [1850, 2020],
  [1990, 2024],
] as const;
const times = [
  '',
  '2024-03-01T00:00:00.000Z',
  '2025-11-30T12:30:00.000Z',
  '2026-01-01T00:00:00.000Z',
];

/** So many records as the seed has them: alike enough to tie, and to share every value of every facet. */
export function generatedDocuments(count: number, seed: number): readonly IndexDocument[] {
  return Array.from({ length: count }, (_, number) => {
    const chance = random(seed * 10_007 + number);
    const text = (field: Field, most: number): DocumentText => ({
      field,
      language: one(chance, ['sv', 'sv', 'en', 'de', '']),
      text: some(chance, searchWords, 1 + Math.floor(chance() * most)).join(' '),
    });
    const id = `record-${String((number * 7919) % 10_000).padStart(4, '0')}`;
    const own = Object.entries(facetValues).flatMap(([name, values]) =>
      chance() < 0.8 ? [[name, one(chance, values)]] : [],
    );
    return searchDocument(
      id,
      {},
      {
        revision: number + 1,
        kind: one(chance, ['dataset', 'dataset', 'dataset', 'series', 'service']),
        texts: [
          text('title', 4),
          ...some(chance, ['keyword', 'keyword', 'title'] as const, 2).map((f) => text(f, 2)),
          text('description', 15),
          text('description', 10),
          text('other', 6),
        ],
        facets: Object.fromEntries(own),
        ...(chance() < 0.7 ? { years: one(chance, years) } : {}),
        boxes: Array.from({ length: Math.floor(chance() * 3) }, () => someBox(chance, 2)),
        modified: one(chance, times),
        issued: one(chance, times),
        titleKeys: { sv: one(chance, ['alfa', 'beta', 'gamma']), en: one(chance, ['a1', 'b2']) },
        quality: Math.floor(chance() * 4) * 25,
        rank: Math.floor(chance() * 3) * 100,
      },
    );
  });
}

/** A box in Sweden with corners at whole quarters of degrees, so that boxes touch; now and then a point. */
export function someBox(chance: () => number, size: number): Box {
  const quarter = (most: number) => Math.floor(chance() * most * 4) / 4;
  const west = 11 + quarter(10);
  const south = 55 + quarter(12);
  const [wide, high] = chance() < 0.2 ? [0, 0] : [quarter(size), quarter(size)];
  return { west, south, east: west + wide, north: south + high };
}

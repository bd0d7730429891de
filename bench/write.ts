import { Parser, Store, Writer } from 'n3';
import { graph, parse, serialize } from 'rdflib';
import { loadPlan } from '../src/profile/load-plan.ts';
import type { RecordContent } from '../src/profile/record.ts';
import { rdfWriters } from '../src/rdf/rdf-writers.ts';
import { loadVocabularies } from '../src/vocabularies/vocabularies.ts';
import { type HandwrittenDataset, handwrittenTurtle, handwrittenXml } from './handwritten.ts';
import { milliseconds, type Row, row } from './row.ts';

/** One dataset of about sixty statements, from its JSON to the bytes of Turtle and RDF/XML. */

const base = 'https://data.example.se';
const authority = 'http://publications.europa.eu/resource/authority';

const shape: HandwrittenDataset = {
  id: `${base}/datasets/goteborg-badplatser`,
  titleSv: 'Badplatser i Göteborg',
  titleEn: 'Bathing places in Gothenburg',
  descriptionSv:
    'Kommunens badplatser med läge, faciliteter & provtagningar. "Säsongen" är juni–augusti; listan ses över varje år och gäller både sjö- och havsbad.',
  descriptionEn:
    'The bathing places of the municipality with location, facilities & samples. The list is revised every year and holds lakes as well as the sea.',
  keywordsSv: ['bad', 'badplats', 'strand', 'vattenkvalitet'],
  keywordsEn: ['bathing', 'beach', 'water quality'],
  identifier: '0192f0c1-7c3a-7b54-9d1e-2f6a3b4c5d6e',
  publisher: 'http://dataportal.se/organisation/SE2120001355',
  theme: `${authority}/data-theme/ENVI`,
  language: `${authority}/language/SWE`,
  accessRights: `${authority}/access-right/PUBLIC`,
  frequency: `${authority}/frequency/ANNUAL`,
  conformsTo: `${base}/standards/badplats/1.0`,
  landingPage: 'https://goteborg.se/badplatser',
  page: 'https://goteborg.se/badplatser/om?lang=sv&part=data',
  place: 'http://sws.geonames.org/2711533',
  issued: '2024-05-01',
  modified: '2026-06-15',
  version: '2.1',
  temporal: {
    id: `${base}/datasets/goteborg-badplatser#temporal-1`,
    start: '2024-01-01',
    end: '2026-12-31',
  },
  contact: {
    id: `${base}/contacts/oppnadata`,
    name: 'Öppna data-gruppen',
    email: 'mailto:oppnadata@goteborg.se',
  },
  distributions: ['csv', 'json', 'geojson'].map((ending) => ({
    id: `${base}/datasets/goteborg-badplatser/distributions/${ending}`,
    titleSv: `Badplatser som ${ending}`,
    titleEn: `Bathing places as ${ending}`,
    accessUrl: `${base}/files/badplatser.${ending}`,
    downloadUrl: `${base}/files/badplatser.${ending}`,
    format: ending === 'csv' ? 'text/csv' : 'application/json',
    license: 'http://creativecommons.org/publicdomain/zero/1.0/',
    byteSize: 48213,
    issued: '2026-06-15',
    availability: `${authority}/planned-availability/STABLE`,
  })),
};

const record: RecordContent = {
  '@id': shape.id,
  '@type': 'Dataset',
  identifier: [shape.identifier],
  title: { sv: shape.titleSv, en: shape.titleEn },
  description: { sv: shape.descriptionSv, en: shape.descriptionEn },
  keyword: { sv: shape.keywordsSv, en: shape.keywordsEn },
  publisher: shape.publisher,
  theme: [shape.theme],
  language: [shape.language],
  accessRights: shape.accessRights,
  accrualPeriodicity: shape.frequency,
  conformsTo: [shape.conformsTo],
  landingPage: [shape.landingPage],
  page: [shape.page],
  spatial: [shape.place],
  issued: shape.issued,
  modified: shape.modified,
  version: shape.version,
  temporal: [
    {
      '@id': shape.temporal.id,
      '@type': 'PeriodOfTime',
      startDate: shape.temporal.start,
      endDate: shape.temporal.end,
    },
  ],
  contactPoint: [
    {
      '@id': shape.contact.id,
      '@type': 'ContactOrganization',
      fn: { sv: shape.contact.name },
      hasEmail: [shape.contact.email],
    },
  ],
  distribution: shape.distributions.map((one) => ({
    '@id': one.id,
    '@type': 'Distribution',
    title: { sv: one.titleSv, en: one.titleEn },
    accessUrl: one.accessUrl,
    downloadUrl: [one.downloadUrl],
    format: one.format,
    license: one.license,
    byteSize: one.byteSize,
    issued: one.issued,
    availability: one.availability,
  })),
};

/** As many datasets as it takes for the one to tell nothing about the next; the publisher, themes and licence are shared. */
const variants = 64;

/** The value for each of the variants, as if each had come from the store. */
function varied<Value>(value: Value): () => Value {
  const text = JSON.stringify(value);
  const all: readonly Value[] = Array.from({ length: variants }, (_, index) =>
    JSON.parse(text.replaceAll('badplatser', `badplatser-${index}`)),
  );
  let turn = 0;
  return () => {
    turn = (turn + 1) % variants;
    return all[turn] ?? value;
  };
}

/** How often the hand-written time ours may take, and which part of rdflib's. */
const overHandwritten = 3;
const overRdflib = 1 / 20;

/** Times of one dataset in both syntaxes. @throws Error when the writers do not say the same. */
export async function run(): Promise<readonly Row[]> {
  const plan = loadPlan('schemas/dcat-ap-se');
  const writers = rdfWriters(plan, loadVocabularies('vocabularies'), {
    contextUrl: `${base}/context.jsonld`,
  });
  const nextRecord = varied(record);
  const nextShape = varied(shape);
  const whole = (syntax: 'ttl' | 'rdf', content = record) =>
    writers.record(content, 'Dataset', { syntax });
  const prefixes = writers.document({ syntax: 'ttl' }).open();
  const xmlHead = writers.document({ syntax: 'rdf' }).open();
  const quads = new Parser().parse(whole('ttl'));
  const byHand = new Parser().parse(prefixes + handwrittenTurtle(shape));
  if (
    new Store(quads).size !== new Store(byHand).size ||
    !byHand.every((quad) => new Store(quads).has(quad))
  ) {
    throw new Error('The hand-written writer and ours do not write the same graph.');
  }
  const loaded = graph();
  parse(whole('ttl'), loaded, shape.id, 'text/turtle');
  // rdflib writes graphs only: one has to be filled first, here from statements that are ready.
  const rdflib = (mediaType: string) => {
    const store = graph();
    store.addAll(loaded.statements);
    return String(serialize(null, store, '', mediaType));
  };

  const ttl = milliseconds({
    ours: () => whole('ttl', nextRecord()),
    hand: () => prefixes + handwrittenTurtle(nextShape()),
    n3: () => new Writer({ prefixes: plan.prefixes }).quadsToString(quads),
    rdflib: () => rdflib('text/turtle'),
  });
  const xml = milliseconds({
    ours: () => whole('rdf', nextRecord()),
    hand: () => `${xmlHead}${handwrittenXml(nextShape())}</rdf:RDF>\n`,
    rdflib: () => rdflib('application/rdf+xml'),
  });
  const statements = `${quads.length} statements`;
  return [
    row(
      `write Turtle, ${statements}: ours over hand-written`,
      compare(ttl, 'hand', overHandwritten),
    ),
    row(`write Turtle, ${statements}: ours over n3 Writer`, compare(ttl, 'n3', 1)),
    row(`write Turtle, ${statements}: ours over rdflib`, compare(ttl, 'rdflib', overRdflib)),
    row(
      `write RDF/XML, ${statements}: ours over hand-written`,
      compare(xml, 'hand', overHandwritten),
    ),
    row(`write RDF/XML, ${statements}: ours over rdflib`, compare(xml, 'rdflib', overRdflib)),
  ];
}

function compare(times: Readonly<Record<string, number>>, against: string, goal: number) {
  return { value: times.ours ?? Number.NaN, baseline: times[against] ?? Number.NaN, goal };
}

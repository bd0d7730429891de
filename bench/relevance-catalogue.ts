import type { Kind } from '../src/catalog/resource.ts';
import type { Iri } from '../src/kernel/iri.ts';
import type { RecordContent } from '../src/profile/record.ts';
import { completeness } from '../src/quality/completeness.ts';
import type { IndexDocument, SearchKind } from '../src/search/index-document.ts';
import { isSearchable, makeIndexDocument } from '../src/search/make-index-document.ts';
import { profile, readSample } from '../test/sample/read-sample.ts';
import topics from './relevance/topics.json' with { type: 'json' };

/**
 * The catalogue that relevance is judged on: the sample, and what forty more kommuner publish about some eighty kinds of things.
 * A generated record is named `kommun-topic`, so that the judged list can say which are meant.
 */

const kommuner =
  'Kiruna Luleå Sundsvall Östersund Gävle Falun Uppsala Västerås Örebro Karlstad Linköping Norrköping Jönköping Växjö Kalmar ' +
  'Karlskrona Kristianstad Lund Helsingborg Halmstad Borås Trollhättan Skövde Södertälje Nacka Täby Botkyrka Huddinge Solna ' +
  'Sollentuna Eskilstuna Nyköping Motala Mora Örnsköldsvik Piteå Boden Gällivare Ystad Sandviken';

const kinds: Readonly<Record<string, SearchKind>> = {
  Dataset: 'dataset',
  DatasetSeries: 'series',
  DataService: 'service',
};

export async function relevanceCatalogue(): Promise<readonly IndexDocument[]> {
  return [...(await sampleDocuments()), ...generatedDocuments()];
}

async function sampleDocuments(): Promise<readonly IndexDocument[]> {
  const files = await readSample();
  return files.flatMap(({ name, records }) => {
    const catalog = records.find(({ className }) => className === 'Catalog');
    const owner = { name: name.replace('.ttl', ''), content: publisherOf(catalog?.content) };
    return records.flatMap(({ className, iri, content }) => {
      const kind = kinds[className];
      if (kind === undefined) return [];
      const last = iri.split('/').at(-1) ?? '';
      return document({
        kind,
        className,
        name: kind === 'dataset' ? last : `${kind}-${last}`,
        content,
        owner,
      });
    });
  });
}

function publisherOf(catalog: RecordContent | undefined): RecordContent {
  const publisher = catalog?.publisher;
  if (typeof publisher !== 'object' || publisher === null || Array.isArray(publisher)) {
    throw new Error('A catalogue of the sample does not describe its publisher.');
  }
  return publisher as RecordContent;
}

function generatedDocuments(): readonly IndexDocument[] {
  return kommuner.split(' ').flatMap((kommun, k) =>
    topics.flatMap((topic, t) => {
      // Two of three, spread out evenly and the same each time.
      const chance = (k * 7 + t * 11 + k * t) % 12;
      if (chance >= 8 && !(kommun === 'Kiruna' || kommun === 'Lund' || kommun === 'Uppsala'))
        return [];
      return document({
        kind: 'dataset',
        className: 'Dataset',
        name: `${ascii(kommun)}-${topic.topic}`,
        content: generatedContent({
          kommun,
          topic,
          variant: chance,
          other: topics[(t * 5 + k) % topics.length],
        }),
        owner: { name: ascii(kommun), content: organization(kommun) },
      });
    }),
  );
}

function organization(kommun: string): RecordContent {
  const iri = `https://data.example.se/organizations/${ascii(kommun)}`;
  return { '@id': iri, '@type': 'Agent', name: { sv: `${kommun} kommun` } };
}

type Topic = (typeof topics)[number];

/** Titles, languages and how much is said differ between publishers; now and then another thing is mentioned. */
function generatedContent({
  kommun,
  topic,
  variant,
  other,
}: {
  readonly kommun: string;
  readonly topic: Topic;
  readonly variant: number;
  readonly other: Topic | undefined;
}): RecordContent {
  const lower = topic.sv[0]?.toLowerCase() + topic.sv.slice(1);
  const titles = [
    topic.sv,
    `${topic.sv} i ${kommun}`,
    `${topic.sv} i ${kommun}s kommun`,
    `Kommunens ${lower}`,
  ];
  const mention =
    variant % 3 === 0 && other ? ` Jämför med datamängden om ${other.sv.toLowerCase()}.` : '';
  const title = titles[variant % titles.length] ?? topic.sv;
  const hasEnglish = variant % 2 === 0;
  return {
    '@id': `https://data.example.se/datasets/${ascii(kommun)}-${topic.topic}`,
    '@type': 'Dataset',
    title: { sv: title, ...(hasEnglish && { en: topic.en }) },
    description: {
      sv: `${topic.description} Uppgifterna gäller ${kommun} och uppdateras av förvaltningen.${mention}`,
      ...(hasEnglish && { en: `${topic.en} in ${kommun} municipality.` }),
    },
    keyword: { sv: variant % 4 === 3 ? topic.keyword.slice(0, 1) : topic.keyword },
    theme: [`http://publications.europa.eu/resource/authority/data-theme/${topic.theme}`],
    modified: `20${20 + (variant % 6)}-0${1 + (variant % 9)}-15`,
  };
}

function document({
  kind,
  className,
  name,
  content,
  owner,
}: {
  readonly kind: SearchKind;
  readonly className: string;
  readonly name: string;
  readonly content: RecordContent;
  readonly owner: { readonly name: string; readonly content: RecordContent };
}): readonly IndexDocument[] {
  const resource = {
    id: name,
    kind: kind as Kind,
    organization: owner.name,
    organizationName: owner.name,
    name,
    iri: `https://data.example.se/datasets/${name}` as Iri,
    state: 'published' as const,
    version: 1,
    revision: 1,
    content,
    digest: '',
    created: '2026-01-01T00:00:00.000Z',
    changed: '2026-01-01T00:00:00.000Z',
    published: '2026-01-01T00:00:00.000Z',
  };
  if (!isSearchable(resource)) return [];
  const quality = completeness(profile, content, className);
  return [makeIndexDocument(resource, { profile, owner, quality, series: [] })];
}

function ascii(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

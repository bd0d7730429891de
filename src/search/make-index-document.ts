import type { Resource } from '../catalog/resource.ts';
import { type LanguageMap, textIn } from '../kernel/language-map.ts';
import type { Profile } from '../profile/profile.ts';
import type { RecordContent } from '../profile/record.ts';
import { stringOf } from '../profile/rules/node-values.ts';
import { boxesOf } from './boxes.ts';
import type { IndexDocument, ShownDocument } from './index-document.ts';
import {
  distributionsOf,
  formatCodes,
  placesOf,
  recordFacets,
  type SearchableRecord,
} from './record-facets.ts';
import { languageMapOf, recordTexts, textListsOf } from './record-texts.ts';
import { titleKey } from './title-key.ts';
import { yearsOf } from './years.ts';

/** What is known beside the record itself. */
export interface IndexContext {
  readonly profile: Profile;
  /** The organisation that the record belongs to; of an organisation, itself. */
  readonly owner: Pick<Resource, 'name' | 'content'>;
  /** Completeness of the description, 0–100. */
  readonly quality: number;
  /** Titles of the series that the record belongs to. */
  readonly series: readonly LanguageMap[];
}

/** Whether a record is one that search may know of: published, and no catalogue. */
export function isSearchable(record: Resource): record is SearchableRecord {
  return record.state === 'published' && record.kind !== 'catalog';
}

/**
 * The document that a published record is found by, made of what the record, its owner and the vocabularies say; of nothing that
 * changes without one of them changing.
 */
export function makeIndexDocument(
  record: SearchableRecord,
  { profile, owner, quality, series }: IndexContext,
): IndexDocument {
  const { vocabularies } = profile;
  const { content, id, revision, kind } = record;
  const years = yearsOf(content);
  const title = languageMapOf(content, kind === 'organization' ? 'name' : 'title');
  const modified = modifiedOf(record);
  const facets = recordFacets(record, { vocabularies, owner: owner.content });
  const boxes = boxesOf(content, placesOf(vocabularies, content, owner.content), vocabularies);
  const [sv, en] = [textIn(title, ['sv']) ?? record.name, textIn(title, ['en']) ?? record.name];
  return {
    id,
    revision,
    kind,
    texts: recordTexts(record, { vocabularies, owner: owner.content, related: series }),
    facets,
    ...(years === undefined ? {} : { years }),
    boxes,
    // What says nothing of its age is as new as its publication, so that those who follow a search see it.
    modified: modified ?? fullTime(record.published ?? undefined) ?? '',
    issued: fullTime(stringOf(content, 'issued')) ?? '',
    titleKeys: { sv: titleKey(sv), en: titleKey(en) },
    quality,
    rank: rankOf(quality, modified, sv),
    shown: shownOf(record, owner, {
      title,
      facets,
      boxes,
      quality,
      formats: formatCodes(vocabularies, content),
    }),
  };
}

function shownOf(
  record: SearchableRecord,
  owner: IndexContext['owner'],
  {
    title,
    facets,
    ...rest
  }: Pick<ShownDocument, 'title' | 'boxes' | 'quality' | 'formats'> & Pick<IndexDocument, 'facets'>,
): ShownDocument {
  const { kind, name, iri, content } = record;
  const optional = {
    license: facets.license?.[0],
    accessRights: facets.accessRights?.[0],
    modified: stringOf(content, 'modified'),
    issued: stringOf(content, 'issued'),
    frequency: facets.frequency?.[0],
  };
  return {
    kind,
    name,
    iri,
    title,
    description: languageMapOf(content, 'description', 2000),
    keyword: textListsOf(content, 'keyword'),
    organization: { name: owner.name, title: languageMapOf(owner.content, 'name') },
    themes: facets.theme ?? [],
    places: facets.place ?? [],
    conformsTo: facets.conformsTo ?? [],
    ...rest,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** When the data last changed, as far as it says so: the newest of the record and its distributions, else when it was issued. */
function modifiedOf({ content }: SearchableRecord): string | undefined {
  const nodes: readonly RecordContent[] = [content, ...distributionsOf(content)];
  const times = (property: string) =>
    nodes.flatMap((node) => fullTime(stringOf(node, property)) ?? []).sort();
  return times('modified').at(-1) ?? times('issued').at(-1);
}

/** An xsd:date, xsd:dateTime, xsd:gYearMonth or xsd:gYear in full, at its first moment. */
function fullTime(text: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(T[^Z+-]*)?)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text ?? '');
  if (match === null) return undefined;
  const [, year, month = '01', day = '01', time = 'T00:00:00', zone = 'Z'] = match;
  const moment = Date.parse(`${year}-${month}-${day}${time}${time === 'T00:00:00' ? 'Z' : zone}`);
  return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}

const epoch = Date.UTC(2005, 0, 1);
const horizon = Date.UTC(2045, 0, 1);

/** Completeness up to 110, then freshness up to 110 by the date alone (not by how long ago that is), then a short title up to 35. */
function rankOf(quality: number, modified: string | undefined, title: string): number {
  const time = modified === undefined ? epoch : Date.parse(modified);
  const fresh = Math.min(1, Math.max(0, (time - epoch) / (horizon - epoch)));
  const brief = Math.min(1, Math.max(0, (120 - title.length) / 100));
  return Math.round(quality * 1.1) + Math.round(fresh * 110) + Math.round(brief * 35);
}

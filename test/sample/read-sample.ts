import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Iri } from '../../src/kernel/iri.ts';
import type { Issue } from '../../src/kernel/issue.ts';
import { loadProfile } from '../../src/profile/load-profile.ts';
import type { RecordContent } from '../../src/profile/record.ts';
import { settle } from '../../src/profile/settle.ts';
import { defaultBudgets } from '../../src/rdf/budgets.ts';
import { parseDocument } from '../../src/rdf/parse-document.ts';
import type { ReadRecord } from '../../src/rdf/read-record.ts';
import { readRecords } from '../../src/rdf/read-records.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

/** Reads the sample catalogue as an import does, up to the point where it would be saved. */

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/sample');

export const base = 'https://data.example.se/';
export const vocabularies = loadVocabularies(join(root, 'vocabularies'));
export const profile = loadProfile(join(root, 'schemas/dcat-ap-se'), vocabularies);

export interface SampleRecord {
  readonly className: string;
  readonly iri: Iri;
  readonly content: RecordContent;
  readonly extra: readonly string[];
  /** What reading it had to say. */
  readonly notes: readonly Issue[];
  /** What the profile has to say. */
  readonly issues: readonly Issue[];
}

export interface SampleFile {
  readonly name: string;
  /** The root catalogue among them. */
  readonly records: readonly SampleRecord[];
  readonly notes: readonly Issue[];
  readonly leftovers: readonly string[];
  readonly hasBlankNodes: boolean;
}

/** Every file of the sample, in the order of their names. */
export async function readSample(): Promise<readonly SampleFile[]> {
  const files = readdirSync(folder).toSorted();
  return Promise.all(files.map(readSampleFile));
}

async function readSampleFile(name: string): Promise<SampleFile> {
  const document = await parseDocument(
    readFileSync(join(folder, name), 'utf8'),
    { mediaType: 'text/turtle', base },
    { budgets: defaultBudgets, contexts: {} },
  );
  const reading = readRecords(document, profile.plan, vocabularies);
  const records: SampleRecord[] = [];
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) records.push(judged(step.value));
  const { catalog, notes, leftovers } = step.value;
  if (catalog !== undefined) records.push(judged(catalog));
  const { graph } = document;
  const hasBlankNodes = [...graph.subjects()].some((subject) => graph.isBlank(subject));
  return { name, records, notes, leftovers, hasBlankNodes };
}

function judged({ className, iri = '', record, extra, notes }: ReadRecord): SampleRecord {
  const { content } = settle(record, className, profile.plan, { iri, vocabularies });
  return { className, iri, content, extra, notes, issues: profile.validate(content, className) };
}

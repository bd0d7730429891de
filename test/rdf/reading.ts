import { loadPlan } from '../../src/profile/load-plan.ts';
import { settle } from '../../src/profile/settle.ts';
import { defaultBudgets } from '../../src/rdf/budgets.ts';
import type { DocumentSource } from '../../src/rdf/document-source.ts';
import { parseDocument } from '../../src/rdf/parse-document.ts';
import type { ReadRecord } from '../../src/rdf/read-record.ts';
import { readRecords } from '../../src/rdf/read-records.ts';
import type { CatalogReading } from '../../src/rdf/reader.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';
import { parseGraph } from './graph.ts';
import { writers } from './writing.ts';

/** Reading with the real profile in the thread of the test; and what a reading says as plain lines. */

export const schemas = 'schemas/dcat-ap-se';
export const plan = loadPlan(schemas);
export const vocabularies = loadVocabularies('vocabularies');

const minted = 'urn:minted';

/** Parses and reads a document. */
export async function read(
  source: DocumentSource,
  mediaType = 'text/turtle',
): Promise<CatalogReading> {
  const options = { budgets: defaultBudgets, contexts: {} };
  const steps = readRecords(
    await parseDocument(source, { mediaType }, options),
    plan,
    vocabularies,
  );
  const records: ReadRecord[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (!done) {
      records.push(value);
      continue;
    }
    const { catalog, ...rest } = value;
    return catalog === undefined ? { records, ...rest } : { catalog, records, ...rest };
  }
}

/** All records of a reading, the catalogue first. */
export function allRecords({ catalog, records }: CatalogReading): readonly ReadRecord[] {
  return catalog === undefined ? records : [catalog, ...records];
}

/** Every statement that a reading keeps, as N-Triples lines in which blank nodes and what became of them are `_:`. */
export function keptLines(reading: CatalogReading): ReadonlySet<string> {
  const lines = allRecords(reading).flatMap(
    ({ record, extra, className, iri = `${minted}#record` }) => {
      const { content } = settle({ ...record, extra }, className, plan, { iri, prefix: minted });
      return writers.record(content, className, { syntax: 'nt' }).split('\n');
    },
  );
  return new Set([...lines, ...reading.leftovers].filter((line) => line !== '').map(withoutLabels));
}

/** The statements of a document, in the same form, read by a parser that is not ours. */
export async function documentLines(
  text: string,
  syntax: 'ttl' | 'rdf',
): Promise<ReadonlySet<string>> {
  const quads = await parseGraph(text, syntax);
  const options = { budgets: defaultBudgets, contexts: {} };
  const mediaType = syntax === 'ttl' ? 'text/turtle' : 'application/rdf+xml';
  const { graph } = await parseDocument(text, { mediaType }, options);
  if (quads.length !== graph.size) throw new Error(`${quads.length} quads, but ${graph.size} read`);
  const { graphLines } = await import('../../src/rdf/graph-lines.ts');
  const lines = graphLines(graph);
  return new Set(quads.map((_, quad) => withoutLabels(lines.line(quad))));
}

function withoutLabels(line: string): string {
  return line
    .replaceAll(/<urn:minted#[^>]+>/g, '_:')
    .replace(/^_:\w+/, '_:')
    .replace(/ _:\w+ \.$/, ' _: .');
}

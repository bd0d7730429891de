import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { digest } from '../../src/profile/digest.ts';
import type { RecordContent } from '../../src/profile/record.ts';
import { settle } from '../../src/profile/settle.ts';
import type { ReadRecord } from '../../src/rdf/read-record.ts';
import { openReader } from '../../src/rdf/reader.ts';
import type { SyntaxName } from '../../src/rdf/syntaxes/registry.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';
import { canonicalGraph, parseGraph } from './graph.ts';
import { allRecords, plan, read, schemas } from './reading.ts';
import { exampleCatalog, exampleDataset, exampleSeries, exampleService } from './worked-example.ts';
import { context, writeExample, writers } from './writing.ts';

const reader = openReader({
  schemas,
  vocabularies: 'vocabularies',
  contexts: { 'https://data.example.se/context.jsonld': context },
});
after(() => reader.close());

const mediaTypes: Readonly<Record<SyntaxName, string>> = {
  ttl: 'text/turtle',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples',
};

const examples: readonly RecordContent[] = [
  exampleCatalog,
  exampleSeries,
  exampleDataset,
  exampleService,
];

function settled({ record, extra, className, iri = '' }: ReadRecord): RecordContent {
  return settle({ ...record, extra }, className, plan, { iri }).content;
}

for (const syntax of ['ttl', 'rdf', 'jsonld', 'nt'] as const) {
  test(`a record written as ${syntax} reads as it was, and is written as the same graph`, async () => {
    for (const content of examples) {
      const className = String(content['@type']);
      const text = writers.record(content, className, { syntax });
      const reading = await reader.readCatalog(text, { mediaType: mediaTypes[syntax] });
      const [found] = allRecords(reading);
      assert.deepEqual(found?.notes, []);
      assert.deepEqual(found?.extra, []);
      assert.deepEqual(reading.leftovers, []);
      const again = writers.record(settled(found), className, { syntax });
      assert.deepEqual(
        await canonicalGraph(await parseGraph(again, syntax, context)),
        await canonicalGraph(await parseGraph(text, syntax, context)),
      );
    }
  });

  test(`a whole catalogue as ${syntax} gives the same records in every syntax`, async () => {
    const text = writeExample({ syntax });
    const reading = await reader.readCatalog(text, { mediaType: mediaTypes[syntax] });
    const turtle = await read(writeExample({ syntax: 'ttl' }));
    assert.deepEqual(reading.leftovers, []);
    assert.deepEqual(
      allRecords(reading).map((record) => digest(settled(record))),
      allRecords(turtle).map((record) => digest(settled(record))),
    );
  });
}

test('the European form of a catalogue reads as the Swedish one, with nothing to remark on and nothing left over', async () => {
  const swedish = await read(writeExample({ syntax: 'ttl', profile: 'se' }));
  const european = await read(writeExample({ syntax: 'ttl', profile: 'eu' }));
  // Europe does not list a series of high value as a dataset that is served: DCAT-AP 3.0.1, dcat:servesDataset.
  const withFormats = ({ record, extra, className, iri = '' }: ReadRecord) =>
    settle({ ...record, extra, servesDataset: undefined }, className, plan, {
      iri,
      vocabularies: loadVocabularies('vocabularies'),
    }).content;
  assert.deepEqual(allRecords(european).map(withFormats), allRecords(swedish).map(withFormats));
  assert.deepEqual([...european.notes, ...allRecords(european).flatMap(({ notes }) => notes)], []);
  assert.deepEqual(european.leftovers, []);
});

test('the worked example of the profile reads without a word of its own left over', async () => {
  const text = readFileSync('test/rdf/worked-example.ttl', 'utf8');
  const reading = await read(text);
  assert.deepEqual(reading.leftovers, []);
  assert.deepEqual(
    allRecords(reading).flatMap(({ extra }) => extra),
    [],
  );
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import { createResource } from '../../src/catalog/create-resource.ts';
import { base, dataset, operator, series, service } from '../catalog/square.ts';
import * as samples from '../profile/sample-records.ts';
import { canonicalGraph, parseGraph } from '../rdf/graph.ts';
import {
  bathing,
  catalogOf,
  contact,
  type Importing,
  names,
  openImporting,
  turtle,
} from './importing.ts';

const syntaxes = {
  ttl: 'text/turtle',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples',
} as const;

/** Everything that a catalogue can hold, written here. */
async function furnished(t: TestContext): Promise<Importing> {
  const square = await openImporting(t);
  const make = (kind: 'dataset' | 'series' | 'service', name: string, node = dataset) =>
    createResource(square.context, {
      actor: operator,
      kind,
      organization: 'umea',
      name,
      node,
      publish: true,
    });
  await make('series', 'bad', series);
  await make('service', 'bad', service);
  const { publisher: _, ...unpublished } = dataset;
  await make('dataset', 'bad', {
    ...unpublished,
    inSeries: `${base}/series/bad`,
    extra: [`<${base}/datasets/bad> <https://exempel.se/eget> "värde"@sv .`],
  });
  await make('dataset', 'sjo', {
    ...unpublished,
    distribution: [
      {
        accessUrl: 'https://umea.example/sjo.csv',
        checksum: samples.distribution.checksum ?? null,
      },
    ],
    creator: square.umea.iri,
  });
  return square;
}

for (const [syntax, mediaType] of Object.entries(syntaxes)) {
  test(`our own export as ${syntax} is unchanged when it is imported again`, async (t) => {
    const square = await furnished(t);
    const before = await square.trace();
    const document = await square.export({ syntax: syntax as keyof typeof syntaxes });
    const report = await square.import(document, { mediaType, replace: true });
    assert.deepEqual(names(report), { unchanged: ['bad', 'sjo', 'bad', 'bad', 'umea'] });
    assert.equal(await square.trace(), before);
  });
}

test('an export brought into an empty store, and exported there, is the same graph', async (t) => {
  const square = await furnished(t);
  const document = await square.export({ syntax: 'rdf' });
  const other = await openImporting(t);
  const report = await other.import(document, { mediaType: syntaxes.rdf });
  assert.deepEqual(names(report), { added: ['bad', 'sjo', 'bad', 'bad'], unchanged: ['umea'] });
  assert.deepEqual(await graphOf(other), await graphOf(square));
});

test('a foreign catalogue brought in, exported and brought into another store is the same graph', async (t) => {
  const square = await openImporting(t);
  await square.import(
    turtle(
      catalogOf(['bad', 'sjo'], 'ex:eget [ ex:djupt "ja" ]'),
      bathing('bad', { more: 'ex:annat ex:ting' }),
      bathing('sjo'),
      contact,
      'ex:ting ex:heter "Ting" .',
      'ex:lös ex:påstår ex:något .',
    ),
  );
  const other = await openImporting(t);
  const report = await other.import(await square.export());
  assert.deepEqual(report.refused, []);
  assert.deepEqual(await graphOf(other), await graphOf(square));
});

test('a catalogue written by hand in 2015 comes in as drafts, and nothing is refused', async (t) => {
  const square = await openImporting(t);
  const document = await readFile('test/fixtures/rdf/hand-written.rdf', 'utf8');
  const options = { mediaType: syntaxes.rdf, publish: false };
  const said = await square.import(document, { ...options, dryRun: true });
  const report = await square.import(document, options);
  assert.deepEqual({ ...said, dryRun: false }, report);
  assert.deepEqual(report.refused, []);
  assert.ok(report.added.length > 0);
  const before = await square.trace();
  const again = await square.import(document, options);
  assert.equal(again.unchanged.length, report.added.length + report.updated.length);
  assert.equal(await square.trace(), before);
});

async function graphOf(square: Importing): Promise<readonly string[]> {
  const text = await square.export({ syntax: 'nt' });
  const quads = await parseGraph(text, 'nt');

  return canonicalGraph(quads);
}

test('a contact that many datasets share keeps one telephone, however often it goes round', async (t) => {
  const square = await openImporting(t);
  const phone =
    '<https://umea.example/kontakt> vcard:hasTelephone [ vcard:hasValue <tel:+4690161000> ] .';
  const many = Array.from({ length: 5 }, (_, index) => bathing(`d${index}`));
  await square.import(turtle(...many, contact, phone));
  for (let round = 0; round < 2; round++) {
    const text = await square.export({ syntax: 'nt' });
    assert.equal(text.match(/hasTelephone/g)?.length, 1);
    assert.equal((await square.import(text, { mediaType: syntaxes.nt })).updated.length, 0);
  }
});

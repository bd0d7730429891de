import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { allRecords, documentLines, keptLines, read } from './reading.ts';

const fixtures = [
  ['test/fixtures/rdf/hand-written.rdf', 'rdf', 'application/rdf+xml'],
  ['test/fixtures/rdf/old-forms.ttl', 'ttl', 'text/turtle'],
  ['test/fixtures/rdf/wrong-kinds.ttl', 'ttl', 'text/turtle'],
  ['test/rdf/worked-example.ttl', 'ttl', 'text/turtle'],
] as const;

for (const [file, syntax, mediaType] of fixtures) {
  test(`every statement of ${file} is in a record, beside it, left over, or named as mended`, async () => {
    const text = readFileSync(file, 'utf8');
    const reading = await read(text, mediaType);
    const kept = keptLines(reading);
    const iris = new Set(allRecords(reading).map(({ iri }) => iri));
    const named = [...reading.notes, ...allRecords(reading).flatMap(({ notes }) => notes)]
      .map(({ message }) => message.en)
      .join('\n');
    for (const line of await documentLines(text, syntax)) {
      if (kept.has(line) || isLinkToRecord(line, iris)) continue;
      const value = / (?:"(.*)"\S*|<([^<>]*)>|(_:)) \.$/.exec(line);
      const shown = (value?.[1] ?? value?.[2] ?? '[ … ]').replaceAll('\\"', '"');
      assert.ok(named.includes(shown), `neither kept nor named: ${line}`);
    }
  });
}

/** `dcat:dataset` and `dcat:service` are made anew from the records. */
function isLinkToRecord(line: string, iris: ReadonlySet<string | undefined>): boolean {
  const object = / <http:\/\/www\.w3\.org\/ns\/dcat#(?:dataset|service)> <(.*)> \.$/.exec(
    line,
  )?.[1];
  return object !== undefined && iris.has(object);
}

test('a catalogue written by hand in 2015 is read, and each of its faults is named', async () => {
  const reading = await read({ file: 'test/fixtures/rdf/hand-written.rdf' }, 'application/rdf+xml');
  assert.equal(reading.catalog?.iri, 'http://sjostad.example/datasets/dcat#catalog');
  const [dataset] = reading.records;
  assert.equal(reading.records.length, 1);
  assert.deepEqual(dataset?.record.title, { 'sv-SE': 'Badplatser i Sjöstad' });
  assert.equal(dataset?.record.modified, '2015-03-02');
  const said = (rule: string, text: string): boolean =>
    [...reading.notes, ...(reading.catalog?.notes ?? []), ...(dataset?.notes ?? [])].some(
      ({ rule: found, message }) => found === rule && message.sv.includes(text),
    );
  for (const [rule, text] of [
    ['V001', 'Eurovoc'],
    ['V002', 'Aktör är en blank nod'],
    ['V002', 'Distribution är en blank nod'],
    ['V004', '2015-03-04'],
    ['V004', 'Filen'],
    ['V006', 'Sjöstads kommun'],
    ['V008', 'mars 2015'],
    ['V008', '2015-03-01'],
    ['V013', 'deed.sv'],
    ['V026', 'freq/daily'],
    ['V026', 'schema:startDate'],
    ['V026', '1024.0'],
    ['wrong-kind', '"http://wiki.sjostad.example/bad"'],
    ['unknown-property', 'dcat:landingPage hör inte till profilens Catalog'],
    ['wrong-kind', 'dcat:theme'],
    ['unknown-property', 'Menas dcat:keyword?'],
    ['unknown-property', 'Menas dcat:contactPoint?'],
    ['link-without-description', '#saknas'],
    ['belongs-to-no-record', '#glomd'],
  ] as const) {
    assert.ok(said(rule, text), `${rule}: ${text}`);
  }
});

test('what the profile does not know of a helper node follows the node when it gets its IRI', async () => {
  const { records } = await read(
    { file: 'test/fixtures/rdf/hand-written.rdf' },
    'application/rdf+xml',
  );
  const [dataset] = records;
  const [place] = (dataset?.record.spatial ?? []) as readonly { readonly '@id': string }[];
  assert.match(place?.['@id'] ?? '', /^_:b[0-9a-f]+$/);
  assert.ok(
    dataset?.extra.some((line) =>
      line.startsWith(`${place?.['@id']} <http://www.w3.org/2000/01/rdf-schema#label>`),
    ),
  );
});

test('the order of the document does not change what is read', async () => {
  const text = readFileSync('test/fixtures/rdf/old-forms.ttl', 'utf8');
  const { parseGraph } = await import('./graph.ts');
  const { Writer } = await import('n3');
  const quads = [...(await parseGraph(text, 'ttl'))];
  const forward = await read(
    new Writer({ format: 'N-Triples' }).quadsToString(quads),
    'application/n-triples',
  );
  const backward = await read(
    new Writer({ format: 'N-Triples' }).quadsToString(quads.reverse()),
    'application/n-triples',
  );
  assert.deepEqual(
    forward.records.map(({ record, extra }) => ({ record, extra })),
    backward.records.map(({ record, extra }) => ({ record, extra })),
  );
});

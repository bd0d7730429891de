import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonValue } from '../../src/kernel/json.ts';
import { read } from './reading.ts';

const document = { file: 'test/fixtures/rdf/wrong-kinds.ttl' };

test('values of the wrong kind are named with property, value and place, and kept', async () => {
  const [dataset] = (await read(document)).records;
  const found = (dataset?.notes ?? []).map(({ rule, pointer, message }) => ({
    rule,
    pointer,
    text: message.en,
  }));
  for (const [rule, pointer, text] of [
    ['V004', '/title', '"Två"@sv'],
    ['wrong-kind', '/title', 'https://wrong.example/title'],
    ['wrong-kind', '/publisher', 'Sjöstads kommun'],
    ['wrong-kind', '/landingPage', " 'http:///wrong.example/' "],
    ['wrong-kind', '/identifier', 'https://wrong.example/id'],
    ['V008', '/issued', 'i våras'],
    ['V004', '/modified', '2021-01-01'],
    ['V022', '/spatial', 'POINT(18 59)'],
    ['V008', '/spatialResolutionInMeters', 'tio'],
    ['V008', '/temporalResolution', 'en dag'],
    ['wrong-kind', '/theme', 'dcat:theme'],
    ['wrong-kind', '/keyword', '""@sv'],
    ['unknown-property', '', 'https://wrong.example/vocabulary#columns'],
    ['V004', '/distribution/0/accessUrl', 'https://wrong.example/file.csv'],
    ['V004', '/distribution/0/accessUrl', 'https://wrong.example/b.csv'],
    ['V008', '/distribution/0/byteSize', 'stor'],
    ['wrong-kind', '/distribution/0/format', 'https://wrong.example/format'],
  ] as const) {
    assert.ok(
      found.some(
        (note) => note.rule === rule && note.pointer === pointer && note.text.includes(text),
      ),
      `${rule} ${pointer} ${text}`,
    );
  }
  assert.equal(dataset?.extra.length, 19);
});

test('what is left of a dataset with wrong values is what was right', async () => {
  const [dataset] = (await read(document)).records;
  assert.deepEqual(dataset?.record, {
    '@id': 'https://wrong.example/data',
    '@type': 'Dataset',
    title: { sv: 'Ett' },
    modified: '2020-01-01',
    keyword: { sv: ['bad'] },
    distribution: [
      {
        '@id': 'https://wrong.example/file',
        '@type': 'Distribution',
        accessUrl: 'https://wrong.example/a.csv',
      },
    ],
  });
});

test('a link to a dataset that nobody describes is named and let go', async () => {
  const { catalog, leftovers } = await read(
    `${dcat}<https://a.example/1> a dcat:Catalog ; dcat:dataset <https://a.example/missing> .`,
  );
  assert.deepEqual(
    catalog?.notes.map(({ rule }) => rule),
    ['link-without-description'],
  );
  assert.deepEqual([catalog?.extra, leftovers], [[], []]);
});

test('a contact that is only said to be a vcard:Kind becomes an organisation, and is said to', async () => {
  const { records } = await read(
    `${dcat}@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
    <https://a.example/d> a dcat:Dataset ; dcat:contactPoint <https://a.example/c> .
    <https://a.example/c> a vcard:Kind ; vcard:fn "C"@sv .`,
  );
  const [dataset] = records;
  assert.deepEqual(dataset?.record.contactPoint, [
    { '@id': 'https://a.example/c', fn: { sv: 'C' } },
  ]);
  assert.deepEqual(
    dataset?.notes.map(({ rule, pointer }) => [rule, pointer]),
    [['V026', '/contactPoint/0']],
  );
});

test('a date that does not exist is kept beside the record, which is read without it', async () => {
  const { records } = await read(
    `${dcat}<https://a.example/d> a dcat:Dataset ; dcterms:modified "2015-02-30" ;
    dcterms:issued "2015-13-45"^^<http://www.w3.org/2001/XMLSchema#date> .`,
  );
  const [dataset] = records;
  assert.deepEqual(dataset?.record, { '@id': 'https://a.example/d', '@type': 'Dataset' });
  assert.deepEqual(
    dataset?.notes.map(({ rule, pointer }) => [rule, pointer]),
    [
      ['V008', '/modified'],
      ['V008', '/issued'],
    ],
  );
  assert.equal(dataset?.extra.length, 2);
});

test('an address written as text is read as the IRI that it means, and said to be', async () => {
  const { records } = await read(
    `${dcat}@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
    <https://a.example/d> a dcat:Dataset ; dcat:landingPage "https://a.example/page" ;
      dcat:contactPoint <https://a.example/c> .
    <https://a.example/c> a vcard:Organization ; vcard:hasEmail "data@a.example" , "mailto:b@a.example" , "data" ;
      vcard:hasTelephone <tel:+46101234567> .`,
  );
  const [dataset] = records;
  assert.deepEqual(dataset?.record.landingPage, ['https://a.example/page']);
  assert.deepEqual(dataset?.record.contactPoint, [
    {
      '@id': 'https://a.example/c',
      '@type': 'ContactOrganization',
      hasEmail: ['mailto:b@a.example', 'mailto:data@a.example'],
      hasTelephone: [{ hasValue: 'tel:+46101234567' }],
    },
  ]);
  assert.deepEqual(
    dataset?.notes
      .filter(({ message }) => message.en.includes(' was read as '))
      .map(({ rule, pointer }) => [rule, pointer])
      .sort(),
    [
      ['V021', '/contactPoint/0/hasTelephone/0'],
      ['wrong-kind', '/contactPoint/0/hasEmail/0'],
      ['wrong-kind', '/contactPoint/0/hasEmail/1'],
      ['wrong-kind', '/landingPage/0'],
    ],
  );
  assert.equal(dataset?.extra.length, 1);
});

const dcat =
  '@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n';

test('two catalogues that are not part of each other are named, and none is the one', async () => {
  const reading = await read(
    `${dcat}<https://a.example/1> a dcat:Catalog . <https://a.example/2> a dcat:Catalog .`,
  );
  assert.equal(reading.catalog, undefined);
  assert.deepEqual(
    reading.records.map(({ className }) => className),
    ['Catalog', 'Catalog'],
  );
  assert.deepEqual(
    reading.notes.map(({ rule }) => rule),
    ['V003'],
  );
});

test('a catalogue within a catalogue is a record beside the root', async () => {
  const reading = await read(
    `${dcat}<https://a.example/1> a dcat:Catalog ; dcterms:hasPart <https://a.example/2> . <https://a.example/2> a dcat:Catalog .`,
  );
  assert.equal(reading.catalog?.iri, 'https://a.example/1');
  assert.deepEqual(
    reading.records.map(({ iri }) => iri),
    ['https://a.example/2'],
  );
});

test('catalogue records are left out with one note, as the profile forbids them', async () => {
  const reading = await read(
    `${dcat}<https://a.example/1> a dcat:Catalog ; dcat:record <https://a.example/r> .
    <https://a.example/r> a dcat:CatalogRecord ; foaf:primaryTopic <https://a.example/d> .`,
  );
  assert.deepEqual(
    reading.notes.map(({ rule }) => rule),
    ['V025'],
  );
  assert.deepEqual(reading.leftovers, []);
  assert.deepEqual(reading.catalog?.extra, []);
});

test('a dataset that only a link says is one is read as one and says so', async () => {
  const reading = await read(
    `${dcat}<https://a.example/1> a dcat:Catalog ; dcat:dataset <https://a.example/d> . <https://a.example/d> dcterms:title "D"@sv .`,
  );
  const [dataset] = reading.records;
  assert.equal(dataset?.className, 'Dataset');
  assert.deepEqual(
    dataset?.notes.map(({ rule }) => rule),
    ['V035'],
  );
});

test('a described agent stands in each record that refers to it, an agent only named stays an IRI', async () => {
  const reading = await read(
    `${dcat}<https://a.example/a> a foaf:Agent ; foaf:name "A"@sv .
    <https://a.example/1> a dcat:Dataset ; dcterms:publisher <https://a.example/a> ; dcterms:creator <https://a.example/b> .
    <https://a.example/2> a dcat:Dataset ; dcterms:publisher <https://a.example/a> .`,
  );
  const agent = { '@id': 'https://a.example/a', '@type': 'Agent', name: { sv: 'A' } };
  const publishers = reading.records.map(({ record }) => record.publisher as JsonValue);
  assert.deepEqual(publishers, [agent, agent]);
  assert.equal(reading.records[0]?.record.creator, 'https://a.example/b');
});

test('an agent that nothing refers to is a record of its own', async () => {
  const reading = await read(`${dcat}<https://a.example/a> a foaf:Agent ; foaf:name "A"@sv .`);
  assert.deepEqual(
    reading.records.map(({ className, iri }) => [className, iri]),
    [['Agent', 'https://a.example/a']],
  );
});

test('nodes that refer to each other in a circle are read once', async () => {
  const reading = await read(
    `${dcat}@prefix prov: <http://www.w3.org/ns/prov#> .
    <https://a.example/d> a dcat:Dataset ; dcterms:conformsTo <https://a.example/s> .
    <https://a.example/s> a dcterms:Standard ; dcterms:title "S"@sv ; dcterms:conformsTo <https://a.example/s> , [ dcterms:isPartOf <https://a.example/d> ] .`,
  );
  assert.equal(reading.records.length, 1);
  assert.equal(reading.leftovers.length, 0);
});

test('a tangle of blank nodes is read in good time', { timeout: 5000 }, async () => {
  const nodes = Array.from({ length: 60 }, (_, n) => `_:n${n}`);
  const tangle = nodes.map((node) => `${node} <https://e.example/p> ${nodes.join(' , ')} .`);
  const chain = Array.from(
    { length: 60 },
    (_, n) => `_:c${n} <https://e.example/p> _:c${n + 1} ; <https://e.example/q> _:c${n + 1} .`,
  );
  const reading = await read(
    `${dcat}<https://a.example/d> a dcat:Dataset ; <https://e.example/p> _:n0 , _:c0 .
    ${[...tangle, ...chain].join('\n')}`,
  );
  assert.equal(reading.records[0]?.extra.length, 2 + 60 * 60 + 2 * 60);
});

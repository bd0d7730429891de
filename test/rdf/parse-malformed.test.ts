import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CatalogError } from '../../src/kernel/errors.ts';
import { type Budgets, defaultBudgets } from '../../src/rdf/budgets.ts';
import type { DocumentSource } from '../../src/rdf/document-source.ts';
import { parseDocument } from '../../src/rdf/parse-document.ts';

const rdfXml = 'application/rdf+xml';
const turtle = 'text/turtle';
const jsonLd = 'application/ld+json';

async function refusal(
  source: DocumentSource,
  mediaType: string,
  budgets: Partial<Budgets> = {},
): Promise<CatalogError> {
  const around = { budgets: { ...defaultBudgets, ...budgets }, contexts: {} };
  try {
    await parseDocument(source, { mediaType }, around);
  } catch (error) {
    assert.ok(error instanceof CatalogError, String(error));
    for (const issue of error.issues) assert.equal(issue.rule, 'V001');
    return error;
  }
  assert.fail('The document was read.');
}

const root =
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.example/">';
const inRoot = (body: string): string => `${root}${body}</rdf:RDF>`;
const node = (body: string): string =>
  inRoot(`<rdf:Description rdf:about="https://a.example/">${body}</rdf:Description>`);
const doctype = (subset: string, body = node('<e:p>&a;</e:p>')): string =>
  `<!DOCTYPE rdf:RDF [${subset}]>${body}`;
const manyContexts = JSON.stringify(
  Array.from({ length: 5000 }, (_, n) => ({ '@context': { [`t${n}`]: `https://t.example/${n}` } })),
);

/** [title, media type, document, what the refusal says]. ASVS 5.0 V1.5, and what parsers were really brought down with. */
const malformed: readonly (readonly [string, string, DocumentSource, RegExp])[] = [
  [
    'an entity that is a file',
    rdfXml,
    doctype('<!ENTITY a SYSTEM "file:///etc/passwd">'),
    /DOCTYPE/,
  ],
  [
    'an entity that is an address',
    rdfXml,
    doctype('<!ENTITY a PUBLIC "x" "http://127.0.0.1/">'),
    /DOCTYPE/,
  ],
  ['a parameter entity', rdfXml, doctype('<!ENTITY % a "http://a.example/">%a;'), /DOCTYPE/],
  [
    'a DOCTYPE that is a file',
    rdfXml,
    `<!DOCTYPE r SYSTEM "file:///etc/passwd">${node('')}`,
    /SYSTEM/,
  ],
  [
    'an entity made of entities',
    rdfXml,
    doctype('<!ENTITY b "http://b.example/"><!ENTITY a "&b;&b;">'),
    /short IRI prefix/,
  ],
  [
    'an entity of 50 kB',
    rdfXml,
    doctype(`<!ENTITY a "http://a.example/${'a'.repeat(50_000)}">`),
    /DOCTYPE|prefix/,
  ],
  [
    'an entity that is markup',
    rdfXml,
    doctype('<!ENTITY a "http://a.example/<e:p/>">'),
    /DOCTYPE|prefix/,
  ],
  [
    'a thousand entities',
    rdfXml,
    doctype(Array.from({ length: 1000 }, (_, n) => `<!ENTITY a${n} "http://a.example/">`).join('')),
    /DOCTYPE/,
  ],
  [
    '100 MB by way of one entity',
    rdfXml,
    doctype(
      `<!ENTITY a "http://a.example/${'a'.repeat(250)}">`,
      node(`<e:p>${'&a;'.repeat(400_000)}</e:p>`),
    ),
    /too often|longer than/,
  ],
  ['an entity that is not declared', rdfXml, node('<e:p>&nope;</e:p>'), /entity/],
  [
    '20 000 elements inside one another',
    rdfXml,
    root + '<e:T><e:p>'.repeat(20_000),
    /deeper than 100/,
  ],
  [
    '20 000 brackets inside one another',
    turtle,
    `<https://a.example/> <https://e.example/p> ${'[ <https://e.example/p> '.repeat(20_000)}`,
    /deeper than 100/,
  ],
  [
    '20 000 lists inside one another',
    turtle,
    `<https://a.example/> <https://e.example/p> ${'( '.repeat(20_000)}`,
    /deeper than 100/,
  ],
  [
    '4 000 objects inside one another',
    jsonLd,
    `${'{"https://e.example/p":'.repeat(4000)}1${'}'.repeat(4000)}`,
    /deeper than 100/,
  ],
  ['a megabyte of brackets', jsonLd, '['.repeat(1_000_000), /deeper than 100/],
  ['thousands of contexts', jsonLd, manyContexts, /more than 32 @context/],
  [
    'contexts written with escapes',
    jsonLd,
    manyContexts.replaceAll('@context', '\\u0040context'),
    /more than 32 @context/,
  ],
  [
    'a context that nests',
    jsonLd,
    `{"@context":${'{"a":{"@context":'.repeat(20)}{}${'}}'.repeat(20)}}`,
    /deeper than 8/,
  ],
  [
    'a context to be fetched',
    jsonLd,
    '{"@context":"http://127.0.0.1:9/context.jsonld"}',
    /<http:\/\/127\.0\.0\.1:9\/context\.jsonld> is not fetched/,
  ],
  [
    'a context that imports one',
    jsonLd,
    '{"@context":{"@version":1.1,"@import":"http://127.0.0.1:9/c"}}',
    /127\.0\.0\.1:9\/c> is not fetched/,
  ],
  ['a key that means nothing', jsonLd, '{"@id":"https://a.example/","titel":"x"}', /titel/],
  [
    'a key written twice',
    jsonLd,
    '{"@id":"https://a.example/","@id":"https://b.example/"}',
    /@id.* twice/,
  ],
  ['JSON that is a text', jsonLd, '"x"', /object or an array/],
  ['JSON cut short', jsonLd, '{"@id":"https://a.', /Line 1/],
  ['an HTML page', rdfXml, '<!DOCTYPE html><html><body>Logga in</body></html>', /not RDF\/XML/],
  ['an empty document that should be XML', rdfXml, '', /no XML element/],
  ['an element that is not closed', rdfXml, `${root}\n\n<e:T>`, /Line 3/],
  ['a prefix that is not declared', rdfXml, inRoot('<x:T/>'), /unbound namespace prefix/],
  [
    'an attribute that should be rdf:about',
    rdfXml,
    inRoot('<rdf:Description about="https://a.example/"/>'),
    /rdf:about/,
  ],
  [
    'a space in an IRI',
    rdfXml,
    inRoot('<rdf:Description rdf:about="https://a.example/a b"><e:p>x</e:p></rdf:Description>'),
    /a b> is not a legal IRI/,
  ],
  [
    'a space in an IRI in Turtle',
    turtle,
    '<https://a.example/a b> a <https://e.example/T> .',
    /Line 1/,
  ],
  [
    'a relative IRI without a base',
    turtle,
    '\n<a> a <https://e.example/T> .',
    /Line 2: <a> is a relative IRI/,
  ],
  ['a text without its end', turtle, '<https://a.example/> <https://e.example/p> "x', /Line 1/],
  [
    'a statement about a statement',
    turtle,
    '<https://a.example/> <https://e.example/p> <<( <https://a.example/> <https://e.example/p> 1 )>> .',
    /triple term/,
  ],
  [
    'Latin-1 that calls itself nothing',
    turtle,
    Buffer.from('<https://a.example/> <https://e.example/p> "åäö" .', 'latin1'),
    /not text in utf-8/,
  ],
  [
    'Latin-1 in RDF/XML that calls itself nothing',
    rdfXml,
    Buffer.from(node('<e:p>åäö</e:p>'), 'latin1'),
    /not text in utf-8/,
  ],
  [
    'an encoding that nobody knows',
    rdfXml,
    Buffer.from(`<?xml version="1.0" encoding="x-runor"?>${node('')}`),
    /x-runor/,
  ],
  ['a media type that is not RDF', 'text/csv', 'a;b', /text\/csv cannot be read/],
  [
    'random bytes',
    turtle,
    Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256)),
    /./,
  ],
];

for (const [title, mediaType, source, says] of malformed) {
  test(`${title}: invalid-document, at once`, { timeout: 2000 }, async () => {
    const error = await refusal(source, mediaType);
    assert.equal(error.code, 'invalid-document');
    assert.match(error.message, says);
  });
}

test('a document, a literal and a number of statements over budget are refused', async () => {
  const document = '<https://a.example/> <https://e.example/p> "xxxxxxxxxx" , 1 , 2 .';
  assert.equal((await refusal(document, turtle, { bytes: 20 })).code, 'document-too-large');
  assert.equal((await refusal(document, turtle, { quads: 2 })).code, 'document-too-large');
  assert.equal((await refusal(document, turtle, { literalLength: 5 })).code, 'invalid-document');
  assert.equal(
    (await refusal({ file: 'package.json' }, jsonLd, { bytes: 20 })).code,
    'document-too-large',
  );
});

test('every illegal IRI of a document is named', async () => {
  const error = await refusal('<a> <b> <c> , <d> .', turtle);
  assert.deepEqual(
    error.issues.map(({ message }) => /<(\w)>/.exec(message.en)?.[1]),
    ['a', 'b', 'c', 'd'],
  );
});

const whole = [
  ['test/rdf/worked-example.ttl', turtle],
  ['test/fixtures/rdf/hand-written.rdf', rdfXml],
] as const;

for (const [file, mediaType] of whole) {
  test(`${file} cut off at each 500 bytes is read or refused, and never breaks the reader`, async () => {
    const bytes = readFileSync(file);
    for (let length = 0; length < bytes.length; length += 500) {
      const around = { budgets: defaultBudgets, contexts: {} };
      await parseDocument(bytes.subarray(0, length), { mediaType }, around).catch((error) => {
        assert.ok(error instanceof CatalogError, String(error));
        assert.equal(error.code, 'invalid-document');
      });
    }
  });
}

test('RDF/XML cut off anywhere is never taken for whole', async () => {
  const bytes = readFileSync('test/fixtures/rdf/hand-written.rdf');
  for (let length = 1; length < bytes.length - 12; length += 97) {
    assert.equal((await refusal(bytes.subarray(0, length), rdfXml)).code, 'invalid-document');
  }
});

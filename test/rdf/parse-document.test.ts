import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultBudgets } from '../../src/rdf/budgets.ts';
import type { ParsedDocument } from '../../src/rdf/document-graph.ts';
import type { DocumentSource } from '../../src/rdf/document-source.ts';
import { graphLines } from '../../src/rdf/graph-lines.ts';
import { parseDocument } from '../../src/rdf/parse-document.ts';

const context = { title: 'https://e.example/p' };

function parse(source: DocumentSource, mediaType: string, base?: string): Promise<ParsedDocument> {
  return parseDocument(
    source,
    { mediaType, base },
    { budgets: defaultBudgets, contexts: { 'https://a.example/context.jsonld': context } },
  );
}

async function lines(...given: Parameters<typeof parse>): Promise<readonly string[]> {
  const { graph } = await parse(...given);
  const { line } = graphLines(graph);
  return Array.from({ length: graph.size }, (_, quad) => line(quad)).sort();
}

const statement = '<https://a.example/x> <https://e.example/p> "åäö"@sv .';
const rdf = (body: string, attributes = ''): string =>
  `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="https://e.example/"${attributes}>${body}</rdf:RDF>`;

/** The same statement in each syntax. */
const same: readonly (readonly [string, string, DocumentSource])[] = [
  [
    'Turtle',
    'text/turtle',
    '@prefix e: <https://e.example/> . <https://a.example/x> e:p "åäö"@sv .',
  ],
  ['N-Triples', 'application/n-triples', statement],
  ['TriG', 'application/trig', `<https://g.example/> { ${statement} }`],
  [
    'N-Quads',
    'application/n-quads',
    '<https://a.example/x> <https://e.example/p> "åäö"@sv <https://g.example/> .',
  ],
  [
    'RDF/XML',
    'application/rdf+xml',
    rdf(
      '<rdf:Description rdf:about="https://a.example/x"><e:p xml:lang="sv">åäö</e:p></rdf:Description>',
    ),
  ],
  [
    'RDF/XML in a text of several pieces',
    'application/rdf+xml',
    rdf(
      '<rdf:Description rdf:about="https://a.example/x"><e:p xml:lang="sv">å<![CDATA[ä]]><!-- och -->ö</e:p></rdf:Description>',
    ),
  ],
  [
    'RDF/XML with an IRI prefix as entity',
    'application/xml',
    `<!DOCTYPE rdf:RDF [<!ENTITY a "https://a.example/">]>${rdf('<rdf:Description rdf:about="&a;x"><e:p xml:lang="sv">åäö</e:p></rdf:Description>')}`,
  ],
  [
    'RDF/XML in Latin-1 that says so',
    'application/rdf+xml',
    Buffer.from(
      `<?xml version="1.0" encoding="ISO-8859-1"?>${rdf('<rdf:Description rdf:about="https://a.example/x"><e:p xml:lang="sv">åäö</e:p></rdf:Description>')}`,
      'latin1',
    ),
  ],
  [
    'Turtle in Latin-1 that says so',
    'text/turtle; charset=ISO-8859-1',
    Buffer.from(statement, 'latin1'),
  ],
  ['Turtle with a byte-order mark', 'text/turtle', Buffer.from(`\ufeff${statement}`)],
  [
    'JSON-LD with its own context',
    'application/ld+json',
    JSON.stringify({
      '@context': { t: 'https://e.example/p' },
      '@id': 'https://a.example/x',
      t: { '@value': 'åäö', '@language': 'sv' },
    }),
  ],
  [
    'JSON-LD with a bundled context',
    'application/ld+json',
    JSON.stringify({
      '@context': 'https://a.example/context.jsonld',
      '@id': 'https://a.example/x',
      title: { '@value': 'åäö', '@language': 'SV' },
    }),
  ],
];

for (const [title, mediaType, source] of same) {
  test(`${title} is read`, async () => {
    assert.deepEqual(await lines(source, mediaType), [statement]);
  });
}

test('relative IRIs are resolved against the base in every syntax', async () => {
  const base = 'https://a.example/dir/';
  const expected = ['<https://a.example/dir/x> <https://e.example/p> <https://a.example/y> .'];
  assert.deepEqual(await lines('<x> <https://e.example/p> </y> .', 'text/turtle', base), expected);
  const xml = rdf('<rdf:Description rdf:about="x"><e:p rdf:resource="/y"/></rdf:Description>');
  assert.deepEqual(await lines(xml, 'application/rdf+xml', base), expected);
  const json = '{"@id":"x","https://e.example/p":{"@id":"/y"}}';
  assert.deepEqual(await lines(json, 'application/ld+json', base), expected);
});

test('RDF/XML may leave rdf:RDF out', async () => {
  const text =
    '<e:T xmlns:e="https://e.example/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about="https://a.example/x"/>';
  assert.deepEqual(await lines(text, 'application/rdf+xml'), [
    '<https://a.example/x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://e.example/T> .',
  ]);
});

test('what RDF/XML passes over in silence is named', async () => {
  const { notes } = await parse(
    rdf(
      '<rdf:Description rdf:about="https://a.example/x" note="n">lös<e:p><e:T/>text</e:p></rdf:Description>',
    ),
    'application/rdf+xml',
  );
  assert.deepEqual(
    notes.map(({ message }) => /[“"]([^”"]+)[”"]/.exec(message.en)?.[1]),
    ['n', 'lös', 'text'],
  );
});

test('much white space between elements costs no more than little', { timeout: 5000 }, async () => {
  const body = `<e:T rdf:about="https://a.example/x"/>${' '.repeat(100)}\n`.repeat(20_000);
  const { graph } = await parse(rdf(body), 'application/rdf+xml');
  assert.equal(graph.size, 20_000);
});

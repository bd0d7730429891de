import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RecordContent } from '../../src/profile/record.ts';
import { nTriplesLine } from '../../src/rdf/n-triples-line.ts';
import type { SyntaxName } from '../../src/rdf/syntaxes/registry.ts';
import { parseGraph } from './graph.ts';
import { context, writers } from './writing.ts';

const syntaxNames: readonly SyntaxName[] = ['ttl', 'rdf', 'jsonld', 'nt'];

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, so they are named here.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Every character that XML 1.0 knows (§2.2), with a lean towards those that syntaxes give a meaning. */
const xmlText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      ...'"\'\\<>&\n\r\t ]]>{}@^_:#;,.=/-',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u007f',
      'å',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter(isXml),
  ),
});

function isXml(text: string): boolean {
  return !forbidden.test(text);
}

async function valuesOf(content: RecordContent, syntax: SyntaxName): Promise<readonly string[]> {
  const text = writers.record(content, 'Dataset', { syntax });
  const quads = await parseGraph(text, syntax, context);
  return quads
    .flatMap(({ object }) => (object.termType === 'Literal' ? [object.value] : []))
    .sort();
}

test('every string that XML can carry survives all four syntaxes, tagged, plain and as an extra', async () => {
  await fc.assert(
    fc.asyncProperty(xmlText, xmlText, xmlText, async (tagged, plain, more) => {
      const content: RecordContent = {
        '@id': 'https://example.org/d',
        '@type': 'Dataset',
        title: { sv: tagged },
        versionNotes: { '@none': plain },
        version: plain,
        extra: [`<https://example.org/d> <http://example.org/ns/x> ${asNTriples(more)} .`],
      };
      const expected = [tagged, plain, plain, more].sort();
      for (const syntax of syntaxNames) {
        assert.deepEqual(await valuesOf(content, syntax), expected, syntax);
      }
    }),
    { numRuns: 300 },
  );
});

test('every string survives Turtle, N-Triples and JSON-LD, control characters too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
      const content: RecordContent = {
        '@id': 'https://example.org/d',
        '@type': 'Dataset',
        title: { en: value },
      };
      for (const syntax of ['ttl', 'nt', 'jsonld'] as const) {
        assert.deepEqual(await valuesOf(content, syntax), [value], syntax);
      }
    }),
    { numRuns: 300 },
  );
});

test('a lone surrogate becomes U+FFFD in all four syntaxes', async () => {
  const content: RecordContent = {
    '@id': 'https://example.org/d',
    '@type': 'Dataset',
    title: { sv: 'a\ud800b' },
  };
  for (const syntax of syntaxNames) {
    assert.deepEqual(await valuesOf(content, syntax), ['a\ufffdb'], syntax);
  }
});

test('whatever stands in an IRI, the four syntaxes agree and no document breaks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), xmlText, async (end, other) => {
      // RFC 3987 allows Unicode's spaces in an IRI; jsonld drops such statements when it reads them.
      fc.pre(!/[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/.test(end + other));
      // Readers may resolve dot segments, also of absolute IRIs: RFC 3986 §5.2.2.
      fc.pre(![`/${end}`, other].some((path) => /(?:^|[/:])\.{1,2}(?:[/?#]|$)/.test(path)));
      const content: RecordContent = {
        '@id': 'https://example.org/d',
        '@type': 'Dataset',
        landingPage: [`https://example.org/${end}`, `urn:x:${other}`, other],
        title: { sv: 'Titel' },
      };
      const graphs = await Promise.all(
        syntaxNames.map(async (syntax) => {
          const text = writers.record(content, 'Dataset', { syntax });
          const quads = await parseGraph(text, syntax, context);
          return quads.map(({ object }) => object.value).sort();
        }),
      );
      for (const graph of graphs) assert.deepEqual(graph, graphs[0]);
    }),
    { numRuns: 300 },
  );
});

test('a literal read from an N-Triples line is the literal that was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const line = `<https://example.org/s> <https://example.org/p> ${asNTriples(value)}@sv .`;
      assert.deepEqual(nTriplesLine(line, (label) => label)?.object, { value, language: 'sv' });
    }),
  );
});

function asNTriples(value: string): string {
  const escaped = value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\u000D');
  return `"${escaped}"`;
}

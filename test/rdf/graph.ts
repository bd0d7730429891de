import { Readable } from 'node:stream';
import type { Quad, Term } from '@rdfjs/types';
import jsonld from 'jsonld';
import type { JsonLd } from 'jsonld/jsonld-spec.js';
import { Parser, Writer } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import type { SyntaxName } from '../../src/rdf/syntaxes/registry.ts';

/** Graphs as tests compare them: read by libraries that share no code with our writers, and made canonical by RDFC-1.0. */

/** Reads a document with a library. JSON-LD documents may name one context only, the one given. */
export async function parseGraph(
  text: string,
  syntax: SyntaxName,
  context: JsonLd = {},
): Promise<readonly Quad[]> {
  switch (syntax) {
    case 'ttl':
      return new Parser({ format: 'text/turtle' }).parse(text);
    case 'nt':
      return new Parser({ format: 'N-Triples' }).parse(text);
    case 'rdf': {
      const parsed = Readable.from([text]).pipe(new RdfXmlParser());
      return Array.fromAsync<Quad>(parsed);
    }
    case 'jsonld': {
      const nquads = await jsonld.toRDF(JSON.parse(text), {
        format: 'application/n-quads',
        documentLoader: async (url) => ({ documentUrl: url, document: context }),
      });
      return new Parser({ format: 'N-Quads' }).parse(String(nquads));
    }
  }
}

/** The graph in its canonical form, one line a statement; language tags compare without case. RDFC-1.0; BCP 47 §2.1.1. */
export async function canonicalGraph(quads: readonly Quad[]): Promise<readonly string[]> {
  if (!quads.some((quad) => isBlank(quad.subject) || isBlank(quad.object))) {
    return [...new Set(quads.map(plainLine))].sort();
  }
  const text = new Writer({ format: 'N-Quads' }).quadsToString([...quads]);
  const document = await jsonld.fromRDF(text, { format: 'application/n-quads' });
  const canonical = await jsonld.canonize(document, {
    format: 'application/n-quads',
  });
  const lines = new Parser({ format: 'N-Quads', blankNodePrefix: '' }).parse(String(canonical));
  return [...new Set(lines.map(plainLine))].sort();
}

/** Whether a term is a blank node. */
export function isBlank(term: Term): boolean {
  return term.termType === 'BlankNode';
}

function plainLine({ subject, predicate, object }: Quad): string {
  return [subject, predicate, object].map(plainTerm).join(' ');
}

function plainTerm(term: Term): string {
  if (term.termType !== 'Literal') return isBlank(term) ? `_:${term.value}` : `<${term.value}>`;
  const tag =
    term.language === '' ? `^^<${term.datatype.value}>` : `@${term.language.toLowerCase()}`;
  return JSON.stringify(term.value) + tag;
}

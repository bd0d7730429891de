import type { Budgets } from './budgets.ts';
import type { ParsedDocument } from './document-graph.ts';
import { type DocumentSource, readText, readWholeText } from './document-source.ts';
import { documentIssue, invalidDocument } from './invalid-document.ts';
import { type Contexts, parseJsonLd } from './parse-jsonld.ts';
import { parseRdfXml } from './parse-rdfxml.ts';
import { parseTurtle } from './parse-turtle.ts';

/** How a document is to be read. */
export interface ParseOptions {
  /** The media type, parameters and all: `text/turtle; charset=utf-8`. */
  readonly mediaType: string;
  /** What relative IRIs are resolved against; without it they are faults. RFC 3986 §5.1. */
  readonly base?: string | undefined;
}

/** The media types that can be read, with the syntax of each. */
export const readableMediaTypes = {
  'text/turtle': 'Turtle',
  'application/x-turtle': 'Turtle',
  'application/n-triples': 'N-Triples',
  'application/trig': 'TriG',
  'application/n-quads': 'N-Quads',
  'application/rdf+xml': 'RDF/XML',
  'application/xml': 'RDF/XML',
  'text/xml': 'RDF/XML',
  'application/ld+json': 'JSON-LD',
  'application/json': 'JSON-LD',
} as const;

/**
 * A document into a graph, within its budgets. Runs where it is called: for what a stranger sent, call it through
 * `openReader`, whose thread can be stopped.
 *
 * @throws CatalogError `invalid-document` with every fault that was found, `document-too-large`.
 */
export async function parseDocument(
  source: DocumentSource,
  { mediaType, base }: ParseOptions,
  { budgets, contexts }: { readonly budgets: Budgets; readonly contexts: Contexts },
): Promise<ParsedDocument> {
  const [essence = '', ...parameters] = mediaType.split(';').map((part) => part.trim());
  const charset = parameters
    .map((parameter) => /^charset="?([^"]+)"?$/i.exec(parameter)?.[1])
    .find((value) => value !== undefined);
  const syntax = syntaxOf(essence.toLowerCase());
  if (syntax === 'JSON-LD') {
    return parseJsonLd(readWholeText(source, charset, budgets), { base, budgets, contexts });
  }
  const text = readText(source, charset, budgets);
  return syntax === 'RDF/XML'
    ? parseRdfXml(text, { base, budgets })
    : parseTurtle(text, syntax, { base, budgets });
}

function syntaxOf(essence: string): (typeof readableMediaTypes)[keyof typeof readableMediaTypes] {
  for (const [mediaType, syntax] of Object.entries(readableMediaTypes)) {
    if (mediaType === essence) return syntax;
  }
  const known = Object.keys(readableMediaTypes).join(', ');
  throw invalidDocument([
    documentIssue({
      sv: `${essence || 'Ingen medietyp'} kan inte läsas som RDF. Välj en av: ${known}.`,
      en: `${essence || 'No media type'} cannot be read as RDF. Choose one of: ${known}.`,
    }),
  ]);
}

import { type SyntaxName, syntaxes } from '../rdf/syntaxes/registry.ts';
import type { Representation } from './negotiate.ts';

/** JSON is what developers read, HTML what people do; the rest are the RDF syntaxes. */
export const json: Representation = {
  mediaType: 'application/json',
  suffix: 'json',
  contentType: 'application/json; charset=utf-8',
};

export const html: Representation = {
  mediaType: 'text/html',
  suffix: 'html',
  contentType: 'text/html; charset=utf-8',
  aliases: ['application/xhtml+xml'],
};

/** One RDF syntax as a representation. */
export interface RdfRepresentation extends Representation {
  readonly syntax: SyntaxName;
}

const unicode: ReadonlySet<SyntaxName> = new Set(['ttl', 'rdf', 'nt']);

/** Turtle, RDF/XML, JSON-LD and N-Triples. */
export const rdf: readonly RdfRepresentation[] = Object.values(syntaxes).map((entry) => ({
  syntax: entry.name,
  mediaType: entry.mediaType,
  suffix: entry.name,
  contentType: unicode.has(entry.name) ? `${entry.mediaType}; charset=utf-8` : entry.mediaType,
  // `application/xml` stands in every browser's Accept, and means no RDF there.
  aliases: entry.otherMediaTypes.filter((type) => !type.endsWith('/xml')),
}));

/** Whether the representation is RDF. */
export function isRdf(representation: Representation): representation is RdfRepresentation {
  return 'syntax' in representation;
}

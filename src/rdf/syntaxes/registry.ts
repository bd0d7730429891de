/**
 * The RDF syntaxes we speak: names in queries and file suffixes, media types in headers. RDF 1.1 Turtle, RDF/XML,
 * JSON-LD 1.1, N-Triples. CKAN's `.n3` and `.xml` are kept: Turtle is the part of N3 that its clients read.
 */

export type SyntaxName = 'ttl' | 'rdf' | 'jsonld' | 'nt';

export interface SyntaxEntry {
  readonly name: SyntaxName;
  /** What we send. */
  readonly mediaType: string;
  /** What we also take and answer to. */
  readonly otherMediaTypes: readonly string[];
  /** Endings of addresses and file names, without the dot; the first is ours. */
  readonly suffixes: readonly string[];
  /** What people call it. */
  readonly label: string;
}

export const syntaxes: Readonly<Record<SyntaxName, SyntaxEntry>> = {
  ttl: {
    name: 'ttl',
    mediaType: 'text/turtle',
    otherMediaTypes: ['application/x-turtle', 'application/turtle', 'text/n3'],
    suffixes: ['ttl', 'n3'],
    label: 'Turtle',
  },
  rdf: {
    name: 'rdf',
    mediaType: 'application/rdf+xml',
    otherMediaTypes: ['application/xml', 'text/xml'],
    suffixes: ['rdf', 'xml'],
    label: 'RDF/XML',
  },
  jsonld: {
    name: 'jsonld',
    mediaType: 'application/ld+json',
    otherMediaTypes: [],
    suffixes: ['jsonld'],
    label: 'JSON-LD',
  },
  nt: {
    name: 'nt',
    mediaType: 'application/n-triples',
    otherMediaTypes: [],
    suffixes: ['nt'],
    label: 'N-Triples',
  },
};

const bySuffix = new Map<string, SyntaxEntry>();
const byMediaType = new Map<string, SyntaxEntry>();
for (const entry of Object.values(syntaxes)) {
  for (const suffix of entry.suffixes) bySuffix.set(suffix, entry);
  for (const type of [entry.mediaType, ...entry.otherMediaTypes]) byMediaType.set(type, entry);
}

/** The syntax of a name or suffix such as `ttl`, `xml`; undefined when it is not one of ours. */
export function syntaxBySuffix(suffix: string): SyntaxEntry | undefined {
  return bySuffix.get(suffix.toLowerCase());
}

/** The syntax of a media type, parameters ignored; undefined when it is not one of ours. RFC 9110 §8.3.1. */
export function syntaxByMediaType(mediaType: string): SyntaxEntry | undefined {
  return byMediaType.get((mediaType.split(';', 1)[0] ?? '').trim().toLowerCase());
}

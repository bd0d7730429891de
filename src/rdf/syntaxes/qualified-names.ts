import type { Iri } from '../../kernel/iri.ts';
import { namespaces } from '../namespaces.ts';

/** Names with a prefix: Turtle's prefixed names and XML's QNames. */

const plainName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

const nameStart =
  'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const localName = new RegExp(
  `[${nameStart}][${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*$`,
  'u',
);

/** Names that RDF/XML keeps for itself: as a property element they mean something else or are an error. §5.1, §7.2.2–7.2.5. */
const reserved = new Set(
  [
    'RDF',
    'Description',
    'ID',
    'about',
    'parseType',
    'resource',
    'nodeID',
    'datatype',
    'li',
    'aboutEach',
    'aboutEachPrefix',
    'bagID',
  ].map((name) => namespaces.rdf + name),
);
const unbindable = new Set([
  'http://www.w3.org/XML/1998/namespace',
  'http://www.w3.org/2000/xmlns/',
]);

/** What turns an IRI into `prefix:name`, or into undefined when no prefix fits. */
export function shortener(
  prefixes: Readonly<Record<string, Iri>>,
): (iri: Iri) => string | undefined {
  const entries = Object.entries(prefixes);
  return (iri) => {
    for (const [prefix, base] of entries) {
      if (iri.startsWith(base) && plainName.test(iri.slice(base.length))) {
        return `${prefix}:${iri.slice(base.length)}`;
      }
    }
    return undefined;
  };
}

/** An IRI cut into a namespace and an NCName for use as an XML element; undefined when it cannot be. Namespaces in XML §3. */
export function splitForXml(
  iri: Iri,
): { readonly namespace: Iri; readonly local: string } | undefined {
  const local = localName.exec(iri)?.[0];
  if (local === undefined || reserved.has(iri)) return undefined;
  const base = iri.slice(0, iri.length - local.length);
  return base === '' || unbindable.has(base) ? undefined : { namespace: base, local };
}

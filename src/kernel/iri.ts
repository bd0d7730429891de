/**
 * IRIs: what may be written between `<` and `>` in every RDF syntax. RFC 3987 §2.2; the characters that it
 * forbids are also those that Turtle's IRIREF and RDF/XML cannot carry.
 */

/** An absolute IRI, checked by `isAbsoluteIri` where it came in. */
export type Iri = string;

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 3987 forbids them, so they are named here.
const forbidden = /[\u0000-\u0020<>"{}|\\^`\u007f-\u009f\u{fdd0}-\u{fdef}\u{fffe}\u{ffff}\p{Cs}]/u;
const looseEscape = /%(?![0-9A-Fa-f]{2})/;

/** Whether the value is an absolute IRI without a character that RFC 3987 forbids. */
export function isAbsoluteIri(value: string): boolean {
  const start = scheme.exec(value);
  return (
    start !== null &&
    value.length > start[0].length &&
    !forbidden.test(value) &&
    !looseEscape.test(value)
  );
}

/** Whether the value is an absolute `http` or `https` IRI with a host: an address that a browser can open. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^/?#]+/i.test(value) && isAbsoluteIri(value);
}

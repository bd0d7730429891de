/**
 * Escaping, with a fast way for the strings that need none. What no syntax can carry is made the same in all of them, so
 * that the graph does not depend on the syntax: lone surrogates become U+FFFD, and IRIs are percent-encoded where RFC 3987
 * forbids a character.
 */

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: they are what has to be found.
const cleanIri =
  /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`\u007f-\u009f\ud800-\udfff\ufffe\uffff]*$/;
const forbiddenInIri = /[\u0000-\u0020<>"{}|\\^`\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;
const quotable = /["\\\u0000-\u001f\u007f\ud800-\udfff\ufffe\uffff]/;
const quotedCharacters = /["\\\u0000-\u001f\u007f\ufffe\uffff]/g;
const jsonQuotable = /["\\\u0000-\u001f\ud800-\udfff]/;
const markup = /[&<>\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]/;
const markupCharacters = /[&<>\r]/g;
const forbiddenInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: they are what has to be found.
const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const blankLabel = /^_:[A-Za-z][A-Za-z0-9]*$/;
const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};

/** The IRI as every syntax can carry it; undefined when it is not absolute. RFC 3987 §2.2. */
export function writableIri(iri: string): string | undefined {
  if (cleanIri.test(iri)) return iri;
  if (!absolute.test(iri)) return undefined;
  return iri.toWellFormed().replace(forbiddenInIri, encodeURIComponent);
}

/**
 * Renders IRIs and remembers the latest: in a catalogue most records name the same publisher, theme and licence, and two
 * equal strings are compared sooner than one is looked through. Undefined when an IRI is not absolute.
 */
export function iriRenderer(render: (iri: string) => string): (iri: string) => string | undefined {
  let latest: string | undefined;
  let rendered: string | undefined;
  return (iri) => {
    if (iri !== latest) {
      const writable = writableIri(iri);
      rendered = writable === undefined ? undefined : render(writable);
      latest = iri;
    }
    return rendered;
  };
}

/** Whether it is a blank node label that our own writer made. */
export function isBlankLabel(value: string): boolean {
  return blankLabel.test(value);
}

/** Whether the tag can be written in every syntax. Turtle's LANGTAG within BCP 47. */
export function isLanguageTag(tag: string): boolean {
  return tag === 'sv' || tag === 'en' || languageTag.test(tag);
}

/** A Turtle and N-Triples string with its quotation marks. Canonical N-Triples escapes these characters and no others. */
export function quoteTurtle(value: string): string {
  if (!quotable.test(value)) return `"${value}"`;
  return `"${value.toWellFormed().replace(quotedCharacters, escapeCharacter)}"`;
}

/** A JSON string with its quotation marks. RFC 8259 §7. */
export function quoteJson(value: string): string {
  return jsonQuotable.test(value) ? JSON.stringify(value.toWellFormed()) : `"${value}"`;
}

/** Text for XML content; undefined when XML 1.0 has no way to write it (§2.2, Char). */
export function escapeXml(value: string): string | undefined {
  if (!markup.test(value)) return value;
  if (forbiddenInXml.test(value)) return undefined;
  return value.toWellFormed().replace(markupCharacters, (character) => entities[character] ?? '');
}

/** An absolute IRI between the quotation marks of an XML attribute. */
export function escapeXmlIri(iri: string): string {
  return iri.includes('&') ? iri.replaceAll('&', '&amp;') : iri;
}

function escapeCharacter(character: string): string {
  return (
    shortEscapes[character] ??
    `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}

import type { Iri } from '../kernel/iri.ts';
import type { StatementObject } from './syntaxes/syntax.ts';

/** One statement outside the profile, as `extra` keeps them. RDF 1.1 N-Triples. */
export interface Statement {
  /** An IRI, or a blank node `_:…`. */
  readonly subject: Iri;
  readonly predicate: Iri;
  readonly object: StatementObject;
}

const iri = '<([^<>"{}|^`\\u0000-\\u0020]*)>';
const blank = '_:([^\\s<>"]+)';
const line = new RegExp(
  `^\\s*(?:${iri}|${blank})\\s*${iri}\\s*(?:${iri}|${blank}|"((?:[^"\\\\\\r\\n]|\\\\.)*)"(?:@([A-Za-z][A-Za-z0-9-]*)|\\^\\^${iri})?)\\s*\\.\\s*(?:#.*)?$`,
);
const escapes = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;
const characters: Readonly<Record<string, string>> = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
};

/**
 * The statement of one N-Triples line; undefined when it is none.
 * @param blankLabel gives the label under which a blank node of the line is to be known.
 */
export function nTriplesLine(
  text: string,
  blankLabel: (label: string) => string,
): Statement | undefined {
  const found = line.exec(text);
  if (found === null) return undefined;
  const [, subjectIri, subjectBlank, predicate, objectIri, objectBlank, value, language, datatype] =
    found;
  const thing = (named: string | undefined, label: string | undefined): Iri | undefined => {
    if (named !== undefined) return unescaped(named);
    return label === undefined ? undefined : blankLabel(label);
  };
  const subject = thing(subjectIri, subjectBlank);
  if (subject === undefined || predicate === undefined) return undefined;
  const target = thing(objectIri, objectBlank);
  const object: StatementObject =
    target !== undefined
      ? { iri: target }
      : {
          value: unescaped(value ?? ''),
          ...(language === undefined ? {} : { language }),
          ...(datatype === undefined ? {} : { datatype: unescaped(datatype) }),
        };
  return { subject, predicate: unescaped(predicate), object };
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escapes, (_all, short?: string, long?: string, character?: string) => {
    const hex = short ?? long;
    if (hex === undefined) return characters[character ?? ''] ?? '';
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

import { isAbsoluteIri } from '../kernel/iri.ts';
import type { Localized } from '../kernel/issue.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { LiteralFormat, PropertyPlan } from '../profile/plan.ts';
import { euPlace } from './eu-place.ts';
import type { TermId } from './graph.ts';
import { datatypeOf } from './literal-types.ts';
import { rdfType, xsdString } from './namespaces.ts';
import { readLiteral } from './read-literal.ts';
import { mended, type Remark, remark, wrong } from './read-notes.ts';
import type { RecordSource } from './record-source.ts';

/** What a value became, before one knows which of a property's values are kept. */
export type ValueReading =
  | {
      readonly kind: 'value';
      readonly value: JsonValue & (string | number);
      readonly remark?: Remark;
      readonly quads?: readonly number[];
    }
  | {
      readonly kind: 'text';
      readonly value: string;
      readonly language: string;
      readonly remark?: Remark;
    }
  | { readonly kind: 'node'; readonly term: TermId }
  | { readonly kind: 'wrong'; readonly remark: Remark };

const languageTag = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

const wantedIri: Localized = { sv: 'en IRI, som här behövs', en: 'an IRI, which is needed here' };
const wantedText: Localized = { sv: 'en text med språk', en: 'a text with a language' };
const wantedLiteral: Readonly<Record<LiteralFormat, Localized>> = {
  string: { sv: 'en text', en: 'a text' },
  date: { sv: 'ett datum (ÅÅÅÅ-MM-DD)', en: 'a date (YYYY-MM-DD)' },
  integer: { sv: 'ett helt tal', en: 'a whole number' },
  decimal: { sv: 'ett decimaltal', en: 'a decimal number' },
  duration: { sv: 'en tidslängd som P1Y eller PT1H', en: 'a duration such as P1Y or PT1H' },
  hexBinary: { sv: 'hexadecimala siffror', en: 'hexadecimal digits' },
  wkt: { sv: 'en geometri i WKT', en: 'a geometry in WKT' },
};
const wrongRules: Readonly<Record<LiteralFormat, string>> = {
  string: 'wrong-kind',
  date: 'V008',
  integer: 'V008',
  decimal: 'V008',
  duration: 'V008',
  hexBinary: 'wrong-kind',
  wkt: 'V022',
};

/** Reads one object as a value of a property. `isAgentName` is set where an untagged text is Swedish (DCAT-AP-SE 3.0.1, Agent). */
export function readValue(
  source: RecordSource,
  object: TermId,
  property: PropertyPlan,
  isAgentName: boolean,
): ValueReading {
  const name = source.compact(property.iri);
  const say = (wanted: Localized, rule = 'wrong-kind'): ValueReading => ({
    kind: 'wrong',
    remark: wrong(rule, name, source.describe(object), wanted),
  });
  switch (property.node) {
    case 'text':
      return readText(source, object, name, isAgentName) ?? say(wantedText);
    case 'literal': {
      const format = property.format ?? 'string';
      return (
        readLiteralValue(source, object, property, format, name) ??
        say(wantedLiteral[format], wrongRules[format])
      );
    }
    case 'iri':
      return readReference(source, object, property, name) ?? say(wantedIri);
    case 'resource':
      // A blank node is described in place; an IRI may be, which the node's reader decides.
      if (source.graph.isBlank(object)) return { kind: 'node', term: object };
      return (
        readReference(source, object, property, name) ??
        say(wantedIri, property.class === 'Location' ? 'V022' : 'wrong-kind')
      );
  }
}

function readText(
  { graph }: RecordSource,
  object: TermId,
  name: string,
  isAgentName: boolean,
): ValueReading | undefined {
  const type = graph.literalType(object);
  const value = graph.value(object);
  if (type === undefined || value === '') return undefined;
  if (type.language !== undefined) {
    return languageTag.test(type.language)
      ? { kind: 'text', value, language: type.language }
      : undefined;
  }
  if (type.datatype !== xsdString) return undefined;
  if (!isAgentName) return { kind: 'text', value, language: '@none' };
  const note = mended('V006', name, `"${value}"`, `"${value}"@sv`);
  return { kind: 'text', value, language: 'sv', remark: note };
}

function readLiteralValue(
  source: RecordSource,
  object: TermId,
  property: PropertyPlan,
  format: LiteralFormat,
  name: string,
): ValueReading | undefined {
  const { graph } = source;
  const type = graph.literalType(object);
  if (type === undefined) {
    return readFormatIri(source, object, property) ?? unwrap(source, object, property);
  }
  const reading = readLiteral(graph.value(object), type, format);
  if (reading === undefined) return undefined;
  const { value } = reading;
  if (reading.mended === undefined) return { kind: 'value', value };
  const after = typedText(source, `"${value}"`, datatypeOf(format, String(value)));
  const note = mended(reading.mended, name, before(source, object), after);
  return { kind: 'value', value, remark: note };
}

/** The literal as it stood, datatype and all: that is what was mended. */
function before(source: RecordSource, object: TermId): string {
  const type = source.graph.literalType(object);
  const datatype = type?.language === undefined ? type?.datatype : undefined;
  return typedText(source, source.describe(object), datatype);
}

function typedText({ compact }: RecordSource, text: string, datatype: string | undefined): string {
  return datatype === undefined || datatype === xsdString ? text : `${text}^^${compact(datatype)}`;
}

/** The European form of `dcterms:format`: a file type's or media type's IRI. DCAT-AP 3.0.1, where it differs from the Swedish profile. */
function readFormatIri(
  { graph, mediaTypes, vocabularies }: RecordSource,
  object: TermId,
  { eu, vocabulary }: PropertyPlan,
): ValueReading | undefined {
  if (eu.conceptOf === undefined || !graph.isIri(object)) return undefined;
  const iri = graph.value(object);
  const base = 'https://www.iana.org/assignments/media-types/';
  const media =
    vocabulary === undefined ? undefined : vocabularies.get(vocabulary).normalise(iri)?.iri;
  const fileType = mediaTypes.fileTypeOf(iri);
  const value = media?.startsWith(base)
    ? media.slice(base.length)
    : fileType === undefined
      ? undefined
      : mediaTypes.mediaTypeOf(fileType);
  return value === undefined ? undefined : { kind: 'value', value };
}

/** The European form of a literal that stands in a node of its own (`adms:Identifier`). DCAT-AP 3.0.1, where it differs from the Swedish profile. */
function unwrap(
  source: RecordSource,
  object: TermId,
  { eu: { wrap } }: PropertyPlan,
): ValueReading | undefined {
  const { graph } = source;
  if (wrap === undefined) return undefined;
  const quads = graph.statements(object);
  const inner = quads.filter((quad) => graph.value(graph.predicate(quad)) === wrap.property);
  const isPlain = quads.every(
    (quad) =>
      quad === inner[0] ||
      (graph.value(graph.predicate(quad)) === rdfType &&
        graph.value(graph.object(quad)) === wrap.type),
  );
  const literal = inner[0] === undefined ? undefined : graph.object(inner[0]);
  if (literal === undefined || inner.length !== 1 || !isPlain) return undefined;
  if (graph.literalType(literal) === undefined) return undefined;
  return { kind: 'value', value: graph.value(literal), quads };
}

function readReference(
  { graph, vocabularies, describe }: RecordSource,
  object: TermId,
  property: PropertyPlan,
  name: string,
): ValueReading | undefined {
  if (graph.isBlank(object)) return undefined;
  const { vocabulary, base } = property;
  const value = graph.value(object);
  const known =
    vocabulary === undefined ? undefined : vocabularies.get(vocabulary).normalise(value);
  if (!graph.isIri(object) && known === undefined) {
    const address = addressIn(value, property);
    if (address === undefined) return undefined;
    const note = mended('wrong-kind', name, describe(object), `<${address}>`);
    return { kind: 'value', value: address, remark: note };
  }
  const iri = known?.iri ?? value;
  const short = base !== undefined && iri.startsWith(base) ? iri.slice(base.length) : iri;
  if (iri === value) return { kind: 'value', value: short };
  if (property.eu.rewrite === 'geonames' && euPlace(iri) === value) {
    return { kind: 'value', value: short };
  }
  const rule = vocabulary === 'licence' && graph.isIri(object) ? 'V013' : 'V026';
  return { kind: 'value', value: short, remark: mended(rule, name, describe(object), `<${iri}>`) };
}

/** The IRI that a text plainly means, where the profile says what the IRI looks like: a web address, an e-mail address. */
function addressIn(text: string, { node, pattern }: PropertyPlan): string | undefined {
  if (node !== 'iri' || pattern === undefined) return undefined;
  const trimmed = text.trim();
  const form = new RegExp(pattern, 'u');
  return [trimmed, `mailto:${trimmed}`].find(
    (iri) =>
      form.test(iri) &&
      isAbsoluteIri(iri) &&
      (iri === trimmed || /^[^@\s:]+@[^@\s]+$/.test(trimmed)),
  );
}

/** A remark that a node has no IRI where the profile wants one. DCAT-AP-SE 3.0.1, on blank nodes. */
export function blankNodeRemark(className: Localized): Remark {
  return remark(
    'V002',
    'warning',
    `${className.sv} är en blank nod och får en IRI av oss. Ge den en egen IRI som aldrig ändras.`,
    `${className.en} is a blank node and gets an IRI of ours. Give it an IRI of its own that never changes.`,
  );
}

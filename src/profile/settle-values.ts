import { isAbsoluteIri } from '../kernel/iri.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import { canonicalTag } from '../kernel/language-map.ts';
import type { ClassPlan, PropertyPlan } from './plan.ts';

/** The one form of each value. Only what cannot be misunderstood is changed. */

/** The node's type terms; the class's own when it says nothing. */
export function settleType(type: JsonValue | undefined, cls: ClassPlan): JsonValue {
  if (type === undefined || type === null) {
    return typeof cls.defaultType === 'string' ? cls.defaultType : [...cls.defaultType];
  }
  return unwrapped(type);
}

/**
 * A language map with tags in their usual form (`sv-SE`) and in alphabetical order; undefined when it holds no text. Where two
 * tags are one language, the later stays as it was written unless its texts can join the others; `validate` tells them apart.
 */
export function settleText(value: JsonValue, property: PropertyPlan): JsonValue | undefined {
  if (!isJsonObject(value)) return value;
  const texts = new Map<string, JsonValue>();
  const isOther = (tag: string) => Number(canonicalTag(tag) !== tag);
  const tags = Object.keys(value).sort();
  for (const given of tags.sort((one, other) => isOther(one) - isOther(other))) {
    const text = value[given];
    if (text === undefined || text === null || (Array.isArray(text) && text.length === 0)) continue;
    const settled = property.many ? wrapped(text) : unwrapped(text);
    const language = canonicalTag(given);
    const before = texts.get(language);
    if (before === undefined) texts.set(language, settled);
    else if (Array.isArray(before) && Array.isArray(settled)) {
      texts.set(language, [...before, ...settled]);
    } else texts.set(given, settled);
  }
  if (texts.size === 0) return undefined;
  return Object.fromEntries([...texts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A literal or a reference. */
export function settleValue(value: JsonValue, property: PropertyPlan): JsonValue {
  if (typeof value === 'number' && property.format === 'decimal') return decimalText(value);
  if (property.node === 'literal') return value;
  const reference = isJsonObject(value) && isBareReference(value) ? (value['@id'] ?? value) : value;
  if (typeof reference === 'string' && property.base !== undefined) {
    return withoutBase(reference, property.base);
  }
  return reference;
}

/** Whether an object says nothing but which IRI it is, JSON-LD's long form of a reference. JSON-LD 1.1 §3.3. */
export function isBareReference(value: JsonObject): boolean {
  const id = value['@id'];
  return (
    typeof id === 'string' && id !== '' && !id.startsWith('_:') && Object.keys(value).length === 1
  );
}

/** A number as xsd:decimal, which knows no exponent. XML Schema 1.1 part 2 §3.3.3. */
export function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const [mantissa = '', exponent = '0'] = text.split('e');
  const [whole = '', part = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + part;
  const sign = value < 0 ? '-' : '';
  return point > 0 ? sign + digits.padEnd(point, '0') : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

function withoutBase(iri: string, base: string): string {
  if (!iri.startsWith(base)) return iri;
  const rest = iri.slice(base.length);
  return rest === '' || isAbsoluteIri(rest) ? iri : rest;
}

function wrapped(value: JsonValue): JsonValue {
  return Array.isArray(value) ? value : [value];
}

/** The member of an array of one; anything else as it is, an array in an array too, as nobody meant that. */
export function unwrapped(value: JsonValue): JsonValue {
  if (!Array.isArray(value) || value.length !== 1) return value;
  const member: JsonValue = value[0];
  return member === null || Array.isArray(member) ? value : member;
}

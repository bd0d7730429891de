import { isLinkable } from '../../http/facts-page.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../kernel/json.ts';
import type { PropertyPlan } from '../../profile/plan.ts';
import type { NodeObject } from '../../profile/record.ts';
import { formatBytes, formatDate } from '../words/format.ts';
import { formatView } from './formats.ts';
import { firstString, listed } from './json-values.ts';
import { mostShown } from './most-shown.ts';
import { periodText } from './period-text.ts';
import { type ShownText, shownTag, shownText, taggedText, textsOf } from './shown-text.ts';
import type { Viewing } from './viewing.ts';

/**
 * What a record says, property by property in the profile's order, in words that people read. Knows no property by its name but
 * those that name a thing or lead to it: what the profile learns is shown without a change here.
 */

/** One property and its values. */
export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly values: readonly FactValue[];
}

/** One value: a text, where it leads, and what else is said of a described thing. */
export interface FactValue extends ShownText {
  readonly href?: string;
  /** A code, an identifier or a form, which is set as such. */
  readonly isCode?: boolean;
  readonly facts?: readonly Fact[];
}

/** Longer literals are shapes on the map, which nobody reads; they are whole in the record's other forms. */
const longestLiteral = 300;

/** Nodes stand in nodes at most this deep in the profile; a record that was written by hand may go on. */
const deepest = 4;

/** Which properties are told, and how deep in the record the node stands. */
export interface FactChoice {
  readonly only?: ReadonlySet<string>;
  readonly except?: ReadonlySet<string>;
  readonly depth?: number;
}

/** What a node of the class says, but for the properties left out. */
export function factsOf(
  node: NodeObject,
  className: string,
  viewing: Viewing,
  { only, except, depth = 0 }: FactChoice = {},
): readonly Fact[] {
  if (depth > deepest) return [];
  const facts: Fact[] = [];
  for (const property of viewing.profile.plan.class(className).properties) {
    const value = node[property.name];
    if (value === undefined || except?.has(property.name) === true) continue;
    if (only !== undefined && !only.has(property.name)) continue;
    const values = factValues(property, value, viewing, depth);
    if (values.length > 0) {
      facts.push({ name: property.name, label: property.label[viewing.language], values });
    }
  }
  return facts;
}

/** One property of a node as a fact; undefined when it says nothing. */
export function factOf(
  node: NodeObject,
  className: string,
  name: string,
  viewing: Viewing,
): Fact | undefined {
  const property = viewing.profile.plan.class(className).property.get(name);
  const value = node[name];
  if (property === undefined || value === undefined) return undefined;
  const values = factValues(property, value, viewing);
  return values.length === 0
    ? undefined
    : { name, label: property.label[viewing.language], values };
}

/** The values of a property, each as it is read. */
export function factValues(
  property: PropertyPlan,
  value: JsonValue,
  viewing: Viewing,
  depth = 0,
): readonly FactValue[] {
  if (property.node === 'text') return textValues(value, viewing);
  const values = listed(value).flatMap((one) => {
    if (isJsonObject(one)) return nodeValue(property, one, viewing, depth);
    return typeof one === 'string' || typeof one === 'number'
      ? [plainValue(property, String(one), viewing)]
      : [];
  });
  // What has a name comes before what is only described.
  const sorted = values.toSorted((a, b) => Number(a.text === '') - Number(b.text === ''));
  return sorted.length <= mostShown
    ? sorted
    : [
        ...sorted.slice(0, mostShown),
        { text: viewing.words.rest(String(sorted.length - mostShown)) },
      ];
}

function textValues(value: JsonValue, { language }: Viewing): readonly FactValue[] {
  if (!isJsonObject(value)) return [];
  const shown = shownTag(value, language);
  // A reader of Swedish or English has the other language a click away; texts in a third one have no other place.
  return Object.entries(value)
    .filter(([tag]) => tag === shown || !['sv', 'en'].includes(tag))
    .toSorted(([a], [b]) => Number(b === shown) - Number(a === shown))
    .flatMap(([tag, texts]) => textsOf(texts).map((text) => taggedText(text, tag, language)))
    .filter(({ text }) => text.trim() !== '');
}

function plainValue(property: PropertyPlan, value: string, viewing: Viewing): FactValue {
  const { profile, language, words } = viewing;
  if (property.vocabulary === 'media-type') {
    const written = value.replace(/^https?:\/\/www\.iana\.org\/assignments\/media-types\//, '');
    return property.name === 'format'
      ? { text: formatView(written, profile.vocabularies, language).label }
      : { text: written, isCode: true };
  }
  if (property.node === 'literal') {
    if (property.name === 'byteSize') return { text: formatBytes(Number(value), language) };
    if (property.format === 'date') return { text: formatDate(value, language) };
    if (property.format === 'duration') return { text: words.duration(value) };
    const text = value.length > longestLiteral ? `${value.slice(0, longestLiteral)} …` : value;
    if (property.format === 'wkt' || property.format === 'hexBinary') return { text, isCode: true };
    return isLinkable(value) && value.length <= longestLiteral ? { text, href: value } : { text };
  }
  return linkedValue(conceptLabel(property, value, viewing), value, viewing, profile);
}

function linkedValue(
  concept: string | undefined,
  iri: string,
  { known, language }: Viewing,
  { vocabularies }: Viewing['profile'],
): FactValue {
  if (concept !== undefined) return { text: concept };
  const record = known.get(iri);
  if (record !== undefined) return { ...record.title, href: record.href };
  const label = vocabularies.schemeOf(iri)?.label(iri, language);
  if (label !== undefined) return { text: label };
  const text = iri.replace(/^(?:mailto:|tel:)/i, '');
  return isLinkable(iri) || /^tel:[+0-9 ()-]{3,30}$/i.test(iri) ? { text, href: iri } : { text };
}

function conceptLabel(
  { vocabulary }: PropertyPlan,
  value: string,
  { profile, language }: Viewing,
): string | undefined {
  return vocabulary === undefined
    ? undefined
    : profile.vocabularies.get(vocabulary).label(value, language);
}

/** Properties that name a thing, and those that lead to where it is. */
const naming = ['title', 'name', 'fn', 'description'] as const;
const leading = ['hasUrl', 'homepage', 'accessUrl', 'mainEntityOfPage', 'endpointUrl'] as const;

/** A described thing: what it is called and where it leads, then the rest of what is said of it. */
function nodeValue(
  property: PropertyPlan,
  node: JsonObject,
  viewing: Viewing,
  depth: number,
): readonly FactValue[] {
  const className = property.class;
  if (className === undefined) return [];
  const id = typeof node['@id'] === 'string' ? node['@id'] : undefined;
  const record = id === undefined ? undefined : viewing.known.get(id);
  if (record !== undefined) return [{ ...record.title, href: record.href }];
  const short = shortText(className, node, viewing);
  if (short !== undefined) return [short];
  const named = naming.find((key) => shownText(node[key], viewing.language) !== undefined);
  const name = named && shownText(node[named], viewing.language);
  const place = leading.find((key) => typeof firstOf(node[key]) === 'string');
  const own = id !== undefined && isPlace(id, viewing) ? id : undefined;
  const address = place === undefined ? own : firstOf(node[place]);
  const href = typeof address === 'string' && isLinkable(address) ? address : undefined;
  const except = new Set<string>(named === undefined ? [] : [named]);
  if (href !== undefined && place !== undefined && listed(node[place]).length === 1)
    except.add(place);
  const facts = factsOf(node, className, viewing, { except, depth: depth + 1 });
  const concept = id === undefined ? undefined : conceptLabel(property, id, viewing);
  const head: ShownText = name ?? { text: concept ?? (href === undefined ? '' : href) };
  if (head.text === '' && facts.length === 0) return [];
  return [
    { ...head, ...(href === undefined ? {} : { href }), ...(facts.length === 0 ? {} : { facts }) },
  ];
}

/** Small things that people write on one line: an address, a telephone number, a period. Undefined when there is more to tell. */
function shortText(className: string, node: JsonObject, viewing: Viewing): FactValue | undefined {
  const { language, words } = viewing;
  switch (className) {
    case 'Address': {
      const part = (key: string) => firstString(node[key]) ?? shownText(node[key], language)?.text;
      const town = [part('postalCode'), part('locality')].filter(Boolean).join(' ');
      const text = [part('streetAddress'), town, part('countryName')].filter(Boolean).join(', ');
      return text === '' ? undefined : { text };
    }
    case 'Telephone': {
      const number = firstString(node.hasValue);
      if (number === undefined) return undefined;
      return { text: number.replace(/^tel:/i, ''), href: number };
    }
    case 'PeriodOfTime': {
      const text = periodText(node, words, language);
      return text === undefined ? undefined : { text };
    }
    default:
      return undefined;
  }
}

function firstOf(value: JsonValue | undefined): JsonValue | undefined {
  return listed(value)[0];
}

/** Whether an IRI is an address of its own, and not one that we made to tell a part of a record by. */
function isPlace(iri: string, { base }: Viewing): boolean {
  return (
    isLinkable(iri) &&
    !(iri.startsWith(`${base}/`) && (iri.includes('#') || iri.includes('/distributions/')))
  );
}

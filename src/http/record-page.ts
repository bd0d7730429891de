import { classOf, type Resource } from '../catalog/resource.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import { type LanguageMap, textIn } from '../kernel/language-map.ts';
import type { PropertyPlan } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import type { NodeObject } from '../profile/record.ts';
import type { Page, PageRow } from './html.ts';

/** A record as a page: its title, a row for each property in the profile's order, and the other forms it comes in. */
export function recordPage(
  profile: Profile,
  resource: Resource,
  language: UserLanguage,
  address: string,
): Page {
  const { content } = resource;
  const rows: PageRow[] = [];
  for (const property of profile.plan.class(classOf[resource.kind]).properties) {
    const value = content[property.name];
    if (value !== undefined && property.name !== 'title')
      rows.push(...propertyRows(profile, property, value, language));
  }
  return {
    title: titleOf(content, language) ?? resource.name,
    language,
    rows,
    links: ['ttl', 'rdf', 'jsonld', 'nt', 'json'].map((suffix) => ({
      text: `.${suffix}`,
      href: `${address}.${suffix}`,
      rel: 'alternate',
    })),
  };
}

/** What a node is called: its title, name or formatted name. */
export function titleOf(node: NodeObject, language: UserLanguage): string | undefined {
  for (const key of ['title', 'name', 'fn', 'description']) {
    const value = node[key];
    if (isJsonObject(value)) return textIn(value as LanguageMap, [language]);
  }
  return undefined;
}

function propertyRows(
  profile: Profile,
  property: PropertyPlan,
  value: JsonValue,
  language: UserLanguage,
): readonly PageRow[] {
  const label = property.label[language];
  if (property.node === 'text' && isJsonObject(value)) return [textRow(label, value, language)];
  const values: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  if (property.node !== 'resource') {
    return [
      { label, value: values.map((one) => conceptLabel(profile, property, String(one), language)) },
    ];
  }
  return values.map((one) => nodeRow(label, one, language));
}

function textRow(
  label: string,
  map: Readonly<Record<string, JsonValue>>,
  language: UserLanguage,
): PageRow {
  const tag =
    [language, 'sv', 'en'].find((one) => map[one] !== undefined) ?? Object.keys(map)[0] ?? language;
  const texts = map[tag] ?? '';
  const value = Array.isArray(texts) ? texts.map(String) : String(texts);
  return tag === language ? { label, value } : { label, value, language: tag };
}

function conceptLabel(
  profile: Profile,
  property: PropertyPlan,
  value: string,
  language: UserLanguage,
): string {
  if (property.vocabulary === undefined) return value;
  return profile.vocabularies.get(property.vocabulary).label(value, language) ?? value;
}

/** A described thing by its name, leading to where it is got or to its own IRI. */
function nodeRow(label: string, value: JsonValue, language: UserLanguage): PageRow {
  if (!isJsonObject(value)) return { label, value: String(value) };
  const href = [value.accessUrl, value.hasUrl, value.homepage, value['@id']]
    .flat()
    .find((one) => typeof one === 'string');
  const literals = Object.entries(value).filter(
    ([key, one]) => !key.startsWith('@') && typeof one === 'string',
  );
  const text = titleOf(value, language) ?? literals.map(([, one]) => String(one)).join(' – ');
  return typeof href === 'string' ? { label, value: text || href, href } : { label, value: text };
}

import { classOf, collections } from '../catalog/resource.ts';
import { titleOf } from '../catalog/title-of.ts';
import type { Fact, FactsLink, FactsPage } from '../http/facts-page.ts';
import type { RecordPage } from '../http/pages.ts';
import type { Localized, UserLanguage } from '../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { PropertyPlan } from '../profile/plan.ts';
import type { Profile } from '../profile/profile.ts';
import { syntaxes } from '../rdf/syntaxes/registry.ts';

/** A record as a page: its title, a row for each property in the profile's order, and where to go from here. */
export function recordFacts(profile: Profile, shown: RecordPage): FactsPage {
  const { content, owner, language } = shown;
  const { kind, name } = shown.resource;
  const rows: Fact[] = [];
  if (owner !== undefined) rows.push(ownerRow(owner, language));
  for (const property of profile.plan.class(classOf[kind]).properties) {
    const value = content[property.name];
    const isOwner = property.name === 'publisher' && value === owner?.content['@id'];
    if (value === undefined || property.name === 'title' || isOwner) continue;
    rows.push(...propertyRows(profile, property, value, shown));
  }
  return { title: titleOf(content, language) ?? name, language, rows, links: links(shown) };
}

const words: Readonly<Record<'organisation' | 'datasets' | 'start' | 'catalogue', Localized>> = {
  datasets: { sv: 'Alla datamängder härifrån', en: 'All datasets from here' },
  organisation: { sv: 'Organisation', en: 'Organisation' },
  start: { sv: 'Till startsidan', en: 'To the start page' },
  catalogue: { sv: 'Hela katalogen som RDF/XML', en: 'The whole catalogue as RDF/XML' },
};

function ownerRow(
  { name, content }: NonNullable<RecordPage['owner']>,
  language: UserLanguage,
): Fact {
  return {
    label: words.organisation[language],
    value: titleOf(content, language) ?? name,
    href: `/${collections.organization}/${name}`,
  };
}

function links({ resource, address, language }: RecordPage): readonly FactsLink[] {
  const { kind, name } = resource;
  const others = Object.values(syntaxes).map(({ name: suffix, label }) => ({ suffix, label }));
  return [
    ...[...others, { suffix: 'json', label: 'JSON' }].map(({ suffix, label }) => ({
      text: `${label} (.${suffix})`,
      href: `${address}.${suffix}`,
      rel: 'alternate',
    })),
    ...(kind === 'organization'
      ? [
          { text: words.datasets[language], href: `/datasets?organization=${name}` },
          { text: words.catalogue[language], href: `/organizations/${name}/catalog.rdf` },
        ]
      : []),
    { text: words.start[language], href: '/' },
  ];
}

function propertyRows(
  profile: Profile,
  property: PropertyPlan,
  value: JsonValue,
  { content, language }: RecordPage,
): readonly Fact[] {
  const label = property.label[language];
  if (property.node === 'text' && isJsonObject(value)) return [textRow(label, value, language)];
  const values: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  const rows = values.map((one) =>
    isJsonObject(one)
      ? nodeRow(one, { label, language, of: content['@id'] })
      : valueRow(profile, property, String(one), language),
  );
  // Plain values stand together; what has a name or a place of its own gets a row.
  return rows.every((row) => row.href === undefined)
    ? [{ label, value: rows.flatMap((row) => row.value) }]
    : rows;
}

function textRow(
  label: string,
  map: Readonly<Record<string, JsonValue>>,
  language: UserLanguage,
): Fact {
  const tag =
    [language, 'sv', 'en'].find((one) => map[one] !== undefined) ?? Object.keys(map)[0] ?? language;
  const texts = map[tag] ?? '';
  const value = Array.isArray(texts) ? texts.map(String) : String(texts);
  return tag === language ? { label, value } : { label, value, language: tag };
}

/** A value by its label in the vocabulary, leading to the concept where it is not one of the short lists. */
function valueRow(
  profile: Profile,
  property: PropertyPlan,
  value: string,
  language: UserLanguage,
): Fact {
  const label = property.label[language];
  if (property.vocabulary === undefined) return { label, value };
  const concept = profile.vocabularies.get(property.vocabulary).label(value, language);
  if (concept === undefined) return { label, value };
  return property.node === 'resource'
    ? { label, value: concept, href: value }
    : { label, value: concept };
}

/** A described thing by its name, leading to where it is got; to its own IRI only when that is a place of its own. */
function nodeRow(
  node: Readonly<Record<string, JsonValue>>,
  {
    label,
    language,
    of,
  }: { readonly label: string; readonly language: UserLanguage; readonly of: string },
): Fact {
  const own =
    typeof node['@id'] === 'string' && !node['@id'].includes('#') ? node['@id'] : undefined;
  const href = [node.accessUrl, node.hasUrl, node.homepage, own]
    .flat()
    .find((one) => typeof one === 'string' && one !== of);
  const literals = Object.entries(node).filter(
    ([key, one]) => !key.startsWith('@') && typeof one === 'string',
  );
  const value = titleOf(node, language) ?? literals.map(([, one]) => String(one)).join(' – ');
  return typeof href === 'string' ? { label, value: value || href, href } : { label, value };
}

import type { Localized, UserLanguage } from '../kernel/issue.ts';
import { type LanguageMap, textIn } from '../kernel/language-map.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { conceptOfValue } from './concept-values.ts';
import type { FacetName } from './facets.ts';
import { formatGroups } from './format-groups.ts';

/** What facets and their values are called for people. */

/** The facet's own name. */
export const facetTitles: Readonly<Record<FacetName, Localized>> = {
  kind: { sv: 'Slag', en: 'Kind' },
  theme: { sv: 'Tema', en: 'Theme' },
  organization: { sv: 'Organisation', en: 'Organisation' },
  organizationType: { sv: 'Typ av organisation', en: 'Type of organisation' },
  format: { sv: 'Format', en: 'Format' },
  place: { sv: 'Plats', en: 'Place' },
  year: { sv: 'År', en: 'Year' },
  license: { sv: 'Licens', en: 'Licence' },
  accessRights: { sv: 'Åtkomst', en: 'Access' },
  conformsTo: { sv: 'Standard', en: 'Standard' },
  hvdCategory: { sv: 'Värdefulla datamängder', en: 'High-value datasets' },
  keyword: { sv: 'Nyckelord', en: 'Keyword' },
  language: { sv: 'Språk', en: 'Language' },
  frequency: { sv: 'Uppdateras', en: 'Updated' },
  resolution: { sv: 'Rumslig upplösning', en: 'Spatial resolution' },
};

const kinds: Readonly<Record<string, Localized>> = {
  dataset: { sv: 'Datamängd', en: 'Dataset' },
  series: { sv: 'Datamängdsserie', en: 'Dataset series' },
  service: { sv: 'Datatjänst', en: 'Data service' },
  organization: { sv: 'Organisation', en: 'Organisation' },
};

const resolutions: Readonly<Record<string, Localized>> = {
  '1': { sv: 'högst 1 meter', en: 'at most 1 metre' },
  '10': { sv: 'högst 10 meter', en: 'at most 10 metres' },
  '100': { sv: 'högst 100 meter', en: 'at most 100 metres' },
  '1000': { sv: 'högst 1 kilometer', en: 'at most 1 kilometre' },
  more: { sv: 'mer än 1 kilometer', en: 'more than 1 kilometre' },
};

/**
 * What a value of a facet is called; what nothing is known of is shown as it stands, an IRI by its last parts.
 * @param organizations titles by the organisations' names in addresses
 */
export function facetLabel(
  vocabularies: Vocabularies,
  facet: FacetName,
  value: string,
  language: UserLanguage,
  organizations: ReadonlyMap<string, LanguageMap> = new Map(),
): string {
  switch (facet) {
    case 'kind':
      return kinds[value]?.[language] ?? value;
    case 'resolution':
      return resolutions[value]?.[language] ?? value;
    case 'format':
      return formatLabel(vocabularies, value, language);
    case 'organization':
      return textIn(organizations.get(value) ?? {}, [language]) ?? value;
    case 'conformsTo':
      return lastParts(value);
    case 'year':
    case 'keyword':
      return value;
    case 'theme':
    case 'hvdCategory':
    case 'license':
    case 'accessRights':
    case 'language':
    case 'frequency':
    case 'organizationType':
    case 'place':
      return conceptLabel(vocabularies, facet, value, language);
  }
}

function conceptLabel(
  vocabularies: Vocabularies,
  facet: FacetName,
  value: string,
  language: UserLanguage,
): string {
  const label = conceptOfValue(vocabularies, facet, value)?.prefLabel[language];
  if (label === undefined) return lastParts(value);
  // Updated: weekly. The lists write frequencies and languages in lower case, and a list of choices does not.
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** `csv` is a group, `csv/TSV` a file type in it. */
function formatLabel(vocabularies: Vocabularies, value: string, language: UserLanguage): string {
  const [name, code] = value.split('/');
  if (code === undefined)
    return formatGroups.find((group) => group.name === name)?.label[language] ?? value;
  const scheme = vocabularies.get('file-type');
  return scheme.concepts.find((concept) => concept.code === code)?.prefLabel[language] ?? code;
}

/** `badvatten 1.0` of `https://data.example.se/standards/badvatten/1.0`; what is no IRI stays. */
function lastParts(value: string): string {
  const path = /^https?:\/\/([^/?#]+)\/?([^?#]*)/i.exec(value);
  if (path === null) return value;
  const [, host = '', rest = ''] = path;
  const parts = rest.split('/').filter((part) => part !== '');
  return parts.length === 0 ? host : parts.slice(-2).join(' ');
}

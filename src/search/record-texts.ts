import type { Localized } from '../kernel/issue.ts';
import type { LanguageMap } from '../kernel/language-map.ts';
import type { NodeObject, RecordContent } from '../profile/record.ts';
import { irisOf, stringOf, textsOf, thingsOf } from '../profile/rules/node-values.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { formatGroupOf, formatGroups } from './format-groups.ts';
import type { DocumentText } from './index-document.ts';
import { distributionsOf, formatCodes, placesOf, type SearchableRecord } from './record-facets.ts';
import type { Field } from './terms.ts';

/** Longer texts are indexed up to here: nobody searches for what comes after, and one record must not fill the index. */
const longest = 20_000;

/** Every text that a record is found by. People's names are not among them: who is found is the data. */
export function recordTexts(
  record: SearchableRecord,
  {
    vocabularies,
    owner,
    related,
  }: {
    readonly vocabularies: Vocabularies;
    readonly owner: RecordContent;
    /** Titles of the series that it belongs to. */
    readonly related: readonly LanguageMap[];
  },
): readonly DocumentText[] {
  const { content, kind } = record;
  const isOrganization = kind === 'organization';
  const texts = new Map<string, DocumentText>();
  const add = (field: Field, language: string, text: string) => {
    const trimmed = text.trim().slice(0, longest);
    const tag = language === '@none' ? '' : language;
    if (trimmed !== '')
      texts.set(`${field} ${tag} ${trimmed}`, { field, language: tag, text: trimmed });
  };
  const addTexts = (field: Field, node: NodeObject, property: string) => {
    for (const { language, text } of textsOf(node, property)) add(field, language, text);
  };
  const addLabel = (label: Localized | undefined) => {
    if (label === undefined) return;
    add('other', 'sv', label.sv);
    add('other', 'en', label.en);
  };

  addTexts('title', content, isOrganization ? 'name' : 'title');
  addTexts('keyword', content, 'keyword');
  addTexts('description', content, 'description');
  if (!isOrganization) addTexts('other', owner, 'name');
  for (const { node } of thingsOf(content, 'publisher')) if (node) addTexts('other', node, 'name');
  for (const title of related) {
    for (const [language, text] of Object.entries(title)) add('other', language, text);
  }
  for (const property of ['theme', 'hvdCategory', 'subject', 'type'] as const) {
    for (const iri of irisOf(content, property)) addLabel(conceptLabel(vocabularies, iri));
  }
  for (const place of placesOf(vocabularies, content, owner)) addPlace(place);
  for (const { node } of thingsOf(content, 'spatial'))
    if (node) addTexts('other', node, 'prefLabel');
  for (const distribution of distributionsOf(content)) {
    addTexts('other', distribution, 'title');
    addTexts('other', distribution, 'description');
  }
  for (const { node } of thingsOf(content, 'conformsTo'))
    if (node) addTexts('other', node, 'title');
  const codes = formatCodes(vocabularies, content);
  for (const code of codes) add('other', '', code);
  for (const name of new Set(codes.map(formatGroupOf))) {
    if (name !== 'other') addLabel(formatGroups.find((group) => group.name === name)?.label);
  }
  for (const text of identifiersOf(record)) add('other', '', text);
  return [...texts.values()];

  function addPlace(iri: string): void {
    const scheme = vocabularies.get('place');
    for (const one of [iri, ...scheme.broader(iri)]) {
      const concept = scheme.concept(one);
      // What is in Sweden is not about Sweden.
      if (concept === undefined || (one !== iri && concept.facts.kind !== 'county')) continue;
      addLabel(concept.prefLabel);
      for (const name of concept.altLabel.sv) add('other', 'sv', name);
    }
  }
}

/** The labels of a concept in whichever list it is; undefined when it is in none. */
function conceptLabel(vocabularies: Vocabularies, iri: string): Localized | undefined {
  return vocabularies.schemeOf(iri)?.concept(iri)?.prefLabel;
}

function identifiersOf({ content, name }: SearchableRecord): readonly string[] {
  const stated = ['identifier', 'otherIdentifier'].flatMap((property) => {
    const value = content[property];
    return Array.isArray(value) ? value : [stringOf(content, property)];
  });
  return [name, ...stated.filter((one): one is string => typeof one === 'string')];
}

/** Texts of a property as a language map, the first of each language, `@none` for untagged. At most so many characters each. */
export function languageMapOf(node: NodeObject, property: string, most = 500): LanguageMap {
  const map: Record<string, string> = {};
  for (const { language, text } of textsOf(node, property)) map[language] ??= cut(text, most);
  return map;
}

/** Texts of a property by language. */
export function textListsOf(
  node: NodeObject,
  property: string,
): Readonly<Record<string, readonly string[]>> {
  const lists = Map.groupBy(textsOf(node, property), ({ language }) => language);
  return Object.fromEntries(
    [...lists].map(([language, texts]) => [language, texts.map(({ text }) => text)]),
  );
}

/** Never in the middle of a character. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

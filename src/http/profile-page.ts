import type { UserLanguage } from '../kernel/issue.ts';
import {
  type DocumentedClass,
  type DocumentedProperty,
  documentedClasses,
} from '../profile/documented-classes.ts';
import { documentedRules } from '../profile/documented-rules.ts';
import type { Plan } from '../profile/plan.ts';
import type { FactsPage, FactsSection } from './facts-page.ts';

const words = {
  sv: {
    release: 'Release',
    source: 'Källa',
    types: 'Typ',
    schema: 'Schema',
    rules: 'Regler',
    codes: 'Varje anmärkning bär koden för sin regel.',
    start: 'Till startsidan',
  },
  en: {
    release: 'Release',
    source: 'Source',
    types: 'Type',
    schema: 'Schema',
    rules: 'Rules',
    codes: 'Every remark carries the code of its rule.',
    start: 'To the start page',
  },
} as const;

/** The profile's documentation as a page: a section for each class with a row for each property, and the rules. */
export function profilePage(plan: Plan, language: UserLanguage): FactsPage {
  const say = words[language];
  const { title, release, source } = plan.about;
  return {
    title: title[language],
    language,
    rows: [
      { label: say.release, value: release },
      { label: say.source, value: source },
    ],
    sections: [
      ...documentedClasses(plan, language).map((cls) =>
        section(cls, plan.class(cls.name).file, say),
      ),
      {
        id: 'rules',
        title: say.rules,
        text: say.codes,
        rows: documentedRules(language).map((rule) => ({
          label: rule.id,
          value: [rule.title, `${rule.level}, ${rule.where}`, rule.source],
        })),
      },
    ],
    links: [
      { text: 'Markdown', href: `/schemas/dcat-ap-se.${language}.md`, rel: 'alternate' },
      { text: 'SHACL', href: '/shapes/dcat-ap-se.ttl' },
      { text: 'JSON-LD', href: '/context.jsonld' },
      { text: say.start, href: '/' },
    ],
  };
}

function section(
  cls: DocumentedClass,
  file: string,
  say: (typeof words)[UserLanguage],
): FactsSection {
  return {
    id: cls.name.toLowerCase(),
    title: `${cls.label} – ${cls.name}`,
    text: `${cls.help} ${cls.identity}`,
    rows: [
      { label: say.types, value: Object.values(cls.types) },
      { label: say.source, value: cls.source },
      { label: say.schema, value: file, href: `/schemas/dcat-ap-se/${file}` },
      ...cls.properties.map((property) => ({ label: property.label, value: facts(property) })),
    ],
  };
}

/** The name in JSON, the predicate, how often, what a value is, and help. */
function facts({ list, ...property }: DocumentedProperty): readonly string[] {
  return [
    property.name,
    property.iri,
    `${property.obligation}, ${property.cardinality}`,
    list === undefined ? property.value : `${property.value}, ${list.wording}:`,
    ...(list === undefined ? [] : [`/vocabularies/${list.name}`]),
    property.help,
  ];
}

import type { UserLanguage } from '../kernel/issue.ts';
import {
  type DocumentedClass,
  type DocumentedProperty,
  documentedClasses,
} from './documented-classes.ts';
import { documentedRules } from './documented-rules.ts';
import type { Plan } from './plan.ts';

const words = {
  sv: {
    intro: (release: string) =>
      `Release ${release}. Sidan är gjord av samma filer som granskningen, formuläret och RDF:en, så den kan inte säga något annat än de gör.`,
    source: 'Källa',
    contents: 'Klasser',
    types: 'Typ',
    rules: 'Regler',
    ruleColumns: ['Kod', 'Regel', 'Nivå', 'Bedöms', 'Källa'],
    columns: ['Egenskap', 'Namn i JSON', 'Predikat', 'Krav', 'Antal', 'Värde', 'Hjälp'],
  },
  en: {
    intro: (release: string) =>
      `Release ${release}. This page is made from the same files as the checks, the form and the RDF, so it cannot say anything else than they do.`,
    source: 'Source',
    contents: 'Classes',
    types: 'Type',
    rules: 'Rules',
    ruleColumns: ['Code', 'Rule', 'Level', 'Judged', 'Source'],
    columns: ['Property', 'Name in JSON', 'Predicate', 'Obligation', 'Count', 'Value', 'Help'],
  },
} as const;

/** The profile's page in Markdown (CommonMark with tables), in one language: a table for each class, and one of the rules. */
export function documentationOf(plan: Plan, language: UserLanguage): string {
  const say = words[language];
  const classes = documentedClasses(plan, language);
  const contents = classes.map(({ label, name }) => `- [${label}](#${name.toLowerCase()})`);
  return [
    `# ${plan.about.title[language]}`,
    say.intro(plan.about.release),
    `${say.source}: <${plan.about.source}>`,
    `## ${say.contents}`,
    contents.join('\n'),
    ...classes.map((cls) => section(cls, language)),
    `## ${say.rules}`,
    table(
      say.ruleColumns,
      documentedRules(language).map((rule) => [
        rule.id,
        rule.title,
        rule.level,
        rule.where,
        rule.source,
      ]),
    ),
    '',
  ].join('\n\n');
}

function section(cls: DocumentedClass, language: UserLanguage): string {
  const say = words[language];
  const types = Object.entries(cls.types).map(([term, iri]) => `\`${term}\` (<${iri}>)`);
  return [
    `<a id="${cls.name.toLowerCase()}"></a>`,
    `## ${cls.label} – ${cls.name}`,
    cls.help,
    `${say.types}: ${types.join(', ')}. ${cls.identity}`,
    `${say.source}: ${cls.source}`,
    table(say.columns, cls.properties.map(cells)),
  ].join('\n\n');
}

function cells({ list, ...property }: DocumentedProperty): readonly string[] {
  return [
    property.label,
    `\`${property.name}\``,
    `<${property.iri}>`,
    property.obligation,
    property.cardinality,
    property.value +
      (list === undefined ? '' : `, ${list.wording} [${list.name}](/vocabularies/${list.name})`),
    property.help,
  ];
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, columns.map(() => '---'), ...rows].map(row).join('\n');
}

function row(cellTexts: readonly string[]): string {
  return `| ${cellTexts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

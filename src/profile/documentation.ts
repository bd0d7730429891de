import type { UserLanguage } from '../kernel/issue.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';
import { cardinalityOf, obligationWords, valueWording } from './property-wording.ts';

const words = {
  sv: {
    intro: (release: string) =>
      `Release ${release}. Sidan är gjord av samma filer som granskningen, formuläret och RDF:en, så den kan inte säga något annat än de gör.`,
    source: 'Källa',
    contents: 'Klasser',
    types: 'Typ',
    needsIri: 'Måste ha en IRI.',
    mayBeBlank: 'Får vara en blank nod.',
    columns: ['Egenskap', 'Namn i JSON', 'Predikat', 'Krav', 'Antal', 'Värde', 'Hjälp'],
    fromList: 'ur listan',
    strictly: 'bara ur listan',
    automatic: 'Fylls i av programmet.',
    accepted: 'Läses också som',
    otherProfiles: 'Visas inte i formuläret.',
  },
  en: {
    intro: (release: string) =>
      `Release ${release}. This page is made from the same files as the checks, the form and the RDF, so it cannot say anything else than they do.`,
    source: 'Source',
    contents: 'Classes',
    types: 'Type',
    needsIri: 'Must have an IRI.',
    mayBeBlank: 'May be a blank node.',
    columns: ['Property', 'Name in JSON', 'Predicate', 'Obligation', 'Count', 'Value', 'Help'],
    fromList: 'from the list',
    strictly: 'only from the list',
    automatic: 'Filled in by the program.',
    accepted: 'Also read as',
    otherProfiles: 'Not shown in the form.',
  },
} as const;

/** The profile's page in Markdown (CommonMark with tables), in one language: one table per class. */
export function documentationOf(plan: Plan, language: UserLanguage): string {
  const say = words[language];
  const classes = [...plan.classes.values()];
  const contents = classes.map((cls) => `- [${cls.label[language]}](#${cls.name.toLowerCase()})`);
  return [
    `# ${plan.about.title[language]}`,
    say.intro(plan.about.release),
    `${say.source}: <${plan.about.source}>`,
    `## ${say.contents}`,
    contents.join('\n'),
    ...classes.map((cls) => section(plan, cls, language)),
    '',
  ].join('\n\n');
}

function section(plan: Plan, cls: ClassPlan, language: UserLanguage): string {
  const say = words[language];
  const types = Object.entries(cls.types).map(([term, iri]) => `\`${term}\` (<${iri}>)`);
  return [
    `<a id="${cls.name.toLowerCase()}"></a>`,
    `## ${cls.label[language]} – ${cls.name}`,
    cls.help[language],
    `${say.types}: ${types.join(', ')}. ${cls.needsIri ? say.needsIri : say.mayBeBlank}`,
    `${say.source}: ${cls.source}`,
    [
      row(say.columns),
      row(say.columns.map(() => '---')),
      ...cls.properties.map((property) => row(cells(plan, property, language))),
    ].join('\n'),
  ].join('\n\n');
}

function cells(plan: Plan, property: PropertyPlan, language: UserLanguage): readonly string[] {
  return [
    property.label[language],
    `\`${property.name}\``,
    `<${property.iri}>`,
    obligationWords[property.obligation][language],
    cardinalityOf(property),
    valueWording(plan, property)[language] + listWording(property, language),
    [property.help[language], ...remarks(plan, property, language)].join(' '),
  ];
}

function listWording({ vocabulary, strict }: PropertyPlan, language: UserLanguage): string {
  if (vocabulary === undefined) return '';
  const say = words[language];
  return `, ${strict ? say.strictly : say.fromList} [${vocabulary}](/vocabularies/${vocabulary})`;
}

function remarks(plan: Plan, property: PropertyPlan, language: UserLanguage): readonly string[] {
  const say = words[language];
  const old = property.accepts.map(({ iri }) => `<${iri}>`);
  const hidden = plan.groups.some((group) => group.hidden && group.name === property.group);
  return [
    ...(property.computed ? [say.automatic] : []),
    ...(hidden ? [`${say.otherProfiles} ${property.source}.`] : []),
    ...(old.length > 0 ? [`${say.accepted} ${old.join(', ')}.`] : []),
  ];
}

function row(cellTexts: readonly string[]): string {
  return `| ${cellTexts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}

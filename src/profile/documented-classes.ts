import type { UserLanguage } from '../kernel/issue.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';
import { cardinalityOf, obligationWords, valueWording } from './property-wording.ts';

/** What the documentation says of the profile, in one language and before it is Markdown or HTML. */
export interface DocumentedClass {
  readonly name: string;
  readonly label: string;
  readonly help: string;
  readonly types: ClassPlan['types'];
  /** Whether its nodes must have an IRI, as a sentence. */
  readonly identity: string;
  readonly source: string;
  readonly properties: readonly DocumentedProperty[];
}

export interface DocumentedProperty {
  readonly name: string;
  readonly label: string;
  readonly iri: string;
  readonly obligation: string;
  readonly cardinality: string;
  /** What one value is. */
  readonly value: string;
  /** The vocabulary that it is chosen from, with the words that lead to it. */
  readonly list: { readonly wording: string; readonly name: string } | undefined;
  readonly help: string;
}

const words = {
  sv: {
    needsIri: 'Måste ha en IRI.',
    mayBeBlank: 'Får vara en blank nod.',
    fromList: 'ur listan',
    strictly: 'bara ur listan',
    automatic: 'Fylls i av programmet.',
    accepted: 'Läses också som',
    otherProfiles: 'Visas inte i formuläret.',
  },
  en: {
    needsIri: 'Must have an IRI.',
    mayBeBlank: 'May be a blank node.',
    fromList: 'from the list',
    strictly: 'only from the list',
    automatic: 'Filled in by the program.',
    accepted: 'Also read as',
    otherProfiles: 'Not shown in the form.',
  },
} as const;

/** Every class of the profile with every property, the main classes first. */
export function documentedClasses(plan: Plan, language: UserLanguage): readonly DocumentedClass[] {
  return [...plan.classes.values()].map((cls) => ({
    name: cls.name,
    label: cls.label[language],
    help: cls.help[language],
    types: cls.types,
    identity: cls.needsIri ? words[language].needsIri : words[language].mayBeBlank,
    source: cls.source,
    properties: cls.properties.map((property) => documented(plan, property, language)),
  }));
}

function documented(
  plan: Plan,
  property: PropertyPlan,
  language: UserLanguage,
): DocumentedProperty {
  const { vocabulary, strict } = property;
  const { strictly, fromList } = words[language];
  return {
    name: property.name,
    label: property.label[language],
    iri: property.iri,
    obligation: obligationWords[property.obligation][language],
    cardinality: cardinalityOf(property),
    value: valueWording(plan, property)[language],
    list:
      vocabulary === undefined
        ? undefined
        : { wording: strict ? strictly : fromList, name: vocabulary },
    help: [property.help[language], ...remarks(plan, property, language)].join(' '),
  };
}

function remarks(plan: Plan, property: PropertyPlan, language: UserLanguage): readonly string[] {
  const say = words[language];
  const old = property.accepts.map(({ iri }) => `<${iri}>`);
  const isHidden = plan.groups.some((group) => group.hidden && group.name === property.group);
  return [
    ...(property.computed ? [say.automatic] : []),
    ...(isHidden ? [`${say.otherProfiles} ${property.source}.`] : []),
    ...(old.length > 0 ? [`${say.accepted} ${old.join(', ')}.`] : []),
  ];
}

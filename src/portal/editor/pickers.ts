import type { PropertyPlan } from '../../profile/plan.ts';
import type { ConceptScheme } from '../../vocabularies/concept-scheme.ts';
import type { EditorRules } from './editor-fields.ts';

/** How something is chosen from a vocabulary: all choices to be seen where they are few, a field to search in where they are many. */
export type Picker = 'radio' | 'checkboxes' | 'select' | 'search';

const few = 5;
const some = 15;
const many = 60;

/** The picker that suits the property's vocabulary; undefined when it has none. */
export function pickerOf(
  property: PropertyPlan,
  { vocabularies }: EditorRules,
): Picker | undefined {
  const { vocabulary, node, widget } = property;
  if (vocabulary === undefined || node === 'literal') return undefined;
  if (widget === 'place') return 'search';
  const { length } = vocabularies.get(vocabulary).concepts;
  if (property.many) return length <= some ? 'checkboxes' : 'search';
  if (length <= few && property.strict) return 'radio';
  return length <= many ? 'select' : 'search';
}

/** Id of the list of suggestions of a vocabulary. */
export function listId(vocabulary: string): string {
  return `list-${vocabulary}`;
}

/** The vocabularies that the form of a class, with all that lies in it, needs lists of suggestions for. */
export function suggestedVocabularies(
  rules: EditorRules,
  className: string,
): readonly ConceptScheme[] {
  const classes = new Set([className]);
  const names = new Set<string>();
  // A set is walked in the order of insertion, and what is added meanwhile is walked too.
  for (const name of classes) {
    for (const property of rules.plan.class(name).properties) {
      if (property.class !== undefined) classes.add(property.class);
      const isWritten = property.widget === 'format' || pickerOf(property, rules) === 'search';
      if (property.vocabulary !== undefined && isWritten) names.add(property.vocabulary);
    }
  }
  return [...names].map((name) => rules.vocabularies.get(name));
}

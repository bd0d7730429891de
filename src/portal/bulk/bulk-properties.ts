import type { UserLanguage } from '../../kernel/issue.ts';
import type { Plan, PropertyPlan } from '../../profile/plan.ts';
import { isColumn } from '../../sheets/sheet-columns.ts';
import { wordsIn } from '../words/words.ts';

/** A property that can be changed in many records at once. */
export interface BulkProperty {
  /** `theme`, `distribution/license`. */
  readonly path: string;
  readonly property: PropertyPlan;
  readonly label: string;
}

/** What can be changed in many datasets: texts, values and concepts, of the dataset and of all its files. */
export function bulkProperties(plan: Plan, language: UserLanguage): readonly BulkProperty[] {
  const { inDistributions } = wordsIn(language).bulk;
  const own = changeable(plan, 'Dataset').map((property) => ({
    path: property.name,
    property,
    label: property.label[language],
  }));
  const inner = changeable(plan, 'Distribution').map((property) => ({
    path: `distribution/${property.name}`,
    property,
    label: inDistributions(property.label[language]),
  }));
  return [...own, ...inner];
}

/** What is not described inside, which differs from record to record. */
function changeable(plan: Plan, className: string): readonly PropertyPlan[] {
  const hidden = new Set(plan.groups.filter((group) => group.hidden).map(({ name }) => name));
  return plan
    .class(className)
    .properties.filter((property) => isColumn(property) && !hidden.has(property.group));
}

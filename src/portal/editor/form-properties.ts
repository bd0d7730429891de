import type { ClassPlan, Plan, PropertyGroup, PropertyPlan } from '../../profile/plan.ts';

/** The properties that a form of the class has fields for: not what the program computes, nor what only other profiles ask for. */
export function formProperties(plan: Plan, cls: ClassPlan): readonly PropertyPlan[] {
  const known = byClass.get(cls);
  if (known !== undefined) return known;
  const hidden = new Set(plan.groups.filter((group) => group.hidden).map(({ name }) => name));
  const shown = cls.properties.filter(({ computed, group }) => !computed && !hidden.has(group));
  byClass.set(cls, shown);
  return shown;
}

const byClass = new WeakMap<ClassPlan, readonly PropertyPlan[]>();

/** The parts that the form of the class is drawn in, in their order. */
export function formGroups(plan: Plan, cls: ClassPlan): readonly PropertyGroup[] {
  const used = new Set(formProperties(plan, cls).map(({ group }) => group));
  return plan.groups.filter(({ name, hidden }) => !hidden && used.has(name));
}

/** Whether all values per language stand in one field: words, a line each. */
export function isWordList({ node, many, widget }: PropertyPlan): boolean {
  return node === 'text' && many && widget === 'words';
}

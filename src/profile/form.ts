import type { JsonObject } from '../kernel/json.ts';
import type { Plan, PropertyPlan } from './plan.ts';

/**
 * The form model of a class: groups in order, each with its fields. Left out are what the program computes and what only
 * other profiles ask for. A field with a `class` holds nodes of that class, whose own form is asked for by that name.
 * @throws Error when there is no such class.
 */
export function formOf(plan: Plan, className: string): JsonObject {
  const { name, label, help, properties } = plan.class(className);
  const shown = properties.filter((property) => !property.computed);
  const groups = plan.groups
    .filter(({ hidden }) => !hidden)
    .map((group) => ({
      name: group.name,
      label: { ...group.label },
      fields: shown.filter((property) => property.group === group.name).map(field),
    }))
    .filter(({ fields }) => fields.length > 0);
  return { class: name, label: { ...label }, help: { ...help }, groups };
}

function field(property: PropertyPlan): JsonObject {
  const { format, vocabulary, base, pattern, class: className } = property;
  return {
    name: property.name,
    label: { ...property.label },
    help: { ...property.help },
    widget: property.widget,
    node: property.node,
    obligation: property.obligation,
    many: property.many,
    ...(className === undefined ? {} : { class: className }),
    ...(format === undefined ? {} : { format }),
    ...(vocabulary === undefined ? {} : { vocabulary, strict: property.strict }),
    ...(base === undefined ? {} : { base }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(property.default === undefined ? {} : { default: property.default }),
    ...(property.tagOptional ? { tagOptional: true } : {}),
    source: property.source,
  };
}

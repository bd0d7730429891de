import type { Iri } from '../kernel/iri.ts';
import { compileProperty, type PropertySurroundings } from './compile-property.ts';
import type { ClassPlan, PropertyGroup, PropertyPlan } from './plan.ts';
import { resolveShared, type SchemaFiles } from './schema-files.ts';
import {
  flagAt,
  localizedAt,
  refuseUnknownKeys,
  requiredStringAt,
  type SchemaSource,
  schemaFault,
  sourceAt,
  stringsAt,
} from './schema-source.ts';

const keywords: ReadonlySet<string> = new Set([
  ...['$schema', '$id', '$comment', 'type', 'format', 'properties'],
  ...['x-class', 'x-order', 'x-types', 'x-default-type', 'x-needs-iri', 'x-eu'],
  ...['x-label', 'x-help', 'x-source'],
]);

/** The plan of one class from its schema file. @throws Error on any fault in the schema. */
export function compileClass(
  file: string,
  source: SchemaSource,
  files: SchemaFiles,
  around: Omit<PropertySurroundings, 'classSource'>,
): ClassPlan {
  refuseUnknownKeys(source, keywords);
  const types = typesOf(source, around);
  const classSource = requiredStringAt(source, 'x-source');
  const described = sourceAt(source, 'properties');
  const properties = Object.keys(described.value).map((name) =>
    compileProperty(name, resolveShared(files, sourceAt(described, name)), {
      ...around,
      classSource,
    }),
  );
  refuseTwins(described, properties);
  const inOrder = properties.toSorted((a, b) => compareOrder(a, b, around.groups));
  return {
    name: requiredStringAt(source, 'x-class'),
    file,
    label: localizedAt(source, 'x-label'),
    help: localizedAt(source, 'x-help'),
    source: classSource,
    types,
    defaultType: defaultTypeOf(source, types),
    ...euTypesOf(source, around),
    needsIri: flagAt(source, 'x-needs-iri'),
    properties: inOrder,
    property: new Map(inOrder.map((property) => [property.name, property])),
    byIri: byPredicate(inOrder),
  };
}

function typesOf(
  source: SchemaSource,
  { expand }: Pick<PropertySurroundings, 'expand'>,
): Readonly<Record<string, Iri>> {
  const types = sourceAt(source, 'x-types');
  const terms = Object.keys(types.value);
  if (terms.length === 0) throw schemaFault(source, 'x-types', 'must name at least one type.');
  return Object.fromEntries(
    terms.map((term) => [term, expand(types, term, requiredStringAt(types, term))]),
  );
}

function defaultTypeOf(
  source: SchemaSource,
  types: Readonly<Record<string, Iri>>,
): string | readonly string[] {
  const one = source.value['x-default-type'];
  const terms = typeof one === 'string' ? [one] : stringsAt(source, 'x-default-type');
  if (terms.length === 0 || terms.some((term) => !Object.hasOwn(types, term))) {
    throw schemaFault(source, 'x-default-type', 'must name types of x-types.');
  }
  return typeof one === 'string' ? one : terms;
}

function euTypesOf(
  source: SchemaSource,
  { expand }: Pick<PropertySurroundings, 'expand'>,
): Pick<ClassPlan, 'euTypes' | 'euTypesUnless'> {
  if (source.value['x-eu'] === undefined) return { euTypes: [] };
  const eu = sourceAt(source, 'x-eu');
  refuseUnknownKeys(eu, new Set(['types', 'unless']));
  const euTypes = stringsAt(eu, 'types').map((type) => expand(eu, 'types', type));
  if (eu.value.unless === undefined) return { euTypes };
  const unless = sourceAt(eu, 'unless');
  refuseUnknownKeys(unless, new Set(['property', 'value']));
  const property = requiredStringAt(unless, 'property');
  const value = expand(unless, 'value', requiredStringAt(unless, 'value'));
  return { euTypes, euTypesUnless: { property, value } };
}

/** Two names for one meaning: the same predicate with the same form of node. */
function refuseTwins(source: SchemaSource, properties: readonly PropertyPlan[]): void {
  for (const [index, property] of properties.entries()) {
    const twin = properties
      .slice(0, index)
      .find((other) => other.iri === property.iri && other.node === property.node);
    if (twin !== undefined) {
      throw schemaFault(source, property.name, `means the same as ${twin.name}.`);
    }
  }
}

function compareOrder(a: PropertyPlan, b: PropertyPlan, groups: readonly PropertyGroup[]): number {
  const place = ({ group }: PropertyPlan) => groups.findIndex(({ name }) => name === group);
  return place(a) - place(b) || a.order - b.order;
}

/** Own predicates come before accepted old ones, so that a current statement is never read as an old form. */
function byPredicate(
  properties: readonly PropertyPlan[],
): ReadonlyMap<Iri, readonly PropertyPlan[]> {
  const found = new Map<Iri, readonly PropertyPlan[]>();
  const add = (iri: Iri, property: PropertyPlan) =>
    found.set(iri, [...(found.get(iri) ?? []), property]);
  for (const property of properties) add(property.iri, property);
  for (const property of properties) {
    for (const { iri } of property.accepts) add(iri, property);
  }
  return found;
}

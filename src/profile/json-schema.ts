import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';

const draft = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The public JSON Schema of a class: what a record that may be published looks like. Mandatory properties are required,
 * and the classes of nodes inside it stand under `$defs`, so that it needs no other file. Where the profile only warns
 * (patterns of addresses, vocabularies), the schema says nothing: whatever we keep is valid by it.
 * @throws Error when there is no such class.
 */
export function schemaOf(plan: Plan, className: string): JsonObject {
  const root = plan.class(className);
  const inside = classesInside(plan, root);
  return {
    $schema: draft,
    $id: root.file,
    ...describedBy(root),
    type: 'object',
    ...membersOf(plan, root, true),
    $defs: Object.fromEntries(
      inside.map((cls) => [
        cls.name,
        {
          ...describedBy(cls),
          // A string stands for a node that is described elsewhere.
          type: ['object', 'string'],
          format: 'iri',
          ...membersOf(plan, cls, false),
        },
      ]),
    ),
  };
}

function describedBy({ label, help, source }: ClassPlan): JsonObject {
  return { title: label.en, description: help.en, $comment: source };
}

function membersOf(plan: Plan, cls: ClassPlan, isRecord: boolean): JsonObject {
  const kept = cls.properties.filter((property) => !property.computed);
  const required = kept.filter(({ obligation }) => obligation === 'mandatory');
  return {
    properties: {
      ...(isRecord ? recordMembers : {}),
      '@id': { type: 'string', format: 'iri' },
      '@type': typeSchema(cls),
      ...Object.fromEntries(
        kept.map((property) => [property.name, propertySchema(plan, property)]),
      ),
    },
    required: required.map(({ name }) => name),
    additionalProperties: false,
  };
}

const recordMembers: JsonObject = {
  '@context': { type: ['string', 'object', 'array'] },
  record: { type: 'object', description: 'What the catalogue says about the record itself.' },
  extra: {
    type: 'array',
    items: { type: 'string' },
    description: 'Statements that the profile does not know, one N-Triples line each.',
  },
};

function typeSchema(cls: ClassPlan): JsonObject {
  const term: JsonObject = { enum: Object.keys(cls.types) };
  return { anyOf: [term, { type: 'array', items: term, minItems: 1, uniqueItems: true }] };
}

function propertySchema(plan: Plan, property: PropertyPlan): JsonObject {
  return {
    title: property.label.en,
    description: property.help.en,
    $comment: property.source,
    ...closed(plan, property.schema),
    ...(property.default === undefined ? {} : { default: property.default }),
  };
}

/** References to class files become references into this document. */
function closed(plan: Plan, schema: JsonObject): JsonObject {
  const members: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$ref') members[key] = `#/$defs/${classOfFile(plan, String(value)).name}`;
    else members[key] = key === 'items' && isJsonObject(value) ? closed(plan, value) : value;
  }
  return members;
}

function classOfFile(plan: Plan, file: string): ClassPlan {
  const found = [...plan.classes.values()].find((cls) => cls.file === file);
  if (found === undefined) throw new Error(`The profile has no class in ${file}.`);
  return found;
}

/** Every class that a node of the class can hold, at any depth, in the order in which it is met. */
function classesInside(plan: Plan, root: ClassPlan): readonly ClassPlan[] {
  const found = new Set<ClassPlan>();
  const waiting = [root];
  for (const cls of waiting) {
    for (const property of cls.properties) {
      if (property.class === undefined || property.computed) continue;
      const next = plan.class(property.class);
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return [...found];
}

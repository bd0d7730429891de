import { isJsonObject, type JsonObject, type JsonValue } from '../../kernel/json.ts';
import type { ClassPlan, Plan, PropertyPlan } from '../../profile/plan.ts';
import type { NodeObject } from '../../profile/record.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';
import { type Shape, shapeNumbers } from './box-text.ts';
import { below, partName } from './field-tree.ts';
import { formProperties, isWordList } from './form-properties.ts';
import { textOfValue } from './typed-value.ts';
import { writeWordList } from './word-list.ts';

/** What both ways between a record and its form's fields go by. */
export interface EditorRules {
  readonly plan: Plan;
  readonly vocabularies: Vocabularies;
}

/** Name of the hidden field that carries what the form of a node has no fields for, as JSON. */
export const restName = '*';

/** The fields of a record of the class: name → text. `readEditorForm` makes the same record of them again. */
export function editorFields(
  { plan, vocabularies }: EditorRules,
  className: string,
  record: NodeObject,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  addNode(record, plan.class(className), '');
  return fields;

  function addNode(node: NodeObject, cls: ClassPlan, place: string): void {
    const rest: Record<string, JsonValue> = {};
    const known = new Map(formProperties(plan, cls).map((property) => [property.name, property]));
    for (const [key, value] of Object.entries(node)) {
      if (value === undefined) continue;
      const property = known.get(key);
      if (key === '@id' && typeof value === 'string') fields.set(below(place, key), value);
      else if (key === '@type' && isTypes(value)) {
        fields.set(below(place, key), typeof value === 'string' ? value : value.join(' '));
      } else if (property !== undefined && fits(property, value))
        addValue(value, property, below(place, key));
      else rest[key] = value;
    }
    if (Object.keys(rest).length > 0) fields.set(below(place, restName), JSON.stringify(rest));
  }

  function addValue(value: JsonValue, property: PropertyPlan, place: string): void {
    if (property.node === 'text' && isJsonObject(value)) {
      for (const [language, texts] of Object.entries(value))
        addTexts(texts, property, below(place, language));
    } else if (Array.isArray(value)) {
      for (const [index, member] of value.entries()) addOne(member, property, below(place, index));
    } else addOne(value, property, place);
  }

  function addTexts(texts: JsonValue, property: PropertyPlan, place: string): void {
    if (typeof texts === 'string') fields.set(place, texts);
    else if (Array.isArray(texts) && isWordList(property))
      fields.set(place, writeWordList(texts.map(String)));
    else if (Array.isArray(texts)) {
      for (const [index, text] of texts.entries()) fields.set(below(place, index), String(text));
    }
  }

  function addOne(value: JsonValue, property: PropertyPlan, place: string): void {
    if (isJsonObject(value) && property.class !== undefined)
      addNode(value, plan.class(property.class), place);
    else if (typeof value === 'string' || typeof value === 'number') {
      fields.set(place, textOfValue(property, value, vocabularies));
      const shape = shapeOf(property);
      const numbers = shape && shapeNumbers(shape, String(value));
      for (const [name, number] of numbers ?? []) fields.set(partName(place, name), number);
    }
  }
}

/** Whether the property's values are written in numbers, and which. */
export function shapeOf({ widget }: PropertyPlan): Shape | undefined {
  return widget === 'box' || widget === 'point' ? widget : undefined;
}

/** Whether the form has fields for a value of this shape; others are carried along as they are. */
function fits(property: PropertyPlan, value: JsonValue): boolean {
  if (property.node === 'text') {
    return (
      isJsonObject(value) &&
      Object.entries(value).every(([tag, texts]) => fitsText(property, tag, texts))
    );
  }
  if (Array.isArray(value))
    return property.many && value.every((member) => fitsOne(property, member));
  return !property.many && fitsOne(property, value);
}

function fitsText({ many }: PropertyPlan, tag: string, texts: JsonValue): boolean {
  if (!/^(?:@none|[A-Za-z0-9-]+)$/.test(tag)) return false;
  return many
    ? Array.isArray(texts) &&
        texts.length > 0 &&
        texts.every((text) => typeof text === 'string' && text !== '')
    : typeof texts === 'string' && texts.trim() !== '';
}

function fitsOne({ node, class: className, format }: PropertyPlan, value: JsonValue): boolean {
  if (typeof value === 'string') return value.trim() !== '' && !value.includes('\r');
  if (typeof value === 'number') return format === 'integer';
  return node === 'resource' && className !== undefined && isNode(value);
}

/** A node that says what it is; one without a type would be taken for empty fields. */
function isNode(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && ('@type' in value || '@id' in value);
}

function isTypes(value: JsonValue): value is string | readonly string[] {
  if (typeof value === 'string') return /^\S+$/.test(value);
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((one) => typeof one === 'string' && /^\S+$/.test(one))
  );
}

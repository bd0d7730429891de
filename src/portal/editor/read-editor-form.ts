import { isJsonObject, type JsonValue } from '../../kernel/json.ts';
import type { ClassPlan, PropertyPlan } from '../../profile/plan.ts';
import type { NodeObject } from '../../profile/record.ts';
import { shapeNumbers, shapeText } from './box-text.ts';
import { type EditorRules, restName, shapeOf } from './editor-fields.ts';
import { type FieldTree, fieldTree, members, saysAnything } from './field-tree.ts';
import { formProperties, isWordList } from './form-properties.ts';
import { valueOfText } from './typed-value.ts';
import { readWordList } from './word-list.ts';

/**
 * The record that a posted form says, as typed: it may be incomplete and wrong, and what is no date yet stands as a text at the
 * date's place. Members of lists that are empty are left out. Never throws on what a browser can send.
 */
export function readEditorForm(
  { plan, vocabularies }: EditorRules,
  className: string,
  fields: Iterable<readonly [string, string]>,
): NodeObject {
  return readNode(fieldTree(fields), plan.class(className));

  function readNode(tree: FieldTree, cls: ClassPlan): NodeObject {
    const node: Record<string, JsonValue> = {};
    const id = tree.steps.get('@id')?.value ?? '';
    if (id !== '') node['@id'] = id;
    const types = (tree.steps.get('@type')?.value ?? '').split(/\s+/).filter((type) => type !== '');
    const [type] = types;
    if (type !== undefined) node['@type'] = types.length === 1 ? type : types;
    for (const property of formProperties(plan, cls)) {
      const at = tree.steps.get(property.name);
      const value = at && readValue(at, property);
      if (value !== undefined) node[property.name] = value;
    }
    for (const [key, value] of Object.entries(rest(tree))) {
      // Defined, not assigned: a key named __proto__ must stay a key, so that it is seen and refused.
      if (!Object.hasOwn(node, key)) {
        Object.defineProperty(node, key, {
          value,
          enumerable: true,
          writable: true,
          configurable: true,
        });
      }
    }
    return node;
  }

  function readValue(tree: FieldTree, property: PropertyPlan): JsonValue | undefined {
    if (property.node === 'text') return readTexts(tree, property);
    if (!property.many) return readOne(tree, property);
    const values = members(tree).flatMap((member) => readOne(member, property) ?? []);
    return values.length === 0 ? undefined : values;
  }

  function readOne(tree: FieldTree, property: PropertyPlan): JsonValue | undefined {
    if (property.class !== undefined && [...tree.steps.values()].some(saysAnything)) {
      const node = readNode(tree, plan.class(property.class));
      return Object.keys(node).length === 0 ? undefined : (node as JsonValue);
    }
    const shape = shapeOf(property);
    const text = tree.value ?? '';
    if (shape !== undefined && tree.parts.size > 0) {
      const said = shapeText(shape, tree.parts);
      // Another way to write the same box is no change.
      return isSame(shapeNumbers(shape, text), tree.parts) ? text : said;
    }
    const other = tree.parts.get('other') ?? '';
    const given = text.trim() === '' ? other : text;
    return given.trim() === '' ? undefined : valueOfText(property, given, vocabularies);
  }
}

function readTexts(tree: FieldTree, property: PropertyPlan): JsonValue | undefined {
  const texts: Record<string, JsonValue> = {};
  for (const [language, at] of tree.steps) {
    const value = readText(at, property);
    if (value !== undefined && /^(?:@none|[A-Za-z0-9-]+)$/.test(language)) texts[language] = value;
  }
  return Object.keys(texts).length === 0 ? undefined : texts;
}

function readText(tree: FieldTree, property: PropertyPlan): JsonValue | undefined {
  if (!property.many) return isEmpty(tree.value) ? undefined : tree.value;
  const all = isWordList(property)
    ? readWordList(tree.value ?? '')
    : members(tree).flatMap(({ value }) => (isEmpty(value) ? [] : (value ?? [])));
  return all.length === 0 ? undefined : [...all];
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function isSame(
  one: ReadonlyMap<string, string> | undefined,
  other: ReadonlyMap<string, string>,
): boolean {
  return one !== undefined && [...one].every(([name, value]) => other.get(name)?.trim() === value);
}

/** What the form of a node has no fields for. */
function rest(tree: FieldTree): Readonly<Record<string, JsonValue>> {
  const text = tree.steps.get(restName)?.value;
  if (text === undefined || text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    // Only somebody who writes the request by hand sends what is no JSON here.
    return {};
  }
}

import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import { canonicalJson } from '../profile/digest.ts';
import type { PropertyPlan } from '../profile/plan.ts';
import type { NodeObject } from '../profile/record.ts';

/** One property changed in one way, the same for many records. */
export interface PropertyChange {
  /** `theme`, or `distribution/license` for what each distribution says. */
  readonly path: readonly [string] | readonly [string, string];
  readonly mode: 'set' | 'add' | 'remove';
  /** A language map for texts, else a list of values; nothing at all with `remove` takes the whole property away. */
  readonly value: Readonly<Record<string, readonly string[]>> | readonly JsonValue[];
}

/** The description with the change made; the same object when the change makes no difference. */
export function changeProperty(
  node: NodeObject,
  property: PropertyPlan,
  change: PropertyChange,
): NodeObject {
  const [name, inner] = change.path;
  if (inner === undefined) return changed(node, property, change);
  const list = node[name];
  if (!Array.isArray(list)) return node;
  const parts = list.map((part: JsonValue) =>
    isJsonObject(part) ? (changed(part, property, change) as JsonValue) : part,
  );
  return parts.every((part, at) => part === list[at]) ? node : { ...node, [name]: parts };
}

function changed(node: NodeObject, property: PropertyPlan, change: PropertyChange): NodeObject {
  const before = node[property.name];
  const after = isTexts(change.value)
    ? changedTexts(before, property, change.mode, change.value)
    : changedValues(before, property, change.mode, change.value);
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return node;
  const { [property.name]: _, ...rest } = node;
  return after === undefined ? rest : { ...rest, [property.name]: after };
}

function isTexts(
  value: PropertyChange['value'],
): value is Readonly<Record<string, readonly string[]>> {
  return !Array.isArray(value);
}

function changedValues(
  before: JsonValue | undefined,
  { many }: PropertyPlan,
  mode: PropertyChange['mode'],
  values: readonly JsonValue[],
): JsonValue | undefined {
  const old: readonly JsonValue[] =
    before === undefined ? [] : Array.isArray(before) ? before : [before];
  const same = (one: JsonValue, other: JsonValue): boolean =>
    canonicalJson(one) === canonicalJson(other);
  const has = (list: readonly JsonValue[], one: JsonValue): boolean =>
    list.some((other) => same(one, other));
  const after =
    mode === 'set'
      ? values
      : mode === 'add'
        ? [...old, ...values.filter((one) => !has(old, one))]
        : values.length === 0
          ? []
          : old.filter((one) => !has(values, one));
  if (after.length === 0) return undefined;
  if (many) return after;
  // What holds one value only takes another when it has none.
  return mode === 'add' && old.length > 0 ? before : after[0];
}

function changedTexts(
  before: JsonValue | undefined,
  { many }: PropertyPlan,
  mode: PropertyChange['mode'],
  value: Readonly<Record<string, readonly string[]>>,
): JsonValue | undefined {
  if (mode === 'remove' && Object.keys(value).length === 0) return undefined;
  const after: Record<string, JsonValue> = isJsonObject(before) ? { ...before } : {};
  for (const [tag, texts] of Object.entries(value)) {
    const old = [after[tag] ?? []].flat().filter((text) => typeof text === 'string');
    const next =
      mode === 'set'
        ? texts
        : mode === 'add'
          ? [...old, ...texts.filter((text) => !old.includes(text))]
          : old.filter((text) => !texts.includes(text));
    const [first] = next;
    if (first === undefined) delete after[tag];
    else if (many) after[tag] = next;
    else if (mode !== 'add' || old.length === 0) after[tag] = first;
  }
  return Object.keys(after).length === 0 ? undefined : after;
}

import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { Plan } from '../profile/plan.ts';
import type { NodeObject } from '../profile/record.ts';

/**
 * What is left of a record when the national portal has fetched it and Europe has fetched it from there: what the Swedish profile
 * knows, less what the European form does not write. Media types come back, made of the format. DCAT-AP-SE 3.0.1, from Sweden to Europe.
 */
export function afterHarvest(plan: Plan, record: NodeObject, className = 'Dataset'): NodeObject {
  const survives = survivors(plan, className);
  const left: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(record)) {
    if (value === undefined) continue;
    if (name.startsWith('@')) left[name] = value;
    else if (name === 'distribution') left[name] = distributionsOf(plan, value);
    else if (survives.has(name)) left[name] = value;
  }
  return left;
}

function distributionsOf(plan: Plan, value: JsonValue): JsonValue {
  return [value]
    .flat()
    .map((one) =>
      isJsonObject(one) ? (afterHarvest(plan, one, 'Distribution') as JsonValue) : one,
    );
}

const known = new WeakMap<Plan, Map<string, ReadonlySet<string>>>();

function survivors(plan: Plan, className: string): ReadonlySet<string> {
  const byClass = known.get(plan) ?? new Map<string, ReadonlySet<string>>();
  known.set(plan, byClass);
  const found = byClass.get(className);
  if (found !== undefined) return found;
  const hidden = new Set(plan.groups.filter((group) => group.hidden).map(({ name }) => name));
  const names = new Set(
    plan
      .class(className)
      .properties.filter(({ group, eu }) => !hidden.has(group) && eu.omit !== true)
      .map(({ name }) => name),
  );
  byClass.set(className, names);
  return names;
}

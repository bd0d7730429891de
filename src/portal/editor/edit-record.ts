import { isJsonObject, type JsonValue } from '../../kernel/json.ts';
import type { Plan } from '../../profile/plan.ts';
import type { NodeObject } from '../../profile/record.ts';

/** What the buttons of the form do to a record, at a place given by a JSON Pointer. Places that lead nowhere change nothing. */
export type RecordEdit = 'add' | 'remove' | 'up' | 'down' | 'describe';

/** The record after the edit, and the place to go on at. */
export function editRecord(
  plan: Plan,
  className: string,
  record: NodeObject,
  { edit, place }: { readonly edit: RecordEdit; readonly place: string },
): { readonly record: NodeObject; readonly place: string } {
  const changed = structuredClone(record) as Record<string, JsonValue>;
  const steps = place
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = steps.pop();
  const found = last === undefined ? undefined : holderOf(changed, steps);
  const cls = classAt(plan, className, place);
  const unchanged = { record, place };
  if (last === undefined || found === undefined) return unchanged;
  if (Array.isArray(found)) {
    const list = found as JsonValue[];
    const index = Number(last);
    const target = edit === 'up' ? index - 1 : edit === 'down' ? index + 1 : index;
    const moved = list[index];
    if (
      moved === undefined ||
      list[target] === undefined ||
      edit === 'add' ||
      edit === 'describe'
    ) {
      return unchanged;
    }
    list.splice(index, 1);
    if (edit !== 'remove') list.splice(target, 0, moved);
    const parent = place.slice(0, place.lastIndexOf('/'));
    return { record: changed, place: edit === 'remove' ? parent : `${parent}/${target}` };
  }
  const node = found as Record<string, JsonValue>;
  if (edit === 'remove') delete node[last];
  else if (cls !== undefined && (edit === 'add' || edit === 'describe')) {
    const made = { '@type': cls.defaultType as JsonValue };
    if (!cls.many) node[last] = made;
    else {
      const before = node[last];
      const list = Array.isArray(before) ? before : [];
      node[last] = [...list, made];
      return { record: changed, place: `${place}/${list.length}` };
    }
  } else return unchanged;
  return { record: changed, place };
}

/** The object or array that the steps lead to. Only own members are followed. */
function holderOf(record: JsonValue, steps: readonly string[]): JsonValue | undefined {
  let at: JsonValue | undefined = record;
  for (const step of steps) {
    if (Array.isArray(at)) at = /^\d+$/.test(step) ? at[Number(step)] : undefined;
    else at = isJsonObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }
  return typeof at === 'object' && at !== null ? at : undefined;
}

/** What is made at a place: the class of the property's things, and whether there may be several. */
function classAt(
  plan: Plan,
  className: string,
  place: string,
): { readonly defaultType: string | readonly string[]; readonly many: boolean } | undefined {
  let cls = plan.class(className);
  let found:
    | { readonly defaultType: string | readonly string[]; readonly many: boolean }
    | undefined;
  for (const step of place.split('/').slice(1)) {
    if (/^\d+$/.test(step)) continue;
    const property = cls.property.get(step);
    if (property?.class === undefined || property.computed) return undefined;
    cls = plan.class(property.class);
    found = { defaultType: cls.defaultType, many: property.many };
  }
  return found;
}

import { isJsonObject, type JsonObject, type JsonValue } from '../../kernel/json.ts';

/** The values of a property, whether it holds one or several. */
export function listed(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** The IRIs and other texts among the values. */
export function strings(value: JsonValue | undefined): readonly string[] {
  return listed(value).filter((one) => typeof one === 'string');
}

/** The first text among the values. */
export function firstString(value: JsonValue | undefined): string | undefined {
  return strings(value)[0];
}

/** The described things among the values. */
export function nodes(value: JsonValue | undefined): readonly JsonObject[] {
  return listed(value).filter(isJsonObject);
}

/** The IRIs that values point at: the values themselves, and those of described things. */
export function iris(value: JsonValue | undefined): readonly string[] {
  return listed(value).flatMap((one) => {
    if (typeof one === 'string') return [one];
    const id = isJsonObject(one) ? one['@id'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

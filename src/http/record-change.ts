import { classOf, type Resource } from '../catalog/resource.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';
import { readJson, readText } from './body.ts';
import { contentType } from './content-type.ts';
import type { Context } from './context.ts';
import { hangUp } from './hang-up.ts';
import { demandPlace, placeOf } from './placement.ts';
import { fromJson, withExtra } from './record-body.ts';
import type { Services } from './services.ts';

/** A change to a record, as PATCH sends it: what it makes of the record that is stored. */
export interface RecordChange {
  readonly apply: (stored: Resource) => NodeObject | Promise<NodeObject>;
  readonly rename: string | undefined;
}

/** Media types of changes: RFC 7396, SPARQL 1.1 Update, Solid's N3 Patch. */
export const patchMediaTypes: readonly string[] = [
  'application/merge-patch+json',
  'application/json',
  'application/sparql-update',
  'text/n3',
];

/** Reads a change from the body. @throws as `readJson` and `readText`; applying it, CatalogError `invalid-document`. */
export async function changeOf(ctx: Context, services: Services): Promise<RecordChange> {
  const type = contentType(ctx);
  if (type === 'application/sparql-update' || type === 'text/n3') {
    const patch = await readText(ctx, services.bodyLimit);
    return {
      apply: async ({ content, kind }) => {
        using gone = hangUp(ctx);
        return withExtra(
          await services.reader.patch(
            { content, className: classOf[kind], patch, mediaType: type },
            { signal: gone.signal },
          ),
        );
      },
      rename: undefined,
    };
  }
  const { node, ...place } = fromJson(await readJson(ctx, services.bodyLimit));
  return {
    apply: (stored) => {
      demandPlace(place, placeOf(stored));
      return merged(stored.content as JsonObject, node as JsonObject) as NodeObject;
    },
    rename: place.name,
  };
}

/** RFC 7396 §2: null removes, an object is merged member by member, anything else replaces. */
function merged(target: JsonValue | undefined, patch: JsonValue): JsonValue {
  if (!isJsonObject(patch)) return patch;
  const result: Record<string, JsonValue> = isJsonObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  }
  return result;
}

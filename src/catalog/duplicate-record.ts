import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';
import { addressOf } from './catalog-context.ts';
import { createFromWriting } from './create-from-writing.ts';
import { type CreateResource, unnamed } from './create-resource.ts';
import { type Editing, type EditingContext, findEdited } from './edited-record.ts';
import { movedIris } from './moved-iris.ts';
import type { Resource } from './resource.ts';

/** What is one record's own and not its copy's. */
const own: readonly string[] = ['@id', 'identifier', 'extra'];

/**
 * Makes a draft like a record, with what is being written on it. Its title says that it is a copy; its parts get IRIs of their own.
 * @throws CatalogError `not-found`, `not-permitted`.
 */
export async function duplicateRecord(
  at: EditingContext,
  request: Editing & { readonly kind: CreateResource['kind'] },
): Promise<Resource> {
  const { resource, content } = await findEdited(at, request, 'edit');
  const { actor, kind } = request;
  return createFromWriting(at, {
    actor,
    kind,
    organization: resource.organizationName,
    content: copied(at, resource, content),
  });
}

/** The content as another record's, whose name is not known yet. */
export function copied(at: EditingContext, resource: Resource, content: NodeObject): NodeObject {
  const { base } = at.context;
  const { kind, name, iri } = resource;
  const after = addressOf(base, kind, unnamed);
  const rest = Object.entries(content).filter(([key]) => !own.includes(key));
  const moved = movedIris(
    movedIris(Object.fromEntries(rest) as NodeObject, addressOf(base, kind, name), after),
    iri,
    after,
  );
  const { title } = moved;
  return isJsonObject(title) ? { ...moved, title: asCopy(title) } : moved;
}

function asCopy(title: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> {
  const entries = Object.entries(title).map(([tag, text]): [string, JsonValue] => {
    if (typeof text !== 'string') return [tag, text];
    return [tag, tag.startsWith('sv') ? `${text} (kopia)` : `${text} (copy)`];
  });
  return Object.fromEntries(entries);
}

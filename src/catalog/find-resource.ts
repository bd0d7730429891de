import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { refusing } from '../kernel/refused.ts';
import type { CatalogReader } from './catalog-store.ts';
import { may } from './policy.ts';
import type { Kind, Resource } from './resource.ts';

/**
 * Reading one record with the rights of the one who asks.
 * @throws CatalogError `not-found` when there is none or it is somebody else's draft: the two look the same.
 */
export async function findResource(
  store: CatalogReader,
  actor: Actor,
  kind: Kind,
  name: string,
): Promise<Resource> {
  return visible(await store.find(kind, name), actor, kind, name);
}

/**
 * What was found under the name, when the actor may know of it.
 * @throws CatalogError `not-found` as `findResource` does.
 */
export function visible<R extends Pick<Resource, 'id' | 'state' | 'organization'>>(
  resource: R | undefined,
  actor: Actor,
  kind: Kind,
  name: string,
): R {
  if (resource === undefined) throw notFound(kind, name);
  if (isVisible(resource, actor)) return resource;
  const { id, organization } = resource;
  const object = { kind, id, name };
  throw refusing(notFound(kind, name), { organization, action: 'see-drafts', object });
}

/** Whether the actor may know that the record exists. */
export function isVisible(
  resource: Pick<Resource, 'state' | 'organization'>,
  actor: Actor,
): boolean {
  return resource.state !== 'draft' || may(actor, 'see-drafts', resource.organization);
}

/** The refusal for what is not there, or may not be known to be. */
export function notFound(kind: Kind, name: string): CatalogError {
  return new CatalogError('not-found', {
    sv: `Det finns ingen post med namnet ${name} här.`,
    en: `There is no ${kind} called ${name}.`,
  });
}

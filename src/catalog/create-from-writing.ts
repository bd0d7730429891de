import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { NodeObject } from '../profile/record.ts';
import { addressOf } from './catalog-context.ts';
import { type CreateResource, createResource, unnamed } from './create-resource.ts';
import type { EditingContext } from './edited-record.ts';
import { movedIris } from './moved-iris.ts';
import type { Resource } from './resource.ts';
import { saveCopy } from './save-copy.ts';

/** A draft that is to be, with what has been written for it. */
export interface CreateFromWriting {
  readonly actor: Actor;
  readonly kind: CreateResource['kind'];
  /** The owner's name. */
  readonly organization: string;
  /** Without one it is made of the title. */
  readonly name?: string | undefined;
  /** As typed; IRIs of its own parts may be those of a record called `unnamed`. */
  readonly content: NodeObject;
}

/**
 * Makes a draft of what was written. Where that cannot be kept as a version yet, the draft is made without it and the words lie in
 * its working copy: nothing is lost.
 * @throws CatalogError `not-found`, `not-permitted`, `name-taken`, and `invalid-record` for a name that cannot be one.
 */
export async function createFromWriting(
  at: EditingContext,
  { content, ...request }: CreateFromWriting,
): Promise<Resource> {
  try {
    return (await createResource(at.context, { ...request, node: content })).resource;
  } catch (error) {
    if (!(error instanceof CatalogError && error.code === 'invalid-record')) throw error;
    // A name that is at fault is told again by this.
    const title = content.title === undefined ? {} : { title: content.title };
    const { resource } = await createResource(at.context, { ...request, node: title }).catch(() =>
      createResource(at.context, { ...request, node: {} }),
    );
    await keepWriting(at, { ...request, content, resource });
    return resource;
  }
}

/** Keeps what was written for a draft that has just been made, under the draft's own IRIs. */
export async function keepWriting(
  at: EditingContext,
  {
    actor,
    content,
    resource,
  }: { readonly actor: Actor; readonly content: NodeObject; readonly resource: Resource },
): Promise<void> {
  const { kind, name, iri, version } = resource;
  const { base } = at.context;
  const moved = movedIris(content, addressOf(base, kind, unnamed), addressOf(base, kind, name));
  await saveCopy(at, {
    actor,
    kind,
    name,
    content: { ...moved, '@id': iri },
    seen: { revision: 0, base: version },
  });
}

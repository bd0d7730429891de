import type { Actor } from '../kernel/actor.ts';
import type { NodeObject } from '../profile/record.ts';
import type { CatalogContext } from './catalog-context.ts';
import { findResource } from './find-resource.ts';
import { type Action, demand } from './policy.ts';
import type { Kind, Resource } from './resource.ts';
import type { EditingReader, EditingStore, WorkingCopy } from './working-copy.ts';

/** What every use case of editing is handed. */
export interface EditingContext {
  readonly context: CatalogContext;
  readonly editing: EditingStore;
}

/** Which record is edited, by whom. */
export interface Editing {
  readonly actor: Actor;
  readonly kind: Kind;
  readonly name: string;
}

/** A record with what is being written on it. */
export interface EditedRecord {
  readonly resource: Resource;
  /** Undefined while nothing is being written. */
  readonly copy: WorkingCopy | undefined;
  /** What the form shows: the copy's content, else the record's. */
  readonly content: NodeObject;
}

/** What changing a record of the kind takes: an organisation and its catalogue are the administrator's, records the editors'. */
export function editingRight(kind: Kind): Action {
  return kind === 'organization' || kind === 'catalog' ? 'edit-organization' : 'edit';
}

/**
 * The record as its organisation's people see it in the editor. Readers may look.
 * @throws CatalogError `not-found`, `not-permitted`.
 */
export async function findEdited(
  { context, editing }: { readonly context: CatalogContext; readonly editing: EditingReader },
  { actor, kind, name }: Editing,
  right: Action = 'see-drafts',
): Promise<EditedRecord> {
  const resource = await findResource(context.store, actor, kind, name);
  demand(actor, 'see-drafts', resource.organization);
  demand(actor, right, resource.organization);
  const copy = await editing.copyOf(resource.id);
  return { resource, copy, content: copy?.content ?? resource.content };
}

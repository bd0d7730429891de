import { duplicateRecord } from '../../catalog/duplicate-record.ts';
import { discardChanges, removeDraft } from '../../catalog/remove-writing.ts';
import type { Kind } from '../../catalog/resource.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { editorAddress, type NamedKind } from './editor-address.ts';
import { type OpenEditor, openEditor } from './open-editor.ts';

/** What can be done with a whole record beside writing on it. What destroys is undone on the page that it leads to. */

/** Makes a draft like it. */
export async function duplicate(ctx: Context, services: Services, kind: NamedKind): Promise<void> {
  const { actor, editor } = await asked(ctx, services, kind);
  const { organization } = editor.workspace;
  const made = await duplicateRecord(services, { actor, kind, name: editor.name });
  seeOther(ctx, `${editorAddress(organization.name, kind, made.name)}?done=duplicated`);
}

/** Throws away what has been written on it. */
export async function discard(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const { actor, editor } = await asked(ctx, services, kind);
  await discardChanges(services, { actor, kind, name: editor.name });
  seeOther(ctx, `${editor.workspace.address}/removed?done=changes`);
}

/** Deletes a draft. */
export async function remove(ctx: Context, services: Services, kind: NamedKind): Promise<void> {
  const { actor, editor } = await asked(ctx, services, kind);
  await removeDraft(services, { actor, kind, name: editor.name });
  seeOther(ctx, `${editor.workspace.address}/removed?done=draft`);
}

async function asked(
  ctx: Context,
  services: Services,
  kind: Kind,
): Promise<{
  readonly actor: OpenEditor['workspace']['signedIn']['actor'];
  readonly editor: OpenEditor;
}> {
  const editor = await openEditor(ctx, services, kind, { toWrite: true });
  await readPostedForm(ctx);
  return { actor: editor.workspace.signedIn.actor, editor };
}

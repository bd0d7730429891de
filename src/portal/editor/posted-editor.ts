import { type Marks, readMarks } from '../../catalog/merge-writings.ts';
import type { Kind } from '../../catalog/resource.ts';
import type { Seen } from '../../catalog/save-copy.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import type { NodeObject } from '../../profile/record.ts';
import { type OpenEditor, openEditor } from './open-editor.ts';
import { readEditorForm } from './read-editor-form.ts';

/** The largest description of a record has some thousand fields; sixty files with all that can be said of each have no more. */
const most = { fields: 20_000, fieldBytes: 8 * 1024 * 1024 } as const;

/** A form of the editor as it was sent. */
export interface PostedEditor {
  readonly editor: OpenEditor;
  readonly fields: ReadonlyMap<string, string>;
  readonly content: NodeObject;
  readonly seen: Seen;
  /** What the page showed when it was drawn. */
  readonly began: Marks;
}

/**
 * Opens the editor for somebody who may write, and reads the form.
 * @throws HttpProblem `not-found`, `cross-site`, `payload-too-large`. @throws CatalogError `not-permitted`.
 */
export async function readPostedEditor(
  ctx: Context,
  services: Services,
  kind: Kind,
): Promise<PostedEditor> {
  const editor = await openEditor(ctx, services, kind, { toWrite: true });
  const { fields } = await readPostedForm(ctx, { limit: 0, most });
  return {
    editor,
    fields,
    content: readEditorForm(editor.rules, editor.className, fields),
    seen: readSeen(fields),
    began: readMarks(fields.get('_seen') ?? ''),
  };
}

/** What the page showed: revision of the copy and version of the record. */
export function readSeen(fields: ReadonlyMap<string, string>): Seen {
  return {
    revision: Number.parseInt(fields.get('_revision') ?? '', 10) || 0,
    base: Number.parseInt(fields.get('_base') ?? '', 10) || 0,
  };
}

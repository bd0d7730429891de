import { keepVersion } from '../../catalog/keep-version.ts';
import type { Kind } from '../../catalog/resource.ts';
import { saveCopy } from '../../catalog/save-copy.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { CatalogError } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { NodeObject } from '../../profile/record.ts';
import { respondWithCollision } from './collision-page.tsx';
import { describedBefore } from './described-before.ts';
import { editRecord, type RecordEdit } from './edit-record.ts';
import { respondWithEditor } from './editor-page.tsx';
import { openEditor } from './open-editor.ts';
import { type PostedEditor, readPostedEditor } from './posted-editor.ts';
import { distributionDefaults } from './record-defaults.ts';

/** The buttons of the form that change the record: what they do, and where. */
const editAction = /^(add|remove|up|down|describe):(\/.{1,400})$/;

/**
 * Saves what was written, and then does what the button says. Whatever comes of that, what was written is kept: in the copy, or on
 * the page that asks which of two writings is to hold.
 */
export async function postEditor(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const posted = await readPostedEditor(ctx, services, kind);
  const { editor, fields } = posted;
  const action = fields.get('action') ?? 'save';
  const edit = editAction.exec(action);
  const edited = edit === null ? undefined : changed(posted, edit[1] as RecordEdit, edit[2] ?? '');
  const content = await withStart(
    services,
    posted,
    action,
    edited?.record ?? (await withTaken(services, posted, action)),
  );
  if (!(await isSaved(ctx, services, posted, content))) return;
  if (action === 'publish') return seeOther(ctx, editor.address.replace(/edit$/, 'publish'));
  if (action === 'draft') return await keep(ctx, services, posted);
  seeOther(ctx, backTo(posted, action, edited?.place));
}

/** Where one goes on writing: at the place that was changed or opened. What is asked to be said stays said. */
function backTo(
  { editor: { address }, fields }: PostedEditor,
  action: string,
  changedPlace: string | undefined,
): string {
  const opened = action.startsWith('open:/') ? action.slice('open:'.length, 200) : undefined;
  const place = changedPlace ?? opened;
  const tag =
    action === 'language'
      ? /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.exec(fields.get('_language') ?? '')?.[0]
      : undefined;
  const query = [
    ...(place === undefined ? [] : [`open=${encodeURIComponent(place)}`]),
    ...(tag === undefined ? [] : [`languages=${tag}`]),
    ...(action === 'check' || fields.get('_check') === 'true' ? ['check=true'] : []),
  ].join('&');
  return address + (query && `?${query}`) + (place === undefined ? '' : `#${encodeURI(place)}`);
}

function changed({ editor, content }: PostedEditor, edit: RecordEdit, place: string) {
  return editRecord(editor.rules.plan, editor.className, content, { edit, place });
}

/** The record with what a new distribution of the organisation begins with. */
async function withStart(
  services: Services,
  { editor, content }: PostedEditor,
  action: string,
  changed: NodeObject,
): Promise<NodeObject> {
  if (action !== 'add:/distribution' || !Array.isArray(changed.distribution)) return changed;
  const start = await distributionDefaults(services, editor.workspace.organization, content);
  const { distribution } = changed;
  const last = distribution.at(-1);
  return isJsonObject(last)
    ? { ...changed, distribution: [...distribution.slice(0, -1), { ...start, ...last }] }
    : changed;
}

/** The record with a thing that the organisation has described before, when that is asked for: `take:/contactPoint`. */
async function withTaken(
  services: Services,
  { editor, fields, content }: PostedEditor,
  action: string,
): Promise<NodeObject> {
  const property = /^take:\/(\w+)$/.exec(action)?.[1];
  if (property === undefined) return content;
  const { workspace, className } = editor;
  const before = await describedBefore(services, workspace.organization, className);
  const taken = before.get(property)?.get(fields.get(`_${action}`) ?? '');
  if (taken === undefined) return content;
  const said = content[property];
  return { ...content, [property]: [...(Array.isArray(said) ? said : []), taken] };
}

/** Saves the copy; when somebody else was quicker the answer is the page with both. */
async function isSaved(
  ctx: Context,
  services: Services,
  { editor, seen, began }: PostedEditor,
  content: NodeObject,
): Promise<boolean> {
  const { actor } = editor.workspace.signedIn;
  const { kind, name } = editor;
  try {
    await saveCopy(services, { actor, kind, name, content, seen });
    return true;
  } catch (error) {
    if (!(error instanceof CatalogError && error.code === 'version-conflict')) throw error;
    ctx.status = 409;
    respondWithCollision(ctx, await openEditor(ctx, services, kind), { mine: content, began });
    return false;
  }
}

/** Makes a version of the draft; what stands in the way is shown beside the fields. */
async function keep(ctx: Context, services: Services, { editor }: PostedEditor): Promise<void> {
  const { kind, name, address, workspace } = editor;
  try {
    await keepVersion(services, { actor: workspace.signedIn.actor, kind, name });
    seeOther(ctx, `${address}?done=draft`);
  } catch (error) {
    if (!(error instanceof CatalogError)) throw error;
    if (error.code === 'version-conflict') return seeOther(ctx, `${address}/collision`);
    if (error.code !== 'invalid-record') throw error;
    ctx.status = 422;
    const again = await openEditor(ctx, services, kind);
    await respondWithEditor(ctx, services, { editor: again, refused: true });
  }
}

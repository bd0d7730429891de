import {
  differences,
  type Marks,
  marksOf,
  mergeWritings,
  readMarks,
  writeMarks,
} from '../../catalog/merge-writings.ts';
import type { Kind } from '../../catalog/resource.ts';
import { solveCollision } from '../../catalog/solve-collision.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { CatalogError } from '../../kernel/errors.ts';
import { isJsonObject } from '../../kernel/json.ts';
import type { NodeObject } from '../../profile/record.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { CollisionForm, usualPick } from './collision-form.tsx';
import { type OpenEditor, openEditor } from './open-editor.ts';
import { readSeen } from './posted-editor.ts';

/**
 * Two have written on the same record: a page that shows both and lets one choose, property by property. It carries what was
 * written along, so that it works without a script and loses nothing.
 */

/** The record was published, or given another version, since the writing began: the copy is compared with that. */
export async function showCollision(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const editor = await openEditor(ctx, services, kind, { toWrite: true });
  const { copy, resource, address } = editor;
  if (copy === undefined || copy.base === resource.version) return seeOther(ctx, address);
  const began = await services.context.store.version(resource.id, copy.base);
  respondWithCollision(ctx, editor, {
    mine: copy.content,
    theirs: resource.content,
    began: began === undefined ? new Map() : marksOf(began.content),
  });
}

/** Answers with the page. The status is the caller's to set. */
export function respondWithCollision(
  ctx: Context,
  editor: OpenEditor,
  {
    mine,
    theirs = editor.content,
    began,
  }: { readonly mine: NodeObject; readonly theirs?: NodeObject; readonly began: Marks },
): void {
  const { workspace, kind, copy, resource } = editor;
  const { language } = workspace;
  const words = wordsIn(language).editor;
  const found = differences(mine, theirs, began);
  const title = titleOf(theirs, language) ?? words.untitled[kind];
  respond(
    ctx,
    {
      title: words.collision.title(title),
      language,
      rail: workspace.rail(kind === 'organization' ? 'profile' : 'datasets'),
      width: 'full',
      styles: ['editor'],
    },
    <div class="editor-collision stack">
      <h1>{words.collision.title(title)}</h1>
      <p class="lead">
        {words.collision.lead(theirs === resource.content ? undefined : copy?.author.name)}
      </p>
      <CollisionForm
        editor={editor}
        differences={found}
        hidden={{
          _revision: String(copy?.revision ?? 0),
          _base: String(resource.version),
          _seen: writeMarks(began),
          _theirs: theirs === resource.content ? 'record' : 'copy',
          mine: JSON.stringify(mine),
        }}
      />
    </div>,
  );
}

/** Saves what was chosen. When somebody has saved once more, both are shown once more. */
export async function solve(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const editor = await openEditor(ctx, services, kind, { toWrite: true });
  const { fields } = await readPostedForm(ctx, {
    limit: 0,
    most: { fields: 400, fieldBytes: 8 * 1024 * 1024 },
  });
  const mine = writingOf(fields.get('mine'));
  const theirs = fields.get('_theirs') === 'record' ? editor.resource.content : editor.content;
  const began = readMarks(fields.get('_seen') ?? '');
  const picks = new Map(
    differences(mine, theirs, began).map((difference) => [
      difference.property,
      fields.get(`pick:${difference.property}`) ?? usualPick(difference),
    ]),
  );
  const content = mergeWritings(mine, theirs, (property) => picks.get(property) === 'mine');
  const { actor } = editor.workspace.signedIn;
  try {
    const seen = readSeen(fields);
    await solveCollision(services, { actor, kind, name: editor.name, content, seen });
    seeOther(ctx, `${editor.address}?done=solved`);
  } catch (error) {
    if (!(error instanceof CatalogError && error.code === 'version-conflict')) throw error;
    ctx.status = 409;
    respondWithCollision(ctx, editor, { mine, began });
  }
}

/** @throws CatalogError `invalid-document` for what no page of ours sends. */
function writingOf(text = ''): NodeObject {
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return value;
  } catch {
    // Told below, together with what is JSON and no record.
  }
  throw new CatalogError('invalid-document', {
    sv: 'Formuläret är inte helt. Gå tillbaka till sidan och skicka det igen.',
    en: 'The form is not whole. Go back to the page and send it again.',
  });
}

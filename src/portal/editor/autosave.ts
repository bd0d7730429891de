import { differences, marksOf, writeMarks } from '../../catalog/merge-writings.ts';
import type { Kind } from '../../catalog/resource.ts';
import { saveCopy } from '../../catalog/save-copy.ts';
import type { Context } from '../../http/context.ts';
import { sendJson } from '../../http/reply.ts';
import type { Services } from '../../http/services.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { Issue } from '../../kernel/issue.ts';
import { openEditor } from './open-editor.ts';
import { type PostedEditor, readPostedEditor } from './posted-editor.ts';

/**
 * Saves while somebody writes: the whole form, posted by a script. Answers
 * `{ revision, base, seen, savedAt, savedBy, issues: [{ pointer, level, rule, message }] }`, which the form sends along next time; when
 * somebody else has saved, 409 with both sides: `{ theirs: { revision, base, savedAt, savedBy }, differences: [{ property, mine, theirs, changedBy }] }`.
 * What was sent is then only in the browser: posting the form leads to the page where one chooses.
 */
export async function autosave(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const posted = await readPostedEditor(ctx, services, kind);
  const { editor, content, seen } = posted;
  const { actor } = editor.workspace.signedIn;
  ctx.set('Cache-Control', 'no-store');
  try {
    const copy = await saveCopy(services, { actor, kind, name: editor.name, content, seen });
    const { language } = editor.workspace;
    const issues = editor.judge(content);
    sendJson(
      ctx,
      JSON.stringify({
        revision: copy?.revision ?? 0,
        base: copy?.base ?? editor.resource.version,
        seen: writeMarks(marksOf(content)),
        savedAt: copy?.saved ?? null,
        savedBy: copy?.author.name ?? null,
        issues: issues.map((issue) => shown(issue, language)),
      }),
    );
  } catch (error) {
    if (!(error instanceof CatalogError && error.code === 'version-conflict')) throw error;
    ctx.status = 409;
    await sendBothSides(ctx, services, posted);
  }
}

async function sendBothSides(
  ctx: Context,
  services: Services,
  { editor, content, began }: PostedEditor,
): Promise<void> {
  const { copy, resource, content: theirs } = await openEditor(ctx, services, editor.kind);
  sendJson(
    ctx,
    JSON.stringify({
      theirs: {
        revision: copy?.revision ?? 0,
        base: copy?.base ?? resource.version,
        savedAt: copy?.saved ?? resource.changed,
        savedBy: copy?.author.name ?? null,
      },
      differences: differences(content, theirs, began),
    }),
  );
}

function shown({ pointer, level, rule, message }: Issue, language: 'sv' | 'en') {
  return { pointer, level, rule, message: message[language] };
}

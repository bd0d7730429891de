import { settleAs } from '../../catalog/describe.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import type { NodeObject } from '../../profile/record.ts';
import { folders, type NamedKind } from './editor-address.ts';
import { openEditor } from './open-editor.ts';

/**
 * The page of the record as readers would see it, with what is being written. What cannot be kept yet, such as half a date, is
 * left out with its property.
 * @throws HttpProblem `not-found`.
 */
export async function showPreview(
  ctx: Context,
  services: Services,
  kind: NamedKind,
): Promise<void> {
  const editor = await openEditor(ctx, services, kind);
  const { resource, workspace, name, content } = editor;
  const { organization, language } = workspace;
  const broken = new Set(
    editor
      .judge(content)
      .filter(({ blocks }) => blocks === 'storing')
      .map(({ pointer }) => pointer.split('/')[1] ?? ''),
  );
  const whole = Object.entries(content).filter(([property]) => !broken.has(property));
  const subject = { kind, name, iri: resource.iri, owner: organization.name };
  const settled = settleAs(services.context, subject, Object.fromEntries(whole) as NodeObject);
  await ctx.state.pages.record(ctx, {
    resource,
    version: resource.version,
    isCurrent: true,
    content: settled.content,
    owner: { name: organization.name, content: organization.content },
    address: `${services.context.base}/${folders[kind]}/${name}`,
    language,
  });
}

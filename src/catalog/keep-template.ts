import type { NodeObject } from '../profile/record.ts';
import { copied } from './duplicate-record.ts';
import { type Editing, type EditingContext, findEdited } from './edited-record.ts';
import type { RecordTemplate } from './record-template.ts';
import { signatureOf } from './signature.ts';

/** Longer names of templates than this are cut. */
const longestName = 100;

/**
 * Keeps some of what a record says as a template of its organisation; one of the same name is replaced.
 * @param request.properties names of the properties that it holds
 * @throws CatalogError `not-found`, `not-permitted`.
 */
export async function keepTemplate(
  at: EditingContext,
  request: Editing & { readonly title: string; readonly properties: readonly string[] },
): Promise<RecordTemplate> {
  const { resource, content } = await findEdited(at, request, 'edit');
  const { organization, kind } = resource;
  const name = request.title.trim().slice(0, longestName);
  const before = (await at.editing.templates(organization)).find((one) => one.name === name);
  const { title: _, ...chosen } = copied(at, resource, content);
  const template: RecordTemplate = {
    id: before?.id ?? at.context.newId(),
    organization,
    kind,
    name,
    content: Object.fromEntries(
      Object.entries(chosen).filter(([property]) => request.properties.includes(property)),
    ) as NodeObject,
    author: signatureOf(request.actor),
    saved: at.context.now().toISOString(),
  };
  await at.editing.saveTemplate(template);
  return template;
}

/** What a new record begins with: the template's words under a title of its own. */
export function fromTemplate(template: RecordTemplate | undefined, begun: NodeObject): NodeObject {
  return { ...template?.content, ...begun };
}

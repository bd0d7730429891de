import { withdraw } from '../../catalog/change-state.ts';
import type { PublishedKind } from '../../catalog/review-publication.ts';
import { approveCopy, sendBackCopy, takeBackCopy } from '../../catalog/submit-copy.ts';
import { restoreVersion, undoPublication } from '../../catalog/undo-publication.ts';
import type { Context } from '../../http/context.ts';
import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { type Done, doneThings } from './done-notice.tsx';
import {
  openPublication,
  type Publication,
  publishedKinds,
  recordParameters,
  recordRoot,
} from './open-publication.ts';
import { postPublication, publishPage } from './publish-page.tsx';
import { postWithdrawal, withdrawPage } from './withdraw-page.tsx';
import { workspaceChangesPage, workspaceVersionsPage } from './workspace-versions.tsx';

/** Publishing in the workspace: look and decide, answer, withdraw, undo, and the history with its ways back. */
export function publishingRoutes(services: Services): readonly Route[] {
  return publishedKinds.flatMap((kind) => routesOf(services, kind));
}

const page = { 200: { description: { sv: 'Sidan.', en: 'The page.' } } } as const;
const sent = { 303: { description: { sv: 'Till sidan.', en: 'To the page.' } } } as const;

const doneParameter: Parameter = {
  name: 'done',
  in: 'query',
  description: { sv: 'Vad som just har gjorts.', en: 'What has just been done.' },
  schema: { type: 'string', enum: [...doneThings] },
  example: 'published',
};

const numberParameter = (name: string, sv: string, en: string): Parameter => ({
  name,
  in: 'query',
  description: { sv, en },
  schema: { type: 'integer', minimum: 1, maximum: 1_000_000_000 },
  example: 1,
});

function routesOf(services: Services, kind: PublishedKind): readonly Route[] {
  const root = recordRoot(kind);
  const common = { tag: 'portal', access: 'person', problems: ['not-found'] } as const;
  const answer = (
    name: string,
    summary: Route['summary'],
    done: Done,
    work: (publication: Publication, fields: ReadonlyMap<string, string>) => Promise<unknown>,
  ): Route =>
    defineRoute({
      ...common,
      method: 'POST',
      path: `${root}/${name}`,
      id: `${name}-${kind}-in-workspace`,
      summary,
      parameters: recordParameters,
      responses: sent,
      problems: ['not-found', 'not-permitted', 'state-conflict', 'version-conflict'],
      handler: (ctx) => answered(ctx, services, kind, { done, work }),
    });
  const { publishing, context } = services;
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path: `${root}/publish`,
      id: `review-${kind}-publication`,
      summary: { sv: 'Titta igenom och publicera', en: 'Look through and publish' },
      parameters: [...recordParameters, doneParameter],
      responses: page,
      handler: (ctx) => publishPage(ctx, services, kind),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: `${root}/publish`,
      id: `publish-${kind}-in-workspace`,
      summary: { sv: 'Publicera', en: 'Publish' },
      parameters: recordParameters,
      responses: sent,
      problems: ['not-found', 'not-permitted', 'invalid-record', 'version-conflict'],
      handler: (ctx) => postPublication(ctx, services, kind),
    }),
    answer('approve', { sv: 'Godkänn', en: 'Approve' }, 'published', ({ asked }, fields) =>
      approveCopy(publishing, { ...asked, revision: numberIn(fields, 'revision') }),
    ),
    answer(
      'send-back',
      { sv: 'Skicka tillbaka', en: 'Send back' },
      'sent-back',
      ({ asked }, fields) =>
        sendBackCopy(publishing, {
          ...asked,
          revision: numberIn(fields, 'revision'),
          note: (fields.get('note') ?? '').slice(0, 2000),
        }),
    ),
    answer('take-back', { sv: 'Ta tillbaka', en: 'Take back' }, 'taken-back', ({ asked }, fields) =>
      takeBackCopy(publishing, { ...asked, revision: numberIn(fields, 'revision') }),
    ),
    answer(
      'undo',
      { sv: 'Ångra publiceringen', en: 'Undo the publication' },
      'undone',
      ({ asked }, fields) =>
        undoPublication(publishing, { ...asked, version: numberIn(fields, 'version') }),
    ),
    answer(
      'restore',
      { sv: 'Återställ en version', en: 'Restore a version' },
      'restored',
      ({ asked }, fields) =>
        restoreVersion(publishing, { ...asked, version: numberIn(fields, 'version') }),
    ),
    defineRoute({
      ...common,
      method: 'GET',
      path: `${root}/withdraw`,
      id: `ask-to-withdraw-${kind}`,
      summary: { sv: 'Dra tillbaka?', en: 'Withdraw?' },
      parameters: recordParameters,
      responses: page,
      handler: (ctx) => withdrawPage(ctx, services, kind),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: `${root}/withdraw`,
      id: `withdraw-${kind}-in-workspace`,
      summary: { sv: 'Dra tillbaka', en: 'Withdraw' },
      parameters: recordParameters,
      responses: sent,
      problems: ['not-found', 'not-permitted', 'state-conflict', 'version-conflict'],
      handler: (ctx) =>
        postWithdrawal(ctx, services, kind, (request) => withdraw(context, request)),
    }),
    defineRoute({
      ...common,
      method: 'GET',
      path: `${root}/versions`,
      id: `list-${kind}-versions-in-workspace`,
      summary: { sv: 'Alla versioner', en: 'All versions' },
      parameters: [
        ...recordParameters,
        numberParameter('before', 'Versioner före den här.', 'Versions before this one.'),
      ],
      responses: page,
      handler: (ctx) => workspaceVersionsPage(ctx, services, kind),
    }),
    defineRoute({
      ...common,
      method: 'GET',
      path: `${root}/changes`,
      id: `compare-${kind}-versions-in-workspace`,
      summary: { sv: 'Jämför två versioner', en: 'Compare two versions' },
      parameters: [
        ...recordParameters,
        { ...numberParameter('from', 'Den ena.', 'The one.'), required: true },
        { ...numberParameter('to', 'Den andra.', 'The other.'), required: true },
      ],
      responses: page,
      handler: (ctx) => workspaceChangesPage(ctx, services, kind),
    }),
  ];
}

async function answered(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
  {
    done,
    work,
  }: {
    readonly done: Done;
    readonly work: (
      publication: Publication,
      fields: ReadonlyMap<string, string>,
    ) => Promise<unknown>;
  },
): Promise<void> {
  const publication = await openPublication(ctx, services, kind);
  const { fields } = await readPostedForm(ctx);
  const { asked, path, review } = publication;
  await work(publication, fields);
  // What was approved may still wait for its time, and then says so itself.
  const isLater = done === 'published' && review.copy?.publishAt != null;
  const { state } =
    (await services.context.store.findText(asked.kind, asked.name)) ?? review.stored;
  const said = isLater && state !== 'published' ? 'scheduled' : done;
  seeOther(ctx, `${path}/publish?done=${said}`);
}

/** A number that a form of ours sends; one that no record has when it is none. */
function numberIn(fields: ReadonlyMap<string, string>, name: string): number {
  const value = Number(fields.get(name) ?? '');
  return Number.isSafeInteger(value) ? value : -1;
}

import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { folders, namedKinds } from './editor-address.ts';
import { editedPlaces, name, organization } from './editor-parameters.ts';
import { createRecord, showNewRecord } from './new-record-page.tsx';
import { showPreview } from './preview-page.tsx';
import { discard, duplicate, remove } from './record-actions.ts';
import { showRemoved, undoRemoval } from './removed-page.tsx';
import {
  createTemplate,
  removeTemplate,
  showNewTemplate,
  showTemplates,
} from './templates-page.tsx';

/** Addresses around the editor: new records, copies, templates, previews, and what was thrown away. */
export function recordActionRoutes(services: Services): readonly Route[] {
  const page = { 200: { description: { sv: 'Sidan.', en: 'The page.' } } };
  const done = { 303: { description: { sv: 'Gjort.', en: 'Done.' } } };
  const get = {
    method: 'GET',
    tag: 'portal',
    access: 'person',
    responses: page,
    problems: ['not-found', 'not-permitted'],
  } as const;
  const post = {
    method: 'POST',
    tag: 'portal',
    access: 'person',
    responses: done,
    problems: ['not-found', 'not-permitted', 'cross-site', 'version-conflict', 'state-conflict'],
  } as const;
  return [
    ...namedKinds.flatMap((kind) => {
      const folder = `/workspace/{organization}/${folders[kind]}`;
      const record = { parameters: [organization, name] };
      const action = (verb: string) => ({
        path: `${folder}/{name}/${verb}`,
        id: `${verb}-${kind}`,
      });
      return [
        defineRoute({
          ...get,
          path: `${folder}/new`,
          id: `new-${kind}-page`,
          summary: { sv: 'En ny post', en: 'A new record' },
          parameters: [organization, template],
          handler: (ctx) => showNewRecord(ctx, services, kind),
        }),
        defineRoute({
          ...post,
          path: `${folder}/new`,
          id: `new-${kind}`,
          summary: { sv: 'Gör ett utkast', en: 'Make a draft' },
          parameters: [organization],
          handler: (ctx) => createRecord(ctx, services, kind),
        }),
        defineRoute({
          ...get,
          ...record,
          ...action('preview'),
          summary: { sv: 'Förhandsgranska', en: 'Preview' },
          handler: (ctx) => showPreview(ctx, services, kind),
        }),
        defineRoute({
          ...post,
          ...record,
          ...action('duplicate'),
          summary: { sv: 'Gör en kopia', en: 'Make a copy' },
          handler: (ctx) => duplicate(ctx, services, kind),
        }),
        defineRoute({
          ...post,
          ...record,
          ...action('remove'),
          summary: { sv: 'Ta bort ett utkast', en: 'Delete a draft' },
          handler: (ctx) => remove(ctx, services, kind),
        }),
        defineRoute({
          ...get,
          ...record,
          path: `${folder}/{name}/template`,
          id: `template-${kind}-page`,
          summary: { sv: 'En mall av en post', en: 'A template of a record' },
          handler: (ctx) => showNewTemplate(ctx, services, kind),
        }),
        defineRoute({
          ...post,
          ...record,
          ...action('template'),
          summary: { sv: 'Spara en mall', en: 'Keep a template' },
          handler: (ctx) => createTemplate(ctx, services, kind),
        }),
      ];
    }),
    ...editedPlaces.map(({ kind, folder, parameters }) =>
      defineRoute({
        ...post,
        path: `/workspace/{organization}/${folder}/discard`,
        id: `discard-${kind}`,
        summary: { sv: 'Släng ändringar', en: 'Discard changes' },
        parameters,
        handler: (ctx) => discard(ctx, services, kind),
      }),
    ),
    defineRoute({
      ...get,
      path: '/workspace/{organization}/removed',
      id: 'removed-page',
      summary: { sv: 'Det som tagits bort', en: 'What was removed' },
      parameters: [organization, what],
      handler: (ctx) => showRemoved(ctx, services),
    }),
    defineRoute({
      ...post,
      path: '/workspace/{organization}/removed',
      id: 'restore-removed',
      summary: { sv: 'Ångra', en: 'Undo' },
      parameters: [organization],
      handler: (ctx) => undoRemoval(ctx, services),
    }),
    defineRoute({
      ...get,
      path: '/workspace/{organization}/templates',
      id: 'templates-page',
      summary: { sv: 'Mallar', en: 'Templates' },
      parameters: [organization],
      handler: (ctx) => showTemplates(ctx, services),
    }),
    defineRoute({
      ...post,
      path: '/workspace/{organization}/templates',
      id: 'remove-template',
      summary: { sv: 'Ta bort en mall', en: 'Remove a template' },
      parameters: [organization],
      handler: (ctx) => removeTemplate(ctx, services),
    }),
  ];
}

const template: Parameter = {
  name: 'template',
  in: 'query',
  description: { sv: 'Mallens id.', en: "The template's id." },
  schema: { type: 'string', maxLength: 36 },
};

const what: Parameter = {
  name: 'done',
  in: 'query',
  description: { sv: 'Vad som nyss togs bort.', en: 'What has just been removed.' },
  schema: { type: 'string', enum: ['draft', 'changes'] },
};

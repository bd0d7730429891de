import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { autosave } from './autosave.ts';
import { showCollision, solve } from './collision-page.tsx';
import { showEditor } from './editor-page.tsx';
import { editedPlaces } from './editor-parameters.ts';
import { postEditor } from './post-editor.ts';
import { recordActionRoutes } from './record-action-routes.ts';

/** Everything that happens at the addresses of the editor: the page, its form, saving by itself, and two who write at once. */
export function editorRoutes(services: Services): readonly Route[] {
  const editing = editedPlaces.flatMap(({ kind, folder, parameters }) => {
    const path = `/workspace/{organization}/${folder}/edit`;
    const common = { tag: 'portal', access: 'person', parameters } as const;
    return [
      defineRoute({
        ...common,
        method: 'GET',
        path,
        id: `edit-${kind}-page`,
        summary: { sv: 'Redigera', en: 'Edit' },
        parameters: [...parameters, ...shown],
        responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
        problems: ['not-found'],
        handler: (ctx) => showEditor(ctx, services, kind),
      }),
      defineRoute({
        ...common,
        method: 'POST',
        path,
        id: `edit-${kind}`,
        summary: { sv: 'Spara det som skrivits', en: 'Save what was written' },
        responses: {
          303: { description: { sv: 'Sparat.', en: 'Saved.' } },
          409: { description: { sv: 'Någon annan har sparat.', en: 'Somebody else has saved.' } },
          422: {
            description: {
              sv: 'Sparat, men något hindrar.',
              en: 'Saved, but faults stand in the way.',
            },
          },
        },
        problems: ['not-found', 'not-permitted', 'cross-site', 'payload-too-large'],
        handler: (ctx) => postEditor(ctx, services, kind),
      }),
      defineRoute({
        ...common,
        method: 'POST',
        path: `${path}/autosave`,
        id: `autosave-${kind}`,
        summary: { sv: 'Spara medan någon skriver', en: 'Save while somebody writes' },
        responses: {
          200: { description: { sv: 'Sparat.', en: 'Saved.' } },
          409: { description: { sv: 'Någon annan har sparat.', en: 'Somebody else has saved.' } },
        },
        problems: ['not-found', 'not-permitted', 'cross-site', 'payload-too-large'],
        handler: (ctx) => autosave(ctx, services, kind),
      }),
      defineRoute({
        ...common,
        method: 'GET',
        path: `${path}/collision`,
        id: `compare-${kind}`,
        summary: { sv: 'Jämför med det som publicerats', en: 'Compare with what was published' },
        responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
        problems: ['not-found', 'not-permitted'],
        handler: (ctx) => showCollision(ctx, services, kind),
      }),
      defineRoute({
        ...common,
        method: 'POST',
        path: `${path}/collision`,
        id: `solve-${kind}`,
        summary: { sv: 'Välj vad som ska gälla', en: 'Choose what is to hold' },
        responses: { 303: { description: { sv: 'Sparat.', en: 'Saved.' } } },
        problems: ['not-found', 'not-permitted', 'cross-site'],
        handler: (ctx) => solve(ctx, services, kind),
      }),
    ];
  });
  return [...recordActionRoutes(services), ...editing];
}

const shown: readonly Parameter[] = [
  {
    name: 'done',
    in: 'query',
    description: { sv: 'Vad som nyss hände.', en: 'What has just happened.' },
    schema: { type: 'string', enum: ['draft', 'restored', 'duplicated', 'created', 'solved'] },
  },
  {
    name: 'check',
    in: 'query',
    description: {
      sv: 'Om allt som ska rättas sägs vid sina fält, även de tomma.',
      en: 'Whether all that is to be mended is said beside its field, empty ones too.',
    },
    schema: { type: 'boolean' },
  },
  {
    name: 'open',
    in: 'query',
    description: { sv: 'Vad som är uppslaget.', en: 'What is open.' },
    schema: { type: 'string', maxLength: 200 },
  },
  {
    name: 'languages',
    in: 'query',
    description: {
      sv: 'Språk utöver de som används.',
      en: 'Languages beside those that are used.',
    },
    schema: { type: 'string', maxLength: 100, pattern: '^[A-Za-z0-9,-]*$' },
  },
];

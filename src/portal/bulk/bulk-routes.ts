import { defineRoute, type Parameter, type Route } from '../../http/route.ts';
import { nameParameter } from '../../http/routes/record-parameters.ts';
import type { Services } from '../../http/services.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { bulkHistoryPage, postBulkUndo } from './bulk-history-page.tsx';
import { postBulk } from './bulk-page.tsx';
import { importPage, postImport } from './import-page.tsx';
import { sendAll } from './send-workbook.ts';

/** Many records at once: chosen in the list, or changed in a spreadsheet; with one way back for all of them. */
export function bulkRoutes(services: Services): readonly Route[] {
  const root = '/workspace/{organization}';
  const organization: Parameter = { ...nameParameter, name: 'organization', example: 'umea' };
  const page = { 200: { description: { sv: 'Sidan.', en: 'The page.' } } } as const;
  const step = {
    ...page,
    303: { description: { sv: 'Till listan.', en: 'To the list.' } },
  } as const;
  const common = {
    tag: 'portal',
    access: 'person',
    parameters: [organization],
    problems: ['not-found', 'not-permitted'],
  } as const;
  return [
    defineRoute({
      ...common,
      method: 'GET',
      path: `${root}/bulk`,
      id: 'list-bulk-changes',
      summary: { sv: 'Senaste ändringarna av flera', en: 'Latest changes of several' },
      parameters: [organization, doneParameter],
      responses: page,
      handler: (ctx) => bulkHistoryPage(ctx, services),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: `${root}/bulk`,
      id: 'change-many',
      summary: { sv: 'Ändra flera', en: 'Change several' },
      responses: step,
      handler: (ctx) => postBulk(ctx, services),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: `${root}/bulk/undo`,
      id: 'undo-bulk-change',
      summary: { sv: 'Ångra alltihop', en: 'Undo all of it' },
      responses: step,
      handler: (ctx) => postBulkUndo(ctx, services),
    }),
    ...(['xlsx', 'csv'] as const).map((form) =>
      defineRoute({
        ...common,
        method: 'GET',
        path: `${root}/export/${form}`,
        id: `export-metadata-${form}`,
        summary: { sv: 'Metadata som kalkylblad', en: 'Metadata as a spreadsheet' },
        responses: { 200: { description: { sv: 'Filen.', en: 'The file.' } } },
        handler: async (ctx) =>
          sendAll(ctx, services, { workspace: await openWorkspace(ctx, services), form }),
      }),
    ),
    defineRoute({
      ...common,
      method: 'GET',
      path: `${root}/import`,
      id: 'ask-for-spreadsheet',
      summary: { sv: 'Läs in kalkylblad', en: 'Read in a spreadsheet' },
      responses: page,
      handler: (ctx) => importPage(ctx, services),
    }),
    defineRoute({
      ...common,
      method: 'POST',
      path: `${root}/import`,
      id: 'read-spreadsheet',
      summary: { sv: 'Läs in kalkylblad', en: 'Read in a spreadsheet' },
      responses: step,
      handler: (ctx) => postImport(ctx, services),
    }),
  ];
}

const doneParameter: Parameter = {
  name: 'done',
  in: 'query',
  description: { sv: 'Ändringen som just har gjorts.', en: 'The change that has just been made.' },
  schema: { type: 'string', maxLength: 40 },
  example: '0192f0c1-7f1c-7d1e-8d0e-0b5c1f6f0a01',
};

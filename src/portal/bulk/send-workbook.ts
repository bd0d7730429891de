import type { BulkRequest } from '../../catalog/plan-bulk.ts';
import type { Resource } from '../../catalog/resource.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import { headings, type RowRecord, recordsToSheets } from '../../sheets/records-to-sheets.ts';
import { writeCsv } from '../../tables/csv.ts';
import { writeWorkbook } from '../../tables/workbook.ts';
import { notOwn } from '../workspace/not-own.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** More datasets than one workbook takes. */
const most = 5000;

/** The chosen datasets as a workbook. @throws HttpProblem `not-found` when one is not the organisation's own. */
export async function sendWorkbook(
  ctx: Context,
  services: Services,
  {
    workspace: { organization },
    records,
  }: { readonly workspace: Workspace; readonly records: BulkRequest['records'] },
): Promise<void> {
  const { store } = services.context;
  const found: Resource[] = [];
  for (const { kind, name } of records) {
    const record = await store.find(kind, name);
    if (record?.organization !== organization.id) throw notOwn(kind, record, 'see-drafts');
    if (kind === 'dataset') found.push(record);
  }
  await send(ctx, services, { name: organization.name, found, form: 'xlsx' });
}

/** All datasets of the organisation, drafts among them; CSV holds what the first sheet of the workbook does. */
export async function sendAll(
  ctx: Context,
  services: Services,
  {
    workspace: { organization },
    form,
  }: { readonly workspace: Workspace; readonly form: 'xlsx' | 'csv' },
): Promise<void> {
  const found = await services.context.store.list({
    kinds: ['dataset'],
    organization: organization.id,
    states: ['draft', 'published'],
    draftsOf: '*',
    limit: most,
  });
  await send(ctx, services, { name: organization.name, found, form });
}

async function send(
  ctx: Context,
  { context }: Services,
  {
    name,
    found,
    form,
  }: {
    readonly name: string;
    readonly found: readonly Resource[];
    readonly form: 'xlsx' | 'csv';
  },
): Promise<void> {
  const records: readonly RowRecord[] = found.map(({ name: record, state, content }) => ({
    name: record,
    state,
    content,
  }));
  const sheets = recordsToSheets(context.profile.plan, records);
  const [first] = sheets;
  ctx.set('Content-Disposition', `attachment; filename="${name}-metadata.${form}"`);
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('Content-Type', form === 'csv' ? 'text/csv; charset=utf-8' : workbook);
  ctx.body =
    form === 'csv' && first !== undefined
      ? writeCsv(first)
      : Buffer.from(await writeWorkbook(sheets, { headings }));
}

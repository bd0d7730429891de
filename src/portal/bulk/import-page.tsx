import { readFile } from 'node:fs/promises';
import {
  applyImport,
  type ImportPlan,
  type ImportRows,
  planImport,
} from '../../catalog/import-rows.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { NodeObject } from '../../profile/record.ts';
import { namesIn, type RowFault, sheetsToRecords } from '../../sheets/sheets-to-records.ts';
import { readCsv } from '../../tables/csv.ts';
import { type Sheet, sheetLimits, unreadable } from '../../tables/sheet.ts';
import { readWorkbook } from '../../tables/workbook.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileField } from '../components/file-field.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { seenIn } from './bulk-fields.ts';
import { ImportPreview } from './import-preview.tsx';

/** The page where metadata is fetched as a spreadsheet and read in again. */
export async function importPage(ctx: Context, services: Services): Promise<void> {
  showForm(ctx, await openWorkspace(ctx, services, 'edit'), undefined);
}

/** Looks at a spreadsheet, and with `step=apply` reads it in. The file goes along in the form between the two. */
export async function postImport(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit');
  await using form = await readPostedForm(ctx, {
    limit: sheetLimits.bytes,
    most: { fields: 10, fieldBytes: 4 * 1024 * 1024 },
  });
  const { fields } = form;
  const { language, signedIn, organization, address } = workspace;
  const sent = form.files.get('file');
  const bytes =
    sent === undefined
      ? Buffer.from(fields.get('content') ?? '', 'base64')
      : await readFile(sent.path);
  if (bytes.length === 0) {
    ctx.status = 422;
    return showForm(ctx, workspace, wordsIn(language).sheets.missing);
  }
  try {
    const { rows, faults } = await rowsOf(services, workspace, await sheetsOf(bytes));
    const request: ImportRows = { actor: signedIn.actor, organization: organization.name, rows };
    if (fields.get('step') === 'apply') {
      const change = await applyImport(services.publishing, request, seenIn(fields));
      return seeOther(ctx, `${address}/bulk${change === undefined ? '' : `?done=${change.id}`}`);
    }
    const plan = await planImport(services.publishing, request);
    return showPreview(ctx, services, workspace, { plan, faults, bytes });
  } catch (error) {
    if (!(error instanceof CatalogError) || !mended.has(error.code)) throw error;
    ctx.status = 422;
    return showForm(ctx, workspace, error.detail[language]);
  }
}

const mended: ReadonlySet<string> = new Set([
  'invalid-document',
  'document-too-large',
  'version-conflict',
]);

/** A workbook by its first bytes, else CSV. */
async function sheetsOf(bytes: Buffer): Promise<readonly Sheet[]> {
  if (bytes.toString('latin1', 0, 2) === 'PK') return readWorkbook(bytes);
  const csv = readCsv(bytes, 'datasets');
  if (csv.rows.length < 2) throw unreadable();
  return [csv];
}

async function rowsOf(
  { context }: Services,
  { organization }: Workspace,
  sheets: readonly Sheet[],
): Promise<{ readonly rows: ImportRows['rows']; readonly faults: readonly RowFault[] }> {
  const stored = new Map<string, NodeObject>();
  for (const name of new Set(namesIn(sheets))) {
    const record = await context.store.find('dataset', name);
    // Another organisation's is as if it were not there: the name is then taken.
    if (record?.organization === organization.id) stored.set(name, record.content);
  }
  const { records, faults } = sheetsToRecords(context.profile.plan, sheets, (name) =>
    stored.get(name),
  );
  return { rows: records, faults };
}

function showForm(ctx: Context, workspace: Workspace, fault: string | undefined): void {
  const { language, rail, address, signedIn } = workspace;
  const say = wordsIn(language).sheets;
  respond(
    ctx,
    { title: say.title, language, rail: rail('datasets') },
    <div class="stack roomy">
      <header class="stack tight">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
      </header>
      <ErrorSummary
        faults={fault === undefined ? [] : [{ field: 'file', text: fault }]}
        language={language}
      />
      <section class="stack" aria-labelledby="fetch">
        <h2 id="fetch">{say.fetch}</h2>
        <ul>
          <li>
            <a href={`${address}/export/xlsx`} download>
              {say.fetchXlsx}
            </a>
          </li>
          <li>
            <a href={`${address}/export/csv`} download>
              {say.fetchCsv}
            </a>
          </li>
        </ul>
      </section>
      <p>
        <a href={`${address}/bulk`}>{wordsIn(language).bulk.history}</a>
      </p>
      <section class="stack" aria-labelledby="read">
        <h2 id="read">{say.read}</h2>
        <Form action={`${address}/import`} signedIn={signedIn} label={say.read} files>
          <FileField
            name="file"
            label={say.file}
            help={say.fileHelp}
            error={fault}
            accept=".xlsx,.csv"
            language={language}
          />
          <FormButtons>
            <Button>{say.look}</Button>
          </FormButtons>
        </Form>
      </section>
    </div>,
  );
}

function showPreview(
  ctx: Context,
  services: Services,
  workspace: Workspace,
  seen: {
    readonly plan: ImportPlan;
    readonly faults: readonly RowFault[];
    readonly bytes: Buffer;
  },
): void {
  const { language, rail } = workspace;
  const say = wordsIn(language).sheets;
  respond(
    ctx,
    { title: say.previewTitle, language, rail: rail('datasets') },
    <div class="stack roomy">
      <h1>{say.previewTitle}</h1>
      <ImportPreview {...seen} workspace={workspace} services={services} />
    </div>,
  );
}

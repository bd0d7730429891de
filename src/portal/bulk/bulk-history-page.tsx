import type { BulkChange } from '../../catalog/publishing-store.ts';
import { undoBulk } from '../../catalog/undo-bulk.ts';
import type { Context } from '../../http/context.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Notice } from '../components/notice.tsx';
import { Table } from '../components/table.tsx';
import { respond } from '../respond.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { bulkProperties } from './bulk-properties.ts';

const most = 50;

/** The changes of many that can still be undone. */
export async function bulkHistoryPage(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services, 'edit');
  const { language, rail, address, organization, signedIn, may } = workspace;
  const words = wordsIn(language);
  const say = words.bulk;
  const changes = await services.publishing.publishing.bulkChanges(organization.id, most);
  const done = changes.find(({ id }) => id === ctx.state.query.text('done'));
  const undo = (change: BulkChange) =>
    change.undone !== null ? (
      say.undoneBy(change.undone.by, formatTime(change.undone.at, language))
    ) : may('publish') ? (
      <ActionForm
        action={`${address}/bulk/undo`}
        signedIn={signedIn}
        fields={{ id: change.id }}
        size="small"
      >
        {say.undo}
      </ActionForm>
    ) : (
      ''
    );
  respond(
    ctx,
    { title: say.history, language, rail: rail('datasets') },
    <div class="stack roomy">
      <h1>{say.history}</h1>
      {done !== undefined && (
        <div role="status">
          <Notice
            kind="good"
            language={language}
            title={done.undone === null ? say.done(done.count) : say.undone}
          >
            {done.undone === null && <p>{say.doneHelp}</p>}
            {done.undone === null && undo(done)}
          </Notice>
        </div>
      )}
      {changes.length === 0 ? (
        <EmptyState title={say.historyNone} />
      ) : (
        <Table
          caption={say.history}
          hideCaption
          columns={[
            { title: say.columns.what },
            { title: say.columns.count, isNumber: true },
            { title: say.columns.who },
            { title: say.columns.when },
            { title: say.columns.undo },
          ]}
          rows={changes.map((change) => [
            whatOf(change, services, language),
            formatNumber(change.count, language),
            change.by.name,
            formatTime(change.at, language),
            undo(change),
          ])}
        />
      )}
      <p>
        <a href={`${address}/datasets`}>{say.back}</a>
      </p>
    </div>,
  );
}

function whatOf(
  { action, property }: BulkChange,
  { context }: Services,
  language: UserLanguage,
): string {
  const { what } = wordsIn(language).bulk;
  if (action !== 'property') return what[action];
  const all = bulkProperties(context.profile.plan, language);
  const inSeries = context.profile.plan.class('Dataset').property.get('inSeries');
  const label =
    property === 'inSeries'
      ? inSeries?.label[language]
      : all.find(({ path }) => path === property)?.label;
  return what.property(label ?? property ?? '');
}

/** Undoes a change as a whole. */
export async function postBulkUndo(ctx: Context, services: Services): Promise<void> {
  const { signedIn, organization, address } = await openWorkspace(ctx, services, 'publish');
  const { fields } = await readPostedForm(ctx);
  const id = fields.get('id') ?? '';
  await undoBulk(services.publishing, {
    actor: signedIn.actor,
    organization: organization.name,
    id,
  });
  seeOther(ctx, `${address}/bulk?done=${encodeURIComponent(id)}`);
}

import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import { summarise } from '../../quality/summarise.ts';
import { ActionForm } from '../components/action-form.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Notice } from '../components/notice.tsx';
import { QualityScore } from '../components/quality-score.tsx';
import { Table } from '../components/table.tsx';
import { editorAddress } from '../editor/editor-address.ts';
import { QualityHistory } from '../quality/quality-history.tsx';
import { respond } from '../respond.tsx';
import { FeatureNotices, noticesFor } from '../support/feature-notices.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { NeedsList, type Waiting } from './needs-list.tsx';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { type OwnRecord, ownRecords } from './own-records.ts';

/** Days of use that are summed. */
const days = 30;
const shown = 8;

/** The first page of a workspace: what needs me first, then how things stand. */
export async function overviewPage(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services);
  const { language, address, organization, title, signedIn, may, rail } = workspace;
  const say = wordsIn(language).ownRecords;
  const records = await ownRecords(services, organization.id, language);
  const waiting = await waitingFor(workspace, services);
  const notices = await noticesFor(workspace, services);
  const now = services.context.now();
  const history = await services.quality.store.days(organization.id, daysBefore(now, 365));
  const usage = await services.usage.store.usage(organization.id, daysBefore(now, days));
  const published = records.flatMap(({ state, quality }) =>
    state === 'published' && quality !== undefined ? [quality] : [],
  );
  const summary = summarise(published);
  respond(
    ctx,
    { title: `${say.overview}, ${title}`, language, rail: rail('overview') },
    <div class="stack wide">
      <div class="page-head">
        <h1>{title}</h1>
        {may('edit') && (
          <div>
            <ButtonLink href={`${address}/datasets/new`} variant="primary">
              {say.create}
            </ButtonLink>
          </div>
        )}
      </div>
      <FeatureNotices notices={notices} workspace={workspace} />
      {ctx.state.query.text('done') === 'links' && (
        <Notice kind="good" language={language}>
          <p>{say.askedLinks}</p>
        </Notice>
      )}
      <section class="stack">
        <h2>{say.needsYou}</h2>
        <NeedsList records={records} waiting={waiting} address={address} language={language} />
      </section>
      <section class="stack">
        <h2>{say.records}</h2>
        <ul class="figures" aria-label={say.byState}>
          {(['published', 'draft', 'withdrawn'] as const).map((state) => (
            <li key={state}>
              <a href={`${address}/datasets?state=${state}`}>
                <strong>{formatNumber(countOf(records, state), language)}</strong>{' '}
                {say.manyStates[state]}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <h2>{say.score}</h2>
        {summary.datasets === 0 ? (
          <p class="quiet">{say.scoreNone}</p>
        ) : (
          <>
            <p>
              <QualityScore total={Math.round(summary.average)} language={language} />
            </p>
            <QualityHistory days={history} language={language} />
            <div class="row">
              <a href={`/organizations/${organization.name}/quality`}>{say.toQuality}</a>
              {may('edit') && (
                <ActionForm action={`${address}/check-links`} signedIn={signedIn} size="small">
                  {say.askLinks}
                </ActionForm>
              )}
            </div>
          </>
        )}
      </section>
      <section class="stack">
        <h2>{say.mostUsed}</h2>
        <p class="quiet">{say.mostUsedLead}</p>
        {usage.length === 0 ? (
          <EmptyState title={say.noUse} />
        ) : (
          <Table
            caption={say.mostUsed}
            hideCaption
            columns={[
              { title: say.list.columns.title },
              { title: say.views, isNumber: true },
              { title: say.downloads, isNumber: true },
            ]}
            rows={usage.slice(0, shown).flatMap(({ resource, views, downloads }) => {
              const record = records.find(({ id }) => id === resource);
              if (record === undefined) return [];
              const href = editorAddress(organization.name, record.kind, record.name);
              return [
                [
                  <a key="title" href={href}>
                    {record.title}
                  </a>,
                  formatNumber(views, language),
                  formatNumber(downloads, language),
                ],
              ];
            })}
          />
        )}
      </section>
    </div>,
  );
}

async function waitingFor(
  { may, organization }: Workspace,
  { accounts, support }: Services,
): Promise<Waiting> {
  const requests = may('manage-members')
    ? (await accounts.store.listRequests(organization.id)).length
    : undefined;
  const tickets = may('edit')
    ? (await support.tickets.count(organization.id)).get('open')
    : undefined;
  return { requests, tickets };
}

function countOf(records: readonly OwnRecord[], state: OwnRecord['state']): number {
  return records.filter((record) => record.state === state).length;
}

function daysBefore(now: Date, count: number): string {
  return new Date(now.getTime() - count * 86_400_000).toISOString().slice(0, 10);
}

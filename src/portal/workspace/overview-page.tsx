import type { OwnCount, OwnKind } from '../../catalog/own-record-store.ts';
import type { Resource } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import { daysBefore } from '../../kernel/day.ts';
import { type QualitySummary, summaryOf } from '../../quality/quality-summary.ts';
import { emptyTally } from '../../quality/tally.ts';
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
import { FirstSteps } from './first-steps.tsx';
import { NeedsList, type Waiting } from './needs-list.tsx';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { countOf, isOwnKind } from './own-records.ts';

/** Days of use that are summed. */
const days = 30;
const shown = 8;

const states = ['published', 'draft', 'withdrawn'] as const;

/** The first page of a workspace: what needs me first, then how things stand. */
export async function overviewPage(ctx: Context, services: Services): Promise<void> {
  const workspace = await openWorkspace(ctx, services);
  const { language, address, organization, title, signedIn, may, rail } = workspace;
  const say = wordsIn(language).ownRecords;
  const counts = await services.ownRecords.counts(organization.id);
  const tallies = await services.quality.store.tallies(organization.id);
  const summary = summaryOf(tallies.get(organization.id) ?? emptyTally);
  const waiting = await waitingFor(workspace, services, counts, summary);
  const notices = await noticesFor(workspace, services);
  const now = services.context.now();
  const history = await services.quality.store.days(
    organization.id,
    daysBefore(now, 365).toISOString().slice(0, 10),
  );
  const usage = await mostUsed(
    services,
    organization.id,
    daysBefore(now, days).toISOString().slice(0, 10),
  );
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
      {counts.length === 0 && may('edit') && (
        <section class="stack">
          <h2>{say.begin.title}</h2>
          <FirstSteps workspace={workspace} />
        </section>
      )}
      <section class="stack">
        <h2>{say.needsYou}</h2>
        <NeedsList waiting={waiting} address={address} language={language} />
      </section>
      <section class="stack">
        <h2>{say.records}</h2>
        <ul class="figures" aria-label={say.byState}>
          {states.map((state) => (
            <li key={state}>
              <a href={`${address}/datasets?state=${state}`}>
                <strong>{formatNumber(countOf(counts, { state }), language)}</strong>{' '}
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
            rows={usage.map(({ kind, name, content, views, downloads }) => [
              <a key="title" href={editorAddress(organization.name, kind, name)}>
                {titleOf(content, language) ?? name}
              </a>,
              formatNumber(views, language),
              formatNumber(downloads, language),
            ])}
          />
        )}
      </section>
    </div>,
  );
}

async function waitingFor(
  { may, organization }: Workspace,
  { accounts, support }: Services,
  counts: readonly OwnCount[],
  { faulty, broken, overdue }: QualitySummary,
): Promise<Waiting> {
  const requests = may('manage-members')
    ? (await accounts.store.listRequests(organization.id)).length
    : undefined;
  const tickets = may('edit')
    ? (await support.tickets.count(organization.id)).get('open')
    : undefined;
  return {
    requests,
    tickets,
    faulty,
    broken,
    overdue,
    drafts: countOf(counts, { state: 'draft' }),
    editing: countOf(counts, { state: 'published', pending: 'editing' }),
    submitted: states.reduce(
      (sum, state) => sum + countOf(counts, { state, pending: 'submitted' }),
      0,
    ),
  };
}

/** The records that were looked at most, each with how often. */
async function mostUsed(
  { usage, context }: Services,
  organization: string,
  since: string,
): Promise<readonly UsedRecord[]> {
  const counted = await usage.store.usage(organization, since, shown);
  const found = await Promise.all(
    counted.map(async ({ resource, views, downloads }) => {
      const record = await context.store.findById(resource);
      // What has been moved to another organisation is theirs to tell of.
      if (record?.organization !== organization || !isOwnKind(record.kind)) return [];
      const { kind, name, content } = record;
      return [{ kind, name, content, views, downloads }];
    }),
  );
  return found.flat();
}

interface UsedRecord extends Pick<Resource, 'name' | 'content'> {
  readonly kind: OwnKind;
  readonly views: number;
  readonly downloads: number;
}

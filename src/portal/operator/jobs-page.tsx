import type { SignedIn } from '../../accounts/signed-in.ts';
import type { Context } from '../../http/context.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { type Job, type JobState, jobStates } from '../../jobs/job.ts';
import type { JobCount } from '../../jobs/job-store.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Table } from '../components/table.tsx';
import { respond } from '../respond.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openOperator } from './open-operator.ts';

const root = '/operator/jobs';
const pageSize = 50;

/** What waits, runs, is done and has failed, with why. */
export async function jobsPage(ctx: Context, { operation: { jobs } }: Services): Promise<void> {
  const { signedIn, language } = openOperator(ctx);
  const say = wordsIn(language).operator.jobs;
  const { query } = ctx.state;
  const state = (query.text('state') ?? 'failed') as JobState;
  const counts = await jobs.counts();
  const found = await jobs.list({
    states: [state],
    before: cursorOf(query.text('before')),
    limit: pageSize,
  });
  const last = found.at(-1);
  respond(
    ctx,
    { title: say.title, language, rail: { of: 'operator', at: 'jobs' } },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <Counts counts={counts} language={language} />
      <h2>{say.list}</h2>
      <nav aria-label={say.list}>
        <ul class="chips">
          {jobStates.toReversed().map((one) => (
            <li key={one}>
              <a
                class="chip"
                href={`${root}?state=${one}`}
                aria-current={one === state ? 'page' : undefined}
                data-chosen={one === state ? '' : undefined}
              >
                {say[one]} ({formatNumber(sum(counts, one), language)})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {found.length === 0 ? (
        <EmptyState title={say.none}>{state === 'failed' && <p>{say.noneHelp}</p>}</EmptyState>
      ) : (
        <Jobs found={found} signedIn={signedIn} language={language} />
      )}
      {found.length === pageSize && last !== undefined && (
        <p>
          <a href={`${root}?state=${state}&before=${last.created.getTime()}_${last.id}`} rel="next">
            {say.more}
          </a>
        </p>
      )}
    </div>,
  );
}

/** Lets a failed job begin anew, or takes one away that waits or has failed; the audit is told. @throws HttpProblem `not-found`. */
export async function postJob(
  ctx: Context,
  { operation: { jobs }, context }: Services,
): Promise<void> {
  const { signedIn } = openOperator(ctx);
  await using form = await readPostedForm(ctx);
  const id = ctx.params.id ?? '';
  const isRetry = form.fields.get('what') === 'retry';
  const now = context.now();
  const isDone = await jobs.transact(async (tx) => {
    const job = await tx.find(id);
    const done = isRetry ? await tx.revive(id, now) : await tx.drop(id);
    if (job === undefined || !done) return false;
    await tx.audit({
      at: now.toISOString(),
      actor: signedIn.actor,
      organization: null,
      action: 'setting-changed',
      object: { kind: 'job', id, name: job.kind },
      before: { state: job.state, attempts: job.attempts },
      after: { state: isRetry ? 'waiting' : 'removed' },
    });
    return true;
  });
  if (!isDone) throw notFound();
  seeOther(ctx, root);
}

function Counts({
  counts,
  language,
}: {
  readonly counts: readonly JobCount[];
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).operator.jobs;
  const kinds = [...new Set(counts.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  const count = (kind: string, state: JobState) =>
    counts.find((one) => one.kind === kind && one.state === state)?.count ?? 0;
  return (
    <Table
      caption={say.counts}
      columns={[
        { title: say.kind },
        ...jobStates.map((state) => ({ title: say[state], isNumber: true })),
      ]}
      rows={kinds.map((kind) => [
        say.kinds[kind] ?? kind,
        ...jobStates.map((state) => formatNumber(count(kind, state), language)),
      ])}
    />
  );
}

function Jobs({
  found,
  signedIn,
  language,
}: {
  readonly found: readonly Job[];
  readonly signedIn: SignedIn;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).operator.jobs;
  const columns = [say.kind, say.created, say.runAt, say.attempts, say.reason, say.actions];
  const button = ({ id, kind }: Job, what: 'retry' | 'drop') => (
    <ActionForm
      key={what}
      action={`${root}/${id}`}
      signedIn={signedIn}
      fields={{ what }}
      about={kind}
      size="small"
      variant={what === 'drop' ? 'danger' : 'secondary'}
    >
      {say[what]}
    </ActionForm>
  );
  return (
    <Table
      caption={say.list}
      hideCaption
      columns={columns.map((title) => ({ title }))}
      rows={found.map((job) => [
        say.kinds[job.kind] ?? job.kind,
        formatTime(job.created.toISOString(), language),
        formatTime(job.runAt.toISOString(), language),
        formatNumber(job.attempts, language),
        job.lastError ?? '',
        <div key="actions" class="form-buttons">
          {job.state === 'failed' && button(job, 'retry')}
          {(job.state === 'failed' || job.state === 'waiting') && button(job, 'drop')}
        </div>,
      ])}
    />
  );
}

function sum(counts: readonly JobCount[], state: JobState): number {
  return counts.reduce((all, one) => (one.state === state ? all + one.count : all), 0);
}

/** Where the page before ended: milliseconds and an id. */
function cursorOf(
  text: string | undefined,
): { readonly created: Date; readonly id: string } | undefined {
  const [, time, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  return time === undefined || id === undefined
    ? undefined
    : { created: new Date(Number(time)), id };
}

import type { Context } from '../../http/context.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { nameOf } from '../../onboarding/onboarding-letters.ts';
import type { OnboardingState } from '../../onboarding/onboarding-steps.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { QueueFilters } from '../components/queue-filters.tsx';
import { Table } from '../components/table.tsx';
import { openOperator } from '../operator/open-operator.ts';
import { respond } from '../respond.tsx';
import { formatRecent } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { StateTag } from './state-tag.tsx';

/** Which states each list of the queue holds: those that the operator has to do something about come first. */
export const queueLists = {
  waiting: ['interest', 'signed', 'confirmed'],
  customer: ['agreed', 'ordered'],
  active: ['active', 'paused'],
  closed: ['refused', 'ended'],
} as const satisfies Record<string, readonly OnboardingState[]>;

export type QueueList = keyof typeof queueLists;

const pageSize = 50;

/** The operator's queue of organisations on their way in. @throws CatalogError `not-permitted`. */
export function queuePage(context: OnboardingContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const { language } = openOperator(ctx);
    const say = wordsIn(language).onboarding.queue;
    const { query } = ctx.state;
    const list = (query.text('list') ?? 'waiting') as QueueList;
    const [found, counts] = await Promise.all([
      context.store.list({
        states: queueLists[list],
        before: query.text('before'),
        limit: pageSize,
      }),
      context.store.count(),
    ]);
    const now = context.catalog.now();
    const countOf = (name: QueueList): number =>
      queueLists[name].reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
    respond(
      ctx,
      { title: say.title, language, rail: { of: 'operator', at: 'onboarding' } },
      <div class="stack wide">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <QueueFilters
          label={say.title}
          filters={(Object.keys(queueLists) as QueueList[]).map((name) => ({
            label: say.filters[name],
            href: `/operator/onboarding?list=${name}`,
            count: countOf(name),
            isChosen: name === list,
          }))}
          language={language}
        />
        {found.length === 0 ? (
          <EmptyState title={say.empty}>
            <p>{say.emptyHelp}</p>
            <p>
              <a href="/join">{say.toForm}</a>
            </p>
          </EmptyState>
        ) : (
          <Table
            caption={say.filters[list]}
            hideCaption
            columns={[
              { title: say.columns.name },
              { title: say.columns.state },
              { title: say.columns.contact },
              { title: say.columns.since },
            ]}
            rows={found.map((one) => [
              <a key="name" href={`/operator/onboarding/${one.id}`}>
                {nameOf(one)}
              </a>,
              <StateTag key="state" state={one.state} language={language} />,
              one.interest.contactEmail,
              <time key="since" dateTime={one.changed}>
                {formatRecent(one.changed, language, now)}
              </time>,
            ])}
          />
        )}
        {found.length === pageSize && (
          <p>
            <a href={`/operator/onboarding?list=${list}&before=${found.at(-1)?.id ?? ''}`}>
              {say.older}
            </a>
          </p>
        )}
      </div>,
    );
  };
}

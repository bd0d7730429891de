import type { ChainedEvent } from '../../audit/chained-event.ts';
import { keptEvent } from '../../audit/kept-event.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Notice } from '../components/notice.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { respond } from '../respond.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openOperator } from './open-operator.ts';
import { searchHealth } from './search-page.tsx';

/** The operator's first page: what waits for them, the site in numbers, and how imports have gone. */
export async function operatorOverviewPage(ctx: Context, services: Services): Promise<void> {
  const { language } = openOperator(ctx);
  const say = wordsIn(language).operator.overview;
  const { context, accounts, audit, operation, onboarding, support } = services;
  const { store } = context;
  const [jobs, matters, tickets, search, people, organizations, published, imports] =
    await Promise.all([
      operation.jobs.counts(),
      onboarding.store.count(),
      support.tickets.count(),
      searchHealth(services),
      accounts.store.countPeople(),
      store.count({ kinds: ['organization'], states: ['published'] }),
      store.count({ kinds: ['dataset', 'series', 'service'], states: ['published'] }),
      audit.list({ actions: ['record-imported'], limit: 20 }),
    ]);
  const jobsIn = (state: 'failed' | 'waiting') =>
    jobs.reduce((sum, one) => (one.state === state ? sum + one.count : sum), 0);
  const waiting = (['interest', 'signed', 'confirmed'] as const).reduce(
    (sum, state) => sum + (matters.get(state) ?? 0),
    0,
  );
  const number = (value: number) => formatNumber(value, language);
  const needs = [
    { href: '/operator/jobs', count: jobsIn('failed'), text: say.failedJobs },
    { href: '/operator/onboarding', count: waiting, text: say.onboarding },
    { href: '/operator/tickets', count: tickets.get('open') ?? 0, text: say.tickets },
    ...(search.state === 'works' && search.behind > 100
      ? [{ href: '/operator/search', count: search.behind, text: say.searchBehind }]
      : []),
  ].filter(({ count }) => count > 0);
  const isDown = search.state === 'unavailable';
  respond(
    ctx,
    { title: say.title, language, rail: { of: 'operator', at: 'overview' } },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <section class="stack" aria-labelledby="needs">
        <h2 id="needs">{say.needs}</h2>
        {isDown && (
          <Notice kind="wrong" language={language} title={say.searchDown}>
            <p>
              <a href="/operator/search">{wordsIn(language).operator.search.title}</a>
            </p>
          </Notice>
        )}
        {needs.length === 0 && !isDown && (
          <EmptyState title={say.nothing}>
            <p>{say.nothingHelp}</p>
          </EmptyState>
        )}
        <ul>
          {needs.map(({ href, count, text }) => (
            <li key={href}>
              <a href={href}>
                {number(count)} {text}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="stack" aria-labelledby="numbers">
        <h2 id="numbers">{say.numbers}</h2>
        <FactList
          short
          facts={[
            { label: say.organizations, value: number(organizations) },
            { label: say.people, value: number(people) },
            { label: say.published, value: number(published) },
            { label: say.waitingJobs, value: number(jobsIn('waiting')) },
          ]}
        />
      </section>
      <section class="stack">
        <h2>{say.imports}</h2>
        <Imports events={imports} language={language} />
      </section>
    </div>,
  );
}

/** How the last imports went, by what the audit was told of them. */
function Imports({
  events,
  language,
}: {
  readonly events: readonly ChainedEvent[];
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).operator.overview;
  if (events.length === 0) return <p>{say.noImports}</p>;
  const counts = ['added', 'updated', 'removed', 'refused'] as const;
  return (
    <>
      <Table
        caption={say.imports}
        hideCaption
        columns={[
          { title: say.organization },
          { title: say.time },
          { title: say.outcome },
          ...counts.map((name) => ({ title: say[name], isNumber: true })),
        ]}
        rows={events.map(keptEvent).map(({ object, at, after }) => [
          object.name ?? object.id,
          formatTime(at, language),
          after?.isWhole === true ? (
            <Tag tone="good" icon="check">
              {say.whole}
            </Tag>
          ) : (
            <Tag tone="wrong" icon="wrong">
              {say.broken}
            </Tag>
          ),
          ...counts.map((name) => formatNumber(Number(after?.[name] ?? 0), language)),
        ])}
      />
      <p class="quiet">{say.importsNote}</p>
    </>
  );
}

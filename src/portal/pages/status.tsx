import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Services } from '../../http/services.ts';
import { type Announcement, isForEverybody, timeOf } from '../../support/announcement.ts';
import { Notice } from '../components/notice.tsx';
import { Table } from '../components/table.tsx';
import { Tag } from '../components/tag.tsx';
import { respond } from '../respond.tsx';
import { StatusAnnouncements } from '../support/status-announcements.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** How the service is doing, in words: for people what `/ready` is for machines. */
export function statusPage({
  context,
  search,
  support,
}: Services): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const language = pageLanguage(ctx);
    const say = wordsIn(language).status;
    const now = new Date().toISOString();
    const [revision, position, announcements] = await Promise.all([
      context.store.revision().catch(() => undefined),
      search.position().catch(() => 'broken' as const),
      support.site.announcements(50).catch(() => []),
    ]);
    const found = position === 'broken' ? undefined : position;
    const lag = found === undefined ? 0 : Math.max(0, (revision ?? 0) - found.revision);
    const isWell = revision !== undefined && found !== undefined;
    const isBuilding = revision !== undefined && position === undefined;
    const announced = workGoingOn(announcements, now);
    const state = (works: boolean, behind = 0) =>
      works ? (
        <Tag tone="good" icon="check">
          {behind === 0 ? say.works : say.behind(behind, formatNumber(behind, language))}
        </Tag>
      ) : (
        <Tag tone="wrong" icon="wrong">
          {say.broken}
        </Tag>
      );
    ctx.set('Cache-Control', 'no-store');
    respond(
      ctx,
      {
        title: say.title,
        language,
        canonical: '/status',
        way: [],
        alternates: [{ href: '/status.atom', mediaType: 'application/atom+xml', title: say.title }],
      },
      <div class="stack roomy text">
        <h1>{say.title}</h1>
        <Notice
          kind={isWell && announced === undefined ? 'good' : 'warn'}
          language={language}
          title={!isWell ? say.ill : announced === undefined ? say.well : say[announced]}
        >
          <p>{say.checked(formatTime(now, language))}</p>
        </Notice>
        <Table
          caption={say.caption}
          hideCaption
          columns={[{ title: say.part }, { title: say.state }]}
          rows={[
            [say.parts.catalog, state(revision !== undefined)],
            [
              say.parts.search,
              isBuilding ? <Tag tone="warn">{say.building}</Tag> : state(found !== undefined, lag),
            ],
          ]}
        />
        <p>{say.help}</p>
        <StatusAnnouncements announcements={announcements} now={now} language={language} />
      </div>,
    );
  };
}

/** What the operator has announced to everybody and that is not over: the worst of it. */
function workGoingOn(
  announcements: readonly Announcement[],
  now: string,
): 'disturbed' | 'planned' | undefined {
  const kinds = new Set(
    announcements
      .filter((one) => !one.isRemoved && isForEverybody(one) && timeOf(one, now) === 'current')
      .map(({ kind }) => kind),
  );
  return kinds.has('disturbance') ? 'disturbed' : kinds.has('planned') ? 'planned' : undefined;
}

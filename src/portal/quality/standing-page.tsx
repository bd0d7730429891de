import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { type Standing, shownOrganization, standing } from '../../http/routes/quality.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { textIn } from '../../kernel/language-map.ts';
import { summaryOf } from '../../quality/quality-summary.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { FactList } from '../components/fact-list.tsx';
import { QualityScore } from '../components/quality-score.tsx';
import { Table } from '../components/table.tsx';
import { respond } from '../respond.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { QualityHistory } from './quality-history.tsx';
import { BandTable, DimensionTable, ShareTable } from './standing-parts.tsx';

/** `/quality`: how all descriptions stand, and each organisation's. */
export async function qualityPage(ctx: Context, services: Services): Promise<void> {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).quality;
  const found = await standing(services);
  const rows = await organizationRows(services, language);
  respond(
    ctx,
    { title: say.title, language, description: say.lead, canonical: '/quality', way: [] },
    <div class="stack wide">
      <div class="stack">
        <h1>{say.title}</h1>
        <p class="lead text">{say.lead}</p>
      </div>
      <StandingParts found={found} language={language} />
      {rows.length > 0 && (
        <section class="stack">
          <h2>{say.organizations}</h2>
          <Table
            caption={say.organizations}
            hideCaption
            columns={[
              { title: say.organization },
              { title: say.average },
              { title: say.count, isNumber: true },
            ]}
            rows={rows.map(({ name, title, datasets, average }) => [
              <a key="name" href={`/organizations/${name}/quality`}>
                {title}
              </a>,
              <QualityScore key="score" total={Math.round(average)} language={language} />,
              formatNumber(datasets, language),
            ])}
          />
        </section>
      )}
      <section class="stack text">
        <h2>{say.method}</h2>
        <p>{say.methodText}</p>
        <p>
          <a href="/api/v1/quality">{say.machine}</a>
        </p>
      </section>
    </div>,
  );
}

/** `/organizations/{name}/quality`. */
export async function organizationQualityPage(ctx: Context, services: Services): Promise<void> {
  const language = pageLanguage(ctx);
  const { frame, quality: say } = wordsIn(language);
  const { id, name, content } = await shownOrganization(ctx, services);
  const title = titleOf(content, language) ?? name;
  const found = await standing(services, id);
  const path = `/organizations/${name}`;
  respond(
    ctx,
    {
      title: say.of(title),
      language,
      canonical: `${path}/quality`,
      section: 'organizations',
      way: [
        { text: frame.organizations, href: '/organizations' },
        { text: title, href: path },
      ],
    },
    <div class="stack wide">
      <h1>{say.of(title)}</h1>
      <StandingParts found={found} language={language} />
      <section class="stack">
        <h2>{say.badge}</h2>
        <p>
          <img src={`${path}/badge.svg`} alt={say.badgeAlt} height="22" />
        </p>
        <p>
          <a href={`/api/v1/organizations/${name}/quality`}>{say.machine}</a>
        </p>
      </section>
    </div>,
  );
}

function StandingParts({
  found: [summary, days],
  language,
}: {
  readonly found: Standing;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).quality;
  if (summary.datasets === 0) {
    return (
      <EmptyState title={say.none}>
        <p>{say.noneHelp}</p>
      </EmptyState>
    );
  }
  const { average, datasets, stars, faulty, broken, overdue } = summary;
  const shown = (value: number): string => formatNumber(value, language);
  return (
    <>
      <section class="stack">
        <h2>{say.average}</h2>
        <p class="score-large">
          <QualityScore total={Math.round(average)} language={language} />
        </p>
        <p class="quiet">{say.datasets(shown(datasets))}</p>
        <FactList
          short
          facts={[
            { label: say.stars, value: shown(stars) },
            { label: say.faulty, value: shown(faulty) },
            { label: say.broken, value: shown(broken) },
            { label: say.overdue, value: shown(overdue) },
          ]}
        />
      </section>
      <section class="stack">
        <h2>{say.history}</h2>
        <QualityHistory days={days} language={language} />
      </section>
      <div class="beside even">
        <section class="stack">
          <h2>{say.dimensions}</h2>
          <DimensionTable summary={summary} language={language} />
        </section>
        <section class="stack">
          <h2>{say.bands}</h2>
          <BandTable summary={summary} language={language} />
        </section>
      </div>
      <section class="stack">
        <h2>{say.metrics}</h2>
        <ShareTable summary={summary} language={language} />
      </section>
    </>
  );
}

/** The organisations with something measured, the best first. */
async function organizationRows(
  { quality: { store }, context, organizationTitles }: Services,
  language: UserLanguage,
) {
  const tallies = await store.tallies();
  const rows = await Promise.all(
    [...tallies].map(async ([id, tally]) => {
      const found = await context.store.findById(id);
      if (found === undefined || found.state !== 'published' || tally.datasets === 0) return [];
      const titles = await organizationTitles([found.name]);
      const title = textIn(titles.get(found.name) ?? {}, [language]) ?? found.name;
      const { datasets, average } = summaryOf(tally);
      return [{ name: found.name, title, datasets, average }];
    }),
  );
  return rows.flat().sort((one, other) => other.average - one.average);
}

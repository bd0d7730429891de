import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { negotiate } from '../../http/negotiate.ts';
import { qualityJson } from '../../http/quality-json.ts';
import { html, isRdf, json, rdf } from '../../http/representations.ts';
import { shownDataset } from '../../http/routes/quality.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Fix } from '../../quality/next-best-fixes.ts';
import type { Quality } from '../../quality/quality-judge.ts';
import { qualityStatements } from '../../quality/quality-statements.ts';
import type { QualityScore as Score } from '../../quality/score-record.ts';
import { Notice } from '../components/notice.tsx';
import { QualityScore } from '../components/quality-score.tsx';
import { Table } from '../components/table.tsx';
import { respond } from '../respond.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { MetricTable } from './metric-table.tsx';

/** A dataset's quality beside the dataset: a page for people, DQV in every RDF syntax, JSON. It changes without the record. */
export async function datasetQuality(ctx: Context, services: Services): Promise<void> {
  const form = negotiate(ctx, [html, json, ...rdf]);
  const { name, content, state } = await shownDataset(ctx, services);
  ctx.set('Cache-Control', state === 'draft' ? 'private, no-store' : 'public, no-cache');
  const quality = await services.quality.keeper.judge(content);
  const language = pageLanguage(ctx);
  if (form === html) {
    const title = titleOf(content, language) ?? name;
    return showQuality(ctx, { name, title, quality, language });
  }
  if (!isRdf(form)) {
    ctx.body = qualityJson(name, quality, language);
    return;
  }
  const { base, now } = services.context;
  const document = `${base}/datasets/${name}/quality`;
  const statements = qualityStatements(content, quality.afterHarvest, { document, at: now() });
  const sorted = [...statements].sort((one, other) =>
    one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0,
  );
  ctx.body = services.writers.statements(sorted, form.syntax);
}

interface Shown {
  readonly name: string;
  readonly title: string;
  readonly quality: Quality;
  readonly language: UserLanguage;
}

function showQuality(ctx: Context, { name, title, quality, language }: Shown): void {
  const words = wordsIn(language);
  const say = words.quality;
  const { here, afterHarvest, stars, rules, fixes, advice } = quality;
  const path = `/datasets/${name}`;
  respond(
    ctx,
    {
      title: say.of(title),
      language,
      section: 'datasets',
      way: [
        { text: words.frame.datasets, href: '/datasets' },
        { text: title, href: path },
      ],
      canonical: `${path}/quality`,
      alternates: rdf.map(({ suffix, mediaType }) => ({
        href: `${path}/quality.${suffix}`,
        mediaType,
      })),
    },
    <div class="stack wide">
      <div class="stack">
        <h1>{say.of(title)}</h1>
        <p>
          <a href={path}>{say.back}</a>
        </p>
      </div>
      <div class="beside even">
        <ScorePart
          title={say.scoreHere}
          help={say.scoreHereHelp}
          score={here}
          language={language}
        />
        <ScorePart
          title={say.scoreAfter}
          help={say.scoreAfterHelp}
          score={afterHarvest}
          language={language}
        />
      </div>
      {afterHarvest.sureness === 'assumed' && (
        <Notice kind="note" language={language}>
          <p>{say.assumed}</p>
        </Notice>
      )}
      <section class="stack">
        <h2>{say.fixes}</h2>
        {fixes.length === 0 ? <p>{say.noFixes}</p> : <Fixes fixes={fixes} language={language} />}
        {advice.length > 0 && <h3>{say.advice}</h3>}
        {advice.length > 0 && <Fixes fixes={advice} language={language} />}
      </section>
      <section class="stack">
        <h2>{say.metrics}</h2>
        <MetricTable score={afterHarvest} language={language} />
        <p class="quiet">
          {say.stars}: {formatNumber(stars.average, language)}
        </p>
      </section>
      <section class="stack">
        <h2>{say.rules}</h2>
        {rules.length === 0 ? (
          <p>{say.noRules}</p>
        ) : (
          <Table
            caption={say.rules}
            hideCaption
            columns={[
              { title: say.rule },
              { title: say.level },
              { title: say.count, isNumber: true },
            ]}
            rows={rules.map(({ rule, level, count }) => [
              <code key="rule">{rule}</code>,
              say.levels[level],
              formatNumber(count, language),
            ])}
          />
        )}
      </section>
      <section class="stack">
        <h2>{say.machine}</h2>
        <ul class="form-links">
          {[...rdf, json].map(({ suffix }) => (
            <li key={suffix}>
              <a href={`${path}/quality.${suffix}`}>{suffix}</a>
            </li>
          ))}
        </ul>
        <h3>{say.badge}</h3>
        <p>
          <img src={`${path}/badge.svg`} alt={say.badgeAlt} height="22" />
        </p>
      </section>
    </div>,
  );
}

function ScorePart({
  title,
  help,
  score,
  language,
}: {
  readonly title: string;
  readonly help: string;
  readonly score: Score;
  readonly language: UserLanguage;
}) {
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      <p>
        <QualityScore total={score.total} language={language} />
      </p>
      <p class="quiet">{help}</p>
    </section>
  );
}

function Fixes({
  fixes,
  language,
}: {
  readonly fixes: readonly Fix[];
  readonly language: UserLanguage;
}) {
  return (
    <ul class="fixes">
      {fixes.map(({ id, text }) => (
        <li key={id}>{capital(text[language])}</li>
      ))}
    </ul>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

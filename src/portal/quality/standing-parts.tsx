import type { UserLanguage } from '../../kernel/issue.ts';
import { europeSample } from '../../quality/europe-sample.ts';
import { dimensionLabels, dimensions, metrics, mostOf, mostPoints } from '../../quality/metrics.ts';
import type { QualitySummary } from '../../quality/quality-summary.ts';
import { bandOf, ratingLabels, ratings } from '../../quality/rating.ts';
import { ScoreBar } from '../components/score-bar.tsx';
import { Table } from '../components/table.tsx';
import { formatDate, formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

interface StandingProps {
  readonly summary: QualitySummary;
  readonly language: UserLanguage;
}

/** Average points of each dimension, beside Europe's. */
export function DimensionTable({ summary, language }: StandingProps) {
  const say = wordsIn(language).quality;
  return (
    <Table
      caption={say.dimensions}
      hideCaption
      columns={[
        { title: say.dimension },
        { title: say.here },
        { title: say.europe, isNumber: true },
      ]}
      rows={dimensions.map((name) => {
        const points = formatNumber(summary.dimensions[name], language);
        return [
          dimensionLabels[name][language],
          <ScoreBar
            key="bar"
            label={dimensionLabels[name][language]}
            value={summary.dimensions[name]}
            most={mostOf[name]}
            text={say.outOfMost(points, formatNumber(mostOf[name], language))}
          />,
          formatNumber(europeSample.dimensions[name], language),
        ];
      })}
    />
  );
}

/** For each metric the share of datasets that fulfil it, beside Europe's. */
export function ShareTable({ summary, language }: StandingProps) {
  const say = wordsIn(language).quality;
  const share = (value: number | undefined): string =>
    value === undefined ? '–' : say.percent(formatNumber(value, language));
  return (
    <>
      <Table
        caption={say.metrics}
        hideCaption
        columns={[
          { title: say.metric },
          { title: say.share },
          { title: say.europe, isNumber: true },
        ]}
        rows={metrics.map(({ id, label }) => [
          label[language],
          <ScoreBar
            key="bar"
            label={label[language]}
            value={summary.shares[id]}
            most={100}
            text={share(summary.shares[id])}
          />,
          share(europeSample.shares[id]),
        ])}
      />
      <p class="quiet small">{say.compare(formatDate(europeSample.read, language))}</p>
    </>
  );
}

/** How many datasets are in each band. */
export function BandTable({ summary, language }: StandingProps) {
  const say = wordsIn(language).quality;
  return (
    <Table
      caption={say.bands}
      hideCaption
      columns={[{ title: say.band }, { title: say.count }]}
      rows={ratings.map((rating) => {
        const [low, high] = bandOf(rating, mostPoints);
        return [
          `${ratingLabels[rating][language]} (${low}–${high})`,
          <ScoreBar
            key="bar"
            label={ratingLabels[rating][language]}
            value={summary.bands[rating]}
            most={Math.max(1, summary.datasets)}
            text={formatNumber(summary.bands[rating], language)}
          />,
        ];
      })}
    />
  );
}

import type { UserLanguage } from '../../kernel/issue.ts';
import { mostPoints } from '../../quality/metrics.ts';
import type { QualityDay } from '../../quality/quality-store.ts';
import { Table } from '../components/table.tsx';
import { formatDate, formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

const width = 640;
const height = 140;
const top = 6;

/** The average of each day as a line, in words and as a table. One day alone is no line, and is only told of. */
export function QualityHistory({
  days,
  language,
}: {
  /** In order. */
  readonly days: readonly QualityDay[];
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).ownRecords;
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || days.length < 2)
    return <p class="quiet small">{say.scoreFirst}</p>;
  const summary = say.scoreDay(formatDate(first.day, language), formatDate(last.day, language));
  return (
    <figure class="chart" aria-labelledby="history-title">
      <figcaption>
        <span id="history-title" class="chart-title">
          {say.scoreOverTime}
        </span>{' '}
        <span class="chart-summary">{summary}</span>
      </figcaption>
      <svg
        class="chart-picture"
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        <path class="chart-axis" d={`M0 ${height - 20.5}H${width}`} />
        <path class="history-line" d={lineOf(days)} />
        <text class="chart-label history-label" x="0" y={height - 4}>
          {formatDate(first.day, language)}
        </text>
        <text class="chart-label is-last" x={width} y={height - 4}>
          {formatDate(last.day, language)}
        </text>
      </svg>
      <details class="chart-table">
        <summary>{say.asTable}</summary>
        <Table
          caption={say.scoreOverTime}
          hideCaption
          columns={[{ title: say.day }, { title: say.points, isNumber: true }]}
          rows={days
            .toReversed()
            .map(({ day, average }) => [
              formatDate(day, language),
              formatNumber(average / 10, language),
            ])}
        />
      </details>
    </figure>
  );
}

/** Days stand by their dates, and points from 0 to 405. */
function lineOf(days: readonly QualityDay[]): string {
  const times = days.map(({ day }) => Date.parse(day));
  const from = times[0] ?? 0;
  const span = Math.max(1, (times.at(-1) ?? 0) - from);
  const floor = height - 20;
  return days
    .map(({ average }, index) => {
      const x = (((times[index] ?? from) - from) / span) * width;
      const y = floor - (average / 10 / mostPoints) * (floor - top);
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}

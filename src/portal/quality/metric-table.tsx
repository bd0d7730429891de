import type { UserLanguage } from '../../kernel/issue.ts';
import { dimensionLabels } from '../../quality/metrics.ts';
import type { QualityScore } from '../../quality/score-record.ts';
import { Icon } from '../components/icon.tsx';
import { Table } from '../components/table.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** Every metric of a score: whether it holds, and the points that it gave. */
export function MetricTable({
  score,
  language,
}: {
  readonly score: QualityScore;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).quality;
  return (
    <Table
      caption={say.metrics}
      hideCaption
      columns={[
        { title: say.metric },
        { title: say.dimension },
        { title: say.result },
        { title: say.score, isNumber: true },
      ]}
      rows={score.measurements.map(({ metric, holds, sureness }) => [
        metric.label[language],
        dimensionLabels[metric.dimension][language],
        <span key="result" class={holds ? 'result holds' : 'result'}>
          <Icon name={holds ? 'check' : 'close'} />
          {holds ? say.holds : say.fails}
          {sureness === 'assumed' && <span class="quiet"> ({say.assumedShort})</span>}
        </span>,
        say.outOfMost(
          formatNumber(holds ? metric.points : 0, language),
          formatNumber(metric.points, language),
        ),
      ])}
    />
  );
}

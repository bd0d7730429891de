import type { UserLanguage } from '../../kernel/issue.ts';
import { mostPoints } from '../../quality/metrics.ts';
import { type Rating, ratingLabels, ratingOf } from '../../quality/rating.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { ScoreBar } from './score-bar.tsx';

const tones: Readonly<Record<Rating, 'good' | 'action' | 'warn' | 'wrong'>> = {
  excellent: 'good',
  good: 'action',
  sufficient: 'warn',
  bad: 'wrong',
};

/** A score of 405 as a bar, a number and its word. */
export function QualityScore({
  total,
  language,
  small = false,
}: {
  readonly total: number;
  readonly language: UserLanguage;
  /** In a table: the number alone, its word for those who hear it. */
  readonly small?: boolean;
}) {
  const say = wordsIn(language).quality;
  const rating = ratingOf(total);
  const points = formatNumber(total, language);
  const word = ratingLabels[rating][language];
  return (
    <ScoreBar
      label={say.score}
      value={total}
      most={mostPoints}
      text={small ? points : say.outOf(points, word)}
      tone={tones[rating]}
      small={small}
    />
  );
}

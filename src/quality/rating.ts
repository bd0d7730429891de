import type { Localized } from '../kernel/issue.ts';

/** What a score is called. "Metadata quality assessment methodology", data.europa.eu, rating. */

export const ratings = ['excellent', 'good', 'sufficient', 'bad'] as const;
export type Rating = (typeof ratings)[number];

/** The lowest score of each band. The published page says that 120 is bad; the European code, that it is sufficient. We follow the page. */
const lowest: Readonly<Record<Rating, number>> = {
  excellent: 351,
  good: 221,
  sufficient: 121,
  bad: 0,
};

/** The band of a score, or of an average of scores (rounded to a whole number first). */
export function ratingOf(score: number): Rating {
  const whole = Math.round(score);
  return ratings.find((rating) => whole >= lowest[rating]) ?? 'bad';
}

/** The lowest and the highest score of a band. */
export function bandOf(rating: Rating, most: number): readonly [number, number] {
  const above = ratings[ratings.indexOf(rating) - 1];
  return [lowest[rating], above === undefined ? most : lowest[above] - 1];
}

export const ratingLabels: Readonly<Record<Rating, Localized>> = {
  excellent: { sv: 'Utmärkt', en: 'Excellent' },
  good: { sv: 'Bra', en: 'Good' },
  sufficient: { sv: 'Godtagbart', en: 'Sufficient' },
  bad: { sv: 'Bristfälligt', en: 'Bad' },
};

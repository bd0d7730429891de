import { type Dimension, dimensions, type MetricId, metrics } from './metrics.ts';
import { type Rating, ratingOf, ratings } from './rating.ts';
import type { Tally } from './tally.ts';

/** How a number of datasets stand: an organisation's, or all. "Metadata quality assessment methodology", data.europa.eu, aggregation. */
export interface QualitySummary {
  readonly datasets: number;
  /** Average of 405, one decimal; 0 when there are no datasets. */
  readonly average: number;
  readonly rating: Rating;
  /** Average points of each dimension, one decimal. */
  readonly dimensions: Readonly<Record<Dimension, number>>;
  /** Share of the datasets for which each metric holds, whole per cent. */
  readonly shares: Readonly<Record<MetricId, number>>;
  /** How many datasets are in each band. */
  readonly bands: Readonly<Record<Rating, number>>;
  /** Average of the stars, one decimal. */
  readonly stars: number;
  /** Datasets with an address that does not answer, with faults, and older than promised. */
  readonly broken: number;
  readonly faulty: number;
  readonly overdue: number;
}

/** What sums of scores say. */
export function summaryOf(tally: Tally): QualitySummary {
  const { datasets: count, held, bands, broken, faulty, overdue } = tally;
  const of = (sum: number): number => (count === 0 ? 0 : sum / count);
  const average = of(tally.points);
  const pointsOf = (name: Dimension): number =>
    metrics.reduce(
      (sum, { dimension, points: worth }, index) =>
        dimension === name ? sum + worth * of(held[index] ?? 0) : sum,
      0,
    );
  return {
    datasets: count,
    average: tenths(average),
    rating: ratingOf(average),
    dimensions: Object.fromEntries(
      dimensions.map((name) => [name, tenths(pointsOf(name))]),
    ) as Record<Dimension, number>,
    shares: Object.fromEntries(
      metrics.map(({ id }, index) => [id, Math.round(100 * of(held[index] ?? 0))]),
    ) as Record<MetricId, number>,
    bands: Object.fromEntries(
      ratings.map((rating, index) => [rating, bands[index] ?? 0]),
    ) as Record<Rating, number>,
    stars: tenths(of(tally.stars / 10)),
    broken,
    faulty,
    overdue,
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

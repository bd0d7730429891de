import { type Dimension, dimensions, type MetricId, metrics } from './metrics.ts';
import type { RecordQuality } from './quality-store.ts';
import { type Rating, ratingOf, ratings } from './rating.ts';

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

/** Sums scores up. */
export function summarise(qualities: readonly RecordQuality[]): QualitySummary {
  const count = qualities.length;
  const held = metrics.map(() => 0);
  const bands = Object.fromEntries(ratings.map((rating) => [rating, 0])) as Record<Rating, number>;
  let points = 0;
  let stars = 0;
  for (const quality of qualities) {
    points += quality.total;
    stars += quality.stars / 10;
    bands[ratingOf(quality.total)] += 1;
    for (let index = 0; index < held.length; index += 1) {
      if (holdsAt(quality, index)) held[index] = (held[index] ?? 0) + 1;
    }
  }
  const average = count === 0 ? 0 : points / count;
  const pointsOf = (name: Dimension): number =>
    metrics.reduce(
      (sum, { dimension, points: worth }, index) =>
        dimension === name ? sum + (worth * (held[index] ?? 0)) / Math.max(1, count) : sum,
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
      metrics.map(({ id }, index) => [
        id,
        count === 0 ? 0 : Math.round((100 * (held[index] ?? 0)) / count),
      ]),
    ) as Record<MetricId, number>,
    bands,
    stars: count === 0 ? 0 : tenths(stars / count),
    broken: qualities.filter(({ broken }) => broken.length > 0).length,
    faulty: qualities.filter(({ errors }) => errors > 0).length,
    overdue: qualities.filter(({ overdue }) => overdue).length,
  };
}

/** Whether the metric of that place in the table holds. */
export function holdsAt({ measured }: Pick<RecordQuality, 'measured'>, index: number): boolean {
  const sign = measured[index];
  return sign === '1' || sign === 'a';
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

import type { NodeObject } from '../profile/record.ts';
import { thingsOf } from '../profile/rules/node-values.ts';
import {
  type Found,
  type Measured,
  measureDataset,
  measureDistribution,
  type Surroundings,
} from './measure.ts';
import { type Dimension, dimensions, type Metric, metrics } from './metrics.ts';
import { type Rating, ratingOf } from './rating.ts';

/** One metric as it came out. */
export interface Measurement extends Found {
  readonly metric: Metric;
  /** Where it was measured: undefined for the dataset itself, else the number of the distribution. */
  readonly distribution: number | undefined;
}

/** A dataset's score: 405 points at most. */
export interface QualityScore {
  readonly total: number;
  readonly rating: Rating;
  readonly dimensions: Readonly<Record<Dimension, number>>;
  /** All of them, in the order of the table. */
  readonly measurements: readonly Measurement[];
  /** Number of the distribution that counts, from 0; undefined when there is none. */
  readonly distribution: number | undefined;
  /** `assumed`: some address has not been asked. */
  readonly sureness: 'known' | 'assumed';
}

const nothing: Found = { holds: false, sureness: 'known' };

/**
 * Scores a dataset: its own metrics, and those of the one distribution that is worth most, the first of equals. Dates of the dataset
 * count where that distribution has none. "Metadata quality assessment methodology", data.europa.eu.
 *
 * @param follows whether the record follows DCAT-AP
 */
export function scoreRecord(
  record: NodeObject,
  follows: boolean,
  around: Surroundings,
): QualityScore {
  const own = measureDataset(record, follows);
  const distributions = thingsOf(record, 'distribution').map(({ node }) =>
    measureDistribution(node ?? {}, around),
  );
  const best = bestOf(distributions);
  const chosen = best === undefined ? undefined : distributions[best];
  const measurements = metrics.map((metric): Measurement => {
    const ofDistribution = metric.level === 'dataset' ? undefined : chosen?.[metric.id];
    const ofDataset = metric.level === 'distribution' ? undefined : own[metric.id];
    const there = ofDistribution?.holds === true || ofDataset === undefined;
    const found = there ? ofDistribution : ofDataset;
    return { metric, ...(found ?? nothing), distribution: there ? best : undefined };
  });
  const byDimension = Object.fromEntries(
    dimensions.map((name) => [name, pointsOf(measurements, name)]),
  ) as Record<Dimension, number>;
  const total = dimensions.reduce((sum, name) => sum + byDimension[name], 0);
  return {
    total,
    rating: ratingOf(total),
    dimensions: byDimension,
    measurements,
    distribution: best,
    sureness: measurements.some(({ sureness }) => sureness === 'assumed') ? 'assumed' : 'known',
  };
}

function bestOf(distributions: readonly Measured[]): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const [index, measured] of distributions.entries()) {
    let points = 0;
    for (const metric of metrics) if (measured[metric.id]?.holds === true) points += metric.points;
    if (points > most) {
      most = points;
      best = index;
    }
  }
  return best;
}

function pointsOf(measurements: readonly Measurement[], dimension: Dimension): number {
  let points = 0;
  for (const { metric, holds } of measurements) {
    if (holds && metric.dimension === dimension) points += metric.points;
  }
  return points;
}

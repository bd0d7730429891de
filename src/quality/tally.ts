import { metrics } from './metrics.ts';
import type { RecordQuality } from './quality-store.ts';
import { ratingOf, ratings } from './rating.ts';

/** Sums of scores, whole numbers all: what is added can be taken away again, so that a store keeps them beside the scores. */
export interface Tally {
  readonly datasets: number;
  /** Points of 405, after harvest. */
  readonly points: number;
  /** Tenths of stars. */
  readonly stars: number;
  /** Datasets in each band, in the order of `ratings`. */
  readonly bands: readonly number[];
  /** Datasets for which each metric holds, in the order of the table. */
  readonly held: readonly number[];
  /** Datasets with an address that does not answer, with faults, and older than promised. */
  readonly broken: number;
  readonly faulty: number;
  readonly overdue: number;
}

export const emptyTally: Tally = {
  datasets: 0,
  points: 0,
  stars: 0,
  bands: ratings.map(() => 0),
  held: metrics.map(() => 0),
  broken: 0,
  faulty: 0,
  overdue: 0,
};

/** The tally of one score. */
export function tallyOf(quality: RecordQuality): Tally {
  const rating = ratingOf(quality.total);
  return {
    datasets: 1,
    points: quality.total,
    stars: quality.stars,
    bands: ratings.map((one) => (one === rating ? 1 : 0)),
    held: [...quality.measured].map((sign) => (sign === '1' || sign === 'a' ? 1 : 0)),
    broken: quality.broken.length > 0 ? 1 : 0,
    faulty: quality.errors > 0 ? 1 : 0,
    overdue: quality.overdue ? 1 : 0,
  };
}

/** Both together; with -1, the one without the other. */
export function addTallies(one: Tally, other: Tally, sign: 1 | -1 = 1): Tally {
  const each = (left: readonly number[], right: readonly number[]): readonly number[] =>
    Array.from(
      { length: Math.max(left.length, right.length) },
      (_, index) => (left[index] ?? 0) + sign * (right[index] ?? 0),
    );
  return {
    datasets: one.datasets + sign * other.datasets,
    points: one.points + sign * other.points,
    stars: one.stars + sign * other.stars,
    bands: each(one.bands, other.bands),
    held: each(one.held, other.held),
    broken: one.broken + sign * other.broken,
    faulty: one.faulty + sign * other.faulty,
    overdue: one.overdue + sign * other.overdue,
  };
}

/** Milliseconds. */
const first = 5_000;
const most = 3_600_000;

/**
 * Milliseconds to wait after the so-manieth failure: twice as long each time up to an hour, and anything below that by chance, so that
 * jobs that failed together do not come back together.
 */
export function retryDelay(attempt: number, random: () => number): number {
  const ceiling = Math.min(most, first * 2 ** (attempt - 1));
  return Math.max(1_000, Math.round(random() * ceiling));
}

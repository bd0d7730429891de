/** Counts by year as few enough bars to be read. */

export interface YearCount {
  /** Four digits. */
  readonly value: string;
  readonly count: number;
}

export interface YearBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Spans of years that a bar may cover, the shortest first. */
const spans = [1, 5, 10, 50, 100, 500, 1000];

/**
 * The years in order without gaps, one a bar when there are at most `most`, else 5, 10, 50 … together. A record that describes several years
 * counts in each, so a longer bar shows its fullest year. Open ends (0 and 9999) are no years that anything was measured in.
 */
export function yearBars(counts: readonly YearCount[], most: number): readonly YearBar[] {
  const years = counts
    .map(({ value, count }) => ({ year: Number(value), count }))
    .filter(({ year }) => Number.isInteger(year) && year > 0 && year < 9999);
  if (years.length === 0) return [];
  const first = Math.min(...years.map(({ year }) => year));
  const last = Math.max(...years.map(({ year }) => year));
  const span = spans.find((one) => bars(first, last, one) <= most) ?? 1000;
  const start = Math.floor(first / span) * span;
  const counted = Array.from({ length: bars(first, last, span) }, () => 0);
  for (const { year, count } of years) {
    const index = (year - start - ((year - start) % span)) / span;
    counted[index] = Math.max(counted[index] ?? 0, count);
  }
  return counted.map((count, index) => ({
    from: start + index * span,
    to: start + index * span + span - 1,
    count,
  }));
}

function bars(first: number, last: number, span: number): number {
  return Math.floor(last / span) - Math.floor(first / span) + 1;
}

/**
 * Normalised discounted cumulative gain of the first ten hits: 1 when no order of all records could be better. Järvelin and
 * Kekäläinen 2002, with gains 2^grade − 1.
 */
export function ndcg(
  hits: readonly string[],
  gradeOf: (name: string) => number,
  all: readonly string[],
): number {
  const best = gain(all.map(gradeOf).sort((a, b) => b - a));
  return best === 0 ? 0 : gain(hits.map(gradeOf)) / best;
}

const counted = 10;

function gain(grades: readonly number[]): number {
  return grades
    .slice(0, counted)
    .reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}

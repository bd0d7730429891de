/** One measured line of a table. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is measured against, in the same unit and the same run. */
  readonly baseline: number;
  /** Value over baseline. */
  readonly ratio: number;
  /** What the ratio may be at most. */
  readonly goal: number;
  readonly met: boolean;
  /** What else was seen. */
  readonly note?: string;
}

/** A row whose ratio must not exceed the goal. */
export function row(
  name: string,
  {
    value,
    baseline,
    goal,
    unit = 'ms',
  }: Pick<Row, 'value' | 'baseline' | 'goal'> & { readonly unit?: string },
): Row {
  const ratio = value / baseline;
  return { name, value, unit, baseline, ratio, goal, met: ratio <= goal };
}

/**
 * Milliseconds that each task takes to make its text and turn it to UTF-8: the lower quartile of rounds in which the
 * tasks take turns, so that what else the machine does weighs little and on all of them alike.
 */
export function milliseconds(
  tasks: Readonly<Record<string, () => string>>,
  { rounds = 15, roundMs = 40 }: { readonly rounds?: number; readonly roundMs?: number } = {},
): Readonly<Record<string, number>> {
  const times = Object.entries(tasks).map(([name, task]) => ({
    name,
    task,
    taken: [] as number[],
  }));
  for (let round = -3; round < rounds; round++) {
    for (const { task, taken } of times) {
      const each = timeOne(task, roundMs);
      // The first rounds are for the compiler.
      if (round >= 0) taken.push(each);
    }
  }
  return Object.fromEntries(times.map(({ name, taken }) => [name, lowerQuartile(taken)]));
}

function timeOne(task: () => string, roundMs: number): number {
  const start = performance.now();
  let calls = 0;
  let sum = 0;
  let now = start;
  while (now - start < roundMs) {
    // Down to the bytes that would be sent: until somebody looks, a joined string is only a plan of one.
    for (let index = 0; index < 8; index++) sum += Buffer.from(task()).length;
    calls += 8;
    now = performance.now();
  }
  if (sum === 0) throw new Error('A measured task gave nothing.');
  return (now - start) / calls;
}

function lowerQuartile(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 4)] ?? Number.NaN;
}

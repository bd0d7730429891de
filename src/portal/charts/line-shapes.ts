/** Where the lines of a chart run. All lengths are units of the drawing. */

export interface ChartPoint {
  /** Place along the axis: milliseconds, or a number in order. */
  readonly x: number;
  readonly y: number;
  /** How low and how high the value may be. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

export interface ChartLine {
  readonly label: string;
  /** In the order of x. */
  readonly points: readonly ChartPoint[];
  /** What the others are compared with. */
  readonly isBenchmark: boolean;
}

export interface LineShape {
  readonly line: ChartLine;
  /** For `d` of a path; empty for a line of one point, which is a dot. */
  readonly path: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** From the lowest to the highest that a value may be. */
  readonly errors: readonly { readonly x: number; readonly top: number; readonly bottom: number }[];
  /** Where the name of the line stands, at its end, clear of the others'. */
  readonly end: { readonly x: number; readonly y: number };
}

export interface ChartFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface LineShapes {
  readonly lines: readonly LineShape[];
  /** Round values with the height that they stand at, from the lowest. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** The place of an x. */
  readonly at: (x: number) => number;
}

/** Least distance between names of lines. */
const lineHeight = 14;
/** A line of more points has no dots. */
const mostDots = 40;

/** The lines inside the frame, all on one scale. The scale begins at nothing where the values do not stand far from it. */
export function lineShapes(lines: readonly ChartLine[], frame: ChartFrame): LineShapes {
  const points = lines.flatMap((line) => line.points);
  const xs = range(points.map(({ x }) => x));
  const ys = range(
    points.flatMap(({ y, low = y, high = y }) => [y, low, high]).filter(Number.isFinite),
  );
  const ticks = roundTicks(isNearNothing(ys) ? { ...ys, low: Math.min(0, ys.low) } : ys);
  const [first = 0] = ticks;
  const last = ticks.at(-1) ?? 1;
  const across = scale(xs.low, xs.high, frame.left, frame.right);
  const up = scale(first, last === first ? first + 1 : last, frame.bottom, frame.top);
  const shapes = lines.map((line) => lineShape(line, across, up));
  const ends = apart(
    shapes.map(({ end }) => end.y),
    frame,
  );
  return {
    lines: shapes.map((shape, index) => ({
      ...shape,
      end: { x: shape.end.x, y: ends[index] ?? shape.end.y },
    })),
    ticks: ticks.map((value) => ({ value, y: up(value) })),
    at: across,
  };
}

function lineShape(line: ChartLine, across: Scale, up: Scale): LineShape {
  const places = line.points.map(({ x, y }) => ({ x: across(x), y: up(y) }));
  const [last = { x: 0, y: 0 }] = places.slice(-1);
  return {
    line,
    path: places.length < 2 ? '' : `M${places.map(({ x, y }) => `${x} ${y}`).join('L')}`,
    dots: places.length <= mostDots ? places : [],
    errors: line.points.flatMap(({ x, low, high }) =>
      low === undefined || high === undefined
        ? []
        : [{ x: across(x), top: up(high), bottom: up(low) }],
    ),
    end: last,
  };
}

type Scale = (value: number) => number;

function scale(from: number, to: number, start: number, end: number): Scale {
  const span = to - from;
  return (value) =>
    rounded(span === 0 ? (start + end) / 2 : start + ((value - from) / span) * (end - start));
}

function range(values: readonly number[]): { readonly low: number; readonly high: number } {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? { low: 0, high: 1 } : { low, high };
}

function isNearNothing({ low, high }: { readonly low: number; readonly high: number }): boolean {
  return low >= 0 ? low <= high / 2 : true;
}

/** Three to six round values around the range. */
function roundTicks({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): readonly number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: Math.min(12, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** The heights, moved so that no two names stand on each other. */
function apart(wanted: readonly number[], { top, bottom }: ChartFrame): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const placed: number[] = [];
  let free = top;
  for (const { y } of order) {
    const at = Math.max(free, y);
    placed.push(at);
    free = at + lineHeight;
  }
  let most = bottom;
  for (let index = placed.length - 1; index >= 0; index -= 1) {
    placed[index] = rounded(Math.min(placed[index] ?? most, most));
    most = (placed[index] ?? most) - lineHeight;
  }
  const result: number[] = [];
  order.forEach(({ index }, position) => {
    result[index] = placed[position] ?? 0;
  });
  return result;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

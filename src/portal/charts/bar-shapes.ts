/** Where the bars of a chart stand. All lengths are units of the drawing. */

export interface Bar {
  /** `2024`, `1990–1999`. */
  readonly label: string;
  readonly value: number;
  /** The value as it is written. */
  readonly shown: string;
  readonly href?: string;
  readonly isChosen: boolean;
}

export interface BarShape {
  readonly bar: Bar;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly middle: number;
  /** Whether its label fits beside the others'. */
  readonly isLabelled: boolean;
}

const widest = 48;
const labelWidth = 64;
/** What is not nothing is seen. */
const lowest = 3;

/** Bars side by side from the left, at most 48 wide, the highest as high as the drawing. */
export function barShapes(
  bars: readonly Bar[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly BarShape[] {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = Math.min(widest + 4, width / Math.max(1, bars.length));
  const gap = Math.min(4, step / 4);
  const every = Math.max(1, Math.ceil(labelWidth / step));
  return bars.map((bar, index) => {
    const tall = bar.value <= 0 ? 0 : Math.max(lowest, (bar.value / most) * height);
    return {
      bar,
      x: rounded(index * step + gap / 2),
      y: rounded(height - tall),
      width: rounded(step - gap),
      height: rounded(tall),
      middle: rounded(index * step + step / 2),
      // Counted from the last one: the newest is what readers look for.
      isLabelled: (bars.length - 1 - index) % every === 0 && (index + 0.5) * step >= labelWidth / 3,
    };
  });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

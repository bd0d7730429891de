import type { ComponentChildren } from 'preact';
import { type ChartLine, type LineShape, lineShapes } from './line-shapes.ts';

interface LineChartProps {
  readonly id: string;
  readonly title: string;
  /** What the picture says, in a sentence. */
  readonly summary: string;
  /** At most eight: more cannot be told apart. */
  readonly lines: readonly ChartLine[];
  /** What stands under the axis, and where. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  readonly shown: (value: number) => string;
  /** The same numbers for everybody: a table, folded. */
  readonly children: ComponentChildren;
}

const width = 720;
const height = 320;
const frame = { left: 56, right: 560, top: 16, bottom: 280 } as const;

/**
 * Lines over time drawn on the server. Each has its name at its end, and a pattern of its own beside its colour; a benchmark is
 * thicker. The picture is for eyes, the sentence and the table for everybody.
 */
export function LineChart({ id, title, summary, lines, marks, shown, children }: LineChartProps) {
  const shapes = lineShapes(lines, frame);
  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <span id={`${id}-title`} class="chart-title">
          {title}
        </span>{' '}
        <span class="chart-summary">{summary}</span>
      </figcaption>
      <svg
        class="chart-picture"
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        focusable="false"
      >
        {shapes.ticks.map(({ value, y }) => (
          <g key={value}>
            <path class="chart-grid" d={`M${frame.left} ${y}H${frame.right}`} />
            <text class="chart-label is-last" x={frame.left - 8} y={y + 5}>
              {shown(value)}
            </text>
          </g>
        ))}
        {marks.map(({ x, label }) => (
          <text class="chart-label" key={label} x={shapes.at(x)} y={frame.bottom + 22}>
            {label}
          </text>
        ))}
        {shapes.lines.map((shape, index) => (
          <Line key={shape.line.label} shape={shape} place={index} />
        ))}
      </svg>
      {children}
    </figure>
  );
}

function Line({ shape, place }: { readonly shape: LineShape; readonly place: number }) {
  const { line, path, dots, errors, end } = shape;
  const series = `chart-series is-series-${(place % 8) + 1}`;
  return (
    <g class={line.isBenchmark ? `${series} is-benchmark` : series}>
      {errors.map(({ x, top, bottom }) => (
        <path key={x} class="chart-error" d={`M${x} ${top}V${bottom}`} />
      ))}
      {path !== '' && <path class="chart-line" d={path} />}
      {dots.map(({ x, y }) => (
        <circle key={x} class="chart-dot" cx={x} cy={y} r="3.5" />
      ))}
      <text class="chart-name" x={end.x + 10} y={end.y + 5}>
        {line.label.length > 22 ? `${line.label.slice(0, 21)}…` : line.label}
      </text>
    </g>
  );
}

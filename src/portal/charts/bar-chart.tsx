import { Table } from '../components/table.tsx';
import { type Bar, barShapes } from './bar-shapes.ts';

interface BarChartProps {
  readonly id: string;
  readonly title: string;
  /** What the picture says, in a sentence. */
  readonly summary: string;
  readonly bars: readonly Bar[];
  /** Headings of the table, and what opens it. */
  readonly labels: { readonly category: string; readonly value: string; readonly table: string };
}

const width = 640;
const height = 120;
const base = 96;
const labelEdge = 24;

/**
 * Bars drawn on the server, with what they say in a sentence and the numbers in a table below: the picture is for eyes and pointers,
 * the sentence and the table for everybody. A bar with an address is a link, and so is its row.
 */
export function BarChart({ id, title, summary, bars, labels }: BarChartProps) {
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
        <path class="chart-axis" d={`M0 ${base + 0.5}H${width}`} />
        {barShapes(bars, { width, height: base }).map((shape) => (
          <Column key={shape.bar.label} shape={shape} />
        ))}
      </svg>
      <details class="chart-table" id={`${id}-table`}>
        <summary>{labels.table}</summary>
        <Table
          caption={title}
          hideCaption
          columns={[{ title: labels.category }, { title: labels.value, isNumber: true }]}
          rows={bars.map(({ label, shown, href }) => [
            href === undefined ? (
              label
            ) : (
              <a key={label} id={`${id}-${label}`} href={href} rel="nofollow">
                {label}
              </a>
            ),
            shown,
          ])}
        />
      </details>
    </figure>
  );
}

function Column({ shape }: { readonly shape: ReturnType<typeof barShapes>[number] }) {
  const { bar, x, y, width: wide, height: tall, middle, isLabelled } = shape;
  // The label of a bar at the very edge would be cut.
  const isLast = middle > width - labelEdge;
  const column = (
    <>
      <title>{`${bar.label}: ${bar.shown}`}</title>
      <rect class="chart-target" x={x} y="0" width={wide} height={base} />
      <rect
        class={bar.isChosen ? 'chart-bar is-chosen' : 'chart-bar'}
        x={x}
        y={y}
        width={wide}
        height={tall}
      />
    </>
  );
  return (
    <>
      {bar.href === undefined ? (
        <g>{column}</g>
      ) : (
        <a href={bar.href} tabindex={-1} rel="nofollow">
          {column}
        </a>
      )}
      {isLabelled && (
        <text
          class={isLast ? 'chart-label is-last' : 'chart-label'}
          x={isLast ? width : middle}
          y={base + 18}
        >
          {bar.label}
        </text>
      )}
    </>
  );
}

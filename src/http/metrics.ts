import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Context } from './context.ts';
import { statusOf } from './log.ts';

/** A number that is asked for when metrics are read: a lag, a revision, a queue's length. */
export interface Gauge {
  readonly name: string;
  readonly help: string;
  /** In the unit that the name says. A gauge that cannot be read is left out. */
  read(): number | Promise<number>;
}

export interface Metrics {
  /** Counts a request that has ended. */
  observe(ctx: Context, bytes: number, milliseconds: number): void;
  /** Counts a request in; `observe` counts it out. */
  began(): void;
  inFlight(): number;
  /** Prometheus text format 0.0.4. */
  render(): Promise<string>;
  close(): void;
}

/** Upper bounds in seconds. */
const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

interface Series {
  readonly counts: number[];
  sum: number;
  total: number;
}

/**
 * Counts by route pattern, method and status class: labels are of our own making and few, whatever clients ask for.
 * Units as Prometheus wants them: seconds and bytes.
 */
export function createMetrics(gauges: readonly Gauge[] = []): Metrics {
  const series = new Map<string, Series>();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  let inFlight = 0;
  let sent = 0;
  return {
    began: () => {
      inFlight += 1;
    },
    inFlight: () => inFlight,
    observe: (ctx, bytes, milliseconds) => {
      inFlight -= 1;
      sent += bytes;
      const key = `method="${ctx.method}",route="${ctx.state.route}",status="${Math.floor(statusOf(ctx) / 100)}xx"`;
      let one = series.get(key);
      if (one === undefined) {
        one = { counts: new Array<number>(bounds.length).fill(0), sum: 0, total: 0 };
        series.set(key, one);
      }
      const seconds = milliseconds / 1000;
      one.sum += seconds;
      one.total += 1;
      const bucket = bounds.findIndex((bound) => seconds <= bound);
      if (bucket >= 0) one.counts[bucket] = (one.counts[bucket] ?? 0) + 1;
    },
    render: async () => {
      const memory = process.memoryUsage();
      const lines = [...histogram(series)];
      const add = (name: string, kind: string, help: string, value: number): void => {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, `${name} ${value}`);
      };
      add('http_requests_in_flight', 'gauge', 'Requests being answered.', inFlight);
      add('http_response_bytes_total', 'counter', 'Bytes written to sockets.', sent);
      add(
        'nodejs_eventloop_delay_p99_seconds',
        'gauge',
        'Delay of the event loop since the last reading, 99th percentile.',
        delay.percentile(99) / 1e9,
      );
      add('nodejs_eventloop_delay_max_seconds', 'gauge', 'The same, maximum.', delay.max / 1e9);
      add('process_resident_memory_bytes', 'gauge', 'Resident memory.', memory.rss);
      add('nodejs_heap_used_bytes', 'gauge', 'JavaScript heap in use.', memory.heapUsed);
      add('process_uptime_seconds', 'gauge', 'Time since start.', Math.round(process.uptime()));
      delay.reset();
      for (const gauge of gauges) {
        const value = await readGauge(gauge);
        if (value !== undefined) add(gauge.name, 'gauge', gauge.help, value);
      }
      return `${lines.join('\n')}\n`;
    },
    close: () => {
      delay.disable();
    },
  };
}

/** What cannot be read now has no sample; Prometheus then sees it as absent. */
async function readGauge(gauge: Gauge): Promise<number | undefined> {
  try {
    return await gauge.read();
  } catch {
    return undefined;
  }
}

function* histogram(series: ReadonlyMap<string, Series>): Iterable<string> {
  const name = 'http_request_duration_seconds';
  yield `# HELP ${name} Time from a request's arrival to its end.`;
  yield `# TYPE ${name} histogram`;
  for (const [labels, { counts, sum, total }] of series) {
    let below = 0;
    for (const [index, bound] of bounds.entries()) {
      below += counts[index] ?? 0;
      yield `${name}_bucket{${labels},le="${bound}"} ${below}`;
    }
    yield `${name}_bucket{${labels},le="+Inf"} ${total}`;
    yield `${name}_sum{${labels}} ${sum.toFixed(6)}`;
    yield `${name}_count{${labels}} ${total}`;
  }
}

import type { ServerResponse } from 'node:http';

/** How fast a reader must take a long reply, whose view of the store and place among the dumps it holds meanwhile. */
export interface Pace {
  /** On average over `over` milliseconds of waiting for the reader. */
  readonly bytesPerSecond: number;
  readonly over: number;
  /** Milliseconds in which it must have taken something. */
  readonly still: number;
}

/** A hundredth of what a poor telephone line takes. */
export const leastPace: Pace = { bytesPerSecond: 16 * 1024, over: 60_000, still: 30_000 };

/** The reader took less than the least pace: its reply is broken off, and nothing is wrong here. */
export class SlowReader extends Error {
  /** Bytes per second at which it was judged. */
  readonly pace: number;

  constructor(pace: number) {
    super(`The reader took ${Math.round(pace)} bytes per second.`);
    this.name = 'SlowReader';
    this.pace = pace;
  }
}

/**
 * Watches how a reply is taken. Only time in which the reply stands ready counts: a source of ours that is slow is nobody's fault
 * but ours. Calls back at most once.
 * @returns a function that ends the watch
 */
export function watchPace(
  response: ServerResponse,
  pace: Pace,
  tooSlow: (error: SlowReader) => void,
): () => void {
  const { socket } = response.req;
  const tick = Math.min(1_000, pace.still / 4);
  let last = { at: performance.now(), bytes: socket.bytesWritten };
  let window = { waited: 0, from: last.bytes };
  let still = 0;
  const timer = setInterval(() => {
    const seen = { at: performance.now(), bytes: socket.bytesWritten };
    if (response.writableNeedDrain) {
      const waited = seen.at - last.at;
      still = seen.bytes === last.bytes ? still + waited : 0;
      window = { ...window, waited: window.waited + waited };
    } else still = 0;
    last = seen;
    if (still >= pace.still) return end(0);
    if (window.waited < pace.over) return;
    const rate = ((seen.bytes - window.from) / window.waited) * 1000;
    if (rate < pace.bytesPerSecond) return end(rate);
    window = { waited: 0, from: seen.bytes };
  }, tick);
  return () => clearInterval(timer);

  function end(rate: number): void {
    clearInterval(timer);
    tooSlow(new SlowReader(rate));
  }
}

import { Readable } from 'node:stream';
import type { Context } from './context.ts';
import { leastPace, type Pace, watchPace } from './pace.ts';

/**
 * Answers with a body that is made while it is sent. The first piece is made before anything is said, so that a fault there is
 * still a problem reply; a fault later breaks the connection off, so that nobody takes half for whole. What the reader does not
 * take is not made, and who takes next to nothing is broken off too. `ended` is called once, whatever happens.
 */
export async function streamBody(
  ctx: Context,
  pieces: AsyncIterable<string | Uint8Array>,
  ended: () => void = () => undefined,
  pace: Pace = leastPace,
): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]();
  if (ctx.method === 'HEAD') {
    // Koa ends a HEAD at once; the headers are all there is to say.
    await iterator.return?.();
    ended();
    ctx.body = Readable.from([]);
    return;
  }
  try {
    const first = await iterator.next();
    // Text stays text until the socket takes it, so that no buffers wait for the garbage collector.
    const body = Readable.from(rest(first, iterator), { objectMode: true, highWaterMark: 1 });
    const unwatch = watchPace(ctx.res, pace, (error) => body.destroy(error));
    body.once('close', () => {
      unwatch();
      // Who hangs up before the first read never lets `rest` come as far as its `finally`.
      void iterator.return?.();
      ended();
    });
    ctx.body = body;
  } catch (error) {
    ended();
    throw error;
  }
}

async function* rest(
  first: IteratorResult<string | Uint8Array>,
  iterator: AsyncIterator<string | Uint8Array>,
): AsyncGenerator<string | Uint8Array> {
  try {
    for (let piece = first; piece.done !== true; piece = await iterator.next()) yield piece.value;
  } finally {
    await iterator.return?.();
  }
}

import { type Connection, openConnection } from './connection.ts';

/**
 * Asks for pages as browsers do, in a process of its own: so many a second whatever the server does, or as many as it answers. A program:
 * `page-load.ts` starts it.
 */

/** What to ask, and how. */
export interface PageLoad {
  readonly port: number;
  /** Asked in turn, from the first one again after the last. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** `rate`: requests a second, each of the paths once. `connections`: that many, each asking again when it is answered. */
  readonly way:
    | { readonly rate: number }
    | { readonly connections: number; readonly seconds: number };
}

/** What came. */
export interface PageReport {
  /** Milliseconds from when a request was due until its answer was there, in the order of the paths. */
  readonly times: readonly number[];
  readonly perSecond: number;
  /** Bytes of the bodies together. */
  readonly bytes: number;
  /** Answers with another status than 200. */
  readonly wrong: number;
}

async function ask({ port, paths, headers, way }: PageLoad): Promise<PageReport> {
  const idle: Connection[] = [];
  const times: number[] = [];
  let [bytes, wrong] = [0, 0];
  const one = async (turn: number, due: number): Promise<void> => {
    const connection = idle.pop() ?? (await openConnection(port));
    const path = paths[turn % paths.length] ?? '/';
    const reply = await connection.send({ path, headers });
    times[turn] = performance.now() - due;
    bytes += reply.bytes;
    if (reply.status !== 200) wrong += 1;
    idle.push(connection);
  };
  const begun = performance.now();
  if ('rate' in way) {
    await Promise.all(
      paths.map(async (_, turn) => {
        const due = begun + (turn * 1000) / way.rate;
        await new Promise((resolve) => setTimeout(resolve, Math.max(1, due - performance.now())));
        await one(turn, due);
      }),
    );
  } else {
    let next = 0;
    const end = begun + way.seconds * 1000;
    const client = async () => {
      while (performance.now() < end) await one(next++, performance.now());
    };
    await Promise.all(Array.from({ length: way.connections }, client));
  }
  const perSecond = (times.length * 1000) / (performance.now() - begun);
  for (const connection of idle) connection.close();
  return { times, perSecond, bytes, wrong };
}

process.on('message', (load: PageLoad) => {
  // What is not sent yet is lost when the channel closes.
  void ask(load).then((report) => process.send?.(report, () => process.disconnect?.()));
});

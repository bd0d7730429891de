import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { benchEnvironment } from './generate.ts';

/** The product in a process of its own, over a store that is there already. */
export interface Site {
  readonly port: number;
  /** Secret of an operator's token. */
  readonly token: string;
  /** Bytes in use once everything that can be let go has been. */
  memory(): Promise<Memory>;
  /** The most bytes in use at any of the moments since `memory` was last asked, looked at every few milliseconds. */
  peak(): Promise<Memory>;
  stop(): Promise<void>;
}

export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

/** Starts `site-process.ts`. @throws Error when it ends before it answers. */
export async function startSite(folder: string, execArgv: readonly string[] = []): Promise<Site> {
  const program = fileURLToPath(new URL('./site-process.ts', import.meta.url));
  const child = fork(program, {
    execArgv: ['--expose-gc', ...execArgv],
    env: { PATH: process.env.PATH, ...benchEnvironment(folder, 0) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port, token } = await answer<{ readonly port: number; readonly token: string }>(child);
  const ask = (question: 'memory' | 'peak'): Promise<Memory> => {
    child.send(question);
    return answer<Memory>(child);
  };
  return {
    port,
    token,
    memory: () => ask('memory'),
    peak: () => ask('peak'),
    stop: async () => {
      const ended = once(child, 'exit');
      child.send('stop');
      await ended;
    },
  };
}

/** The next message: the program sends one for each question, and one when it is ready. */
async function answer<Message>(child: ChildProcess): Promise<Message> {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error('The site ended before it answered.');
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal: gone.signal }), ended]);
    return message as Message;
  } finally {
    ended.catch(() => undefined);
    gone.abort();
  }
}

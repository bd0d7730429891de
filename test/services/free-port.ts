import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give to those who ask for any: 32768 on Linux, 49152 elsewhere. */
const first = 20_000;
const count = 12_000;

/** Test files run beside each other, and each process begins somewhere else. */
let next = (process.pid * 37) % count;

/**
 * A port of the loopback interface that nobody listens on right now, and that nobody is given by chance until it is used.
 * @throws Error when there is none.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < count; tries += 1) {
    const port = first + next;
    next = (next + 1) % count;
    if (await isFree(port)) return port;
  }
  throw new Error('No free port.');
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    probe.listen(port, '127.0.0.1');
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

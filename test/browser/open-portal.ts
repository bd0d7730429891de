import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startServer } from '../commands/process.ts';
import { freePort } from '../services/free-port.ts';

/** The whole program as people start it, with the sample catalogue, at an address that is also the base of its IRIs. */
export interface OpenPortal {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the portal on a free port over a folder of its own, and waits until what it holds can be found. */
export async function openPortal(
  settings: Readonly<Record<string, string>> = {},
): Promise<OpenPortal> {
  const data = await mkdtemp(join(tmpdir(), 'datatorget-portal-'));
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const server = await startServer(data, {
    PORT: port,
    DATATORGET_URL: url,
    DATATORGET_SAMPLE: 'true',
    DATATORGET_READS_PER_MINUTE: '1000000',
    ...settings,
  });
  await findable(url);
  return {
    url,
    close: async () => {
      server.process.kill('SIGKILL');
      await server.ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Waits until the index has taken in the sample. @throws when it does not within half a minute */
async function findable(url: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const reply = await fetch(`${url}/api/v1/datasets?q=badplatser`);
    const { total = 0 } = (await reply.json()) as { readonly total?: number };
    if (total > 0) return;
    await delay(100);
  }
  throw new Error('Nothing is found in the sample catalogue.');
}

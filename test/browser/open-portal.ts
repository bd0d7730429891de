import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../commands/process.ts';
import { freePort } from '../services/free-port.ts';

/** The whole program as people start it, with the sample catalogue, at an address that is also the base of its IRIs. */
export interface OpenPortal {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the portal on a free port over a folder of its own. */
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
  return {
    url,
    close: async () => {
      server.process.kill('SIGKILL');
      await server.ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { JobStore } from '../../src/jobs/job-store.ts';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import { mariadb } from '../services/mariadb.ts';
import { until } from './until.ts';

const server = await mariadb();
const root = await mkdtemp(join(tmpdir(), 'datatorget-jobs-'));
after(() => rm(root, { recursive: true }));

killedWorkers('SQLite', async () => ({ folder: await mkdtemp(join(root, 'file-')) }));
if ('missing' in server) {
  test('MariaDB outlives its workers', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  killedWorkers('MariaDB', async () => ({ url: await server.createDatabase() }));
}

function killedWorkers(name: string, place: () => Promise<StoreOptions>): void {
  test(`${name}: workers are killed at any line, and each job has its effect exactly once`, async (t) => {
    const options = await place();
    const jobs = await opened(t, options);
    const many = 200;
    for (let n = 0; n < many; n += 1) await ask(jobs, n);
    for (let round = 0; round < 4; round += 1) {
      const [first, second] = [startWorker(t, options), startWorker(t, options)];
      await until(() => first.said.includes('begun') || second.said.includes('begun'));
      await delay(20 + 15 * round);
      first.child.kill('SIGKILL');
      second.child.kill('SIGKILL');
      await Promise.all([first.ended, second.ended]);
    }
    assert.ok((await left(jobs)).length < many, 'the workers were killed too late');

    startWorker(t, options);
    await until(async () => (await left(jobs)).length >= many);

    assert.deepEqual(
      (await left(jobs)).toSorted((a, b) => a - b),
      Array.from({ length: many }, (_, n) => n),
    );
    await until(async () => (await jobs.list({ states: ['running'], limit: 9 })).length === 0);
    assert.equal((await jobs.list({ states: ['failed'], limit: 9 })).length, 0);
  });

  test(`${name}: a worker that stood still cannot write over the one that did its job`, async (t) => {
    const options = await place();
    const jobs = await opened(t, options);
    await ask(jobs, 1);
    const stalled = startWorker(t, options, 300);
    await until(() => stalled.said.includes('begun 1'));
    stalled.child.kill('SIGSTOP');

    startWorker(t, options);
    await until(async () => (await left(jobs)).length === 1);
    stalled.child.kill('SIGCONT');
    await until(() => stalled.said.includes('job-lost'));

    assert.deepEqual(await left(jobs), [1]);
  });
}

async function opened(t: TestContext, options: StoreOptions): Promise<JobStore> {
  const store = await openStore(options);
  t.after(() => store.close());
  return store.jobs;
}

function ask(jobs: JobStore, n: number): Promise<void> {
  return jobs.transact((tx) => tx.enqueue({ kind: 'leave', payload: { n } }));
}

/** What the jobs have left behind. */
async function left(jobs: JobStore): Promise<number[]> {
  const found = await jobs.list({ states: ['waiting'], kind: 'left', limit: 1000 });
  return found.map(({ payload }) => Number(payload.n));
}

interface WorkerProcess {
  readonly child: ChildProcess;
  readonly said: string;
  readonly ended: Promise<void>;
}

/** @param slowness milliseconds that it takes for each job */
function startWorker(t: TestContext, options: StoreOptions, slowness = 5): WorkerProcess {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'worker-process.ts'), JSON.stringify(options), String(slowness)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  t.after(() => child.kill('SIGKILL'));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    child,
    ended,
    get said() {
      return said;
    },
  };
}

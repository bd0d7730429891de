import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { HopelessJob } from '../../src/jobs/job.ts';
import type { DailyJob, JobHandlers } from '../../src/jobs/job-handler.ts';
import type { JobStore } from '../../src/jobs/job-store.ts';
import { type WorkEvent, type WorkOptions, work } from '../../src/jobs/work.ts';
import { openStore } from '../../src/store/open-store.ts';
import { until } from './until.ts';

test('a worker does what waits, and what is asked for while it works', async (t) => {
  const { jobs, start } = await place(t);
  const done: unknown[] = [];
  await ask(jobs, { n: 1 });
  const worker = start({ greet: async ({ payload }) => void done.push(payload.n) });
  await until(() => done.length === 1);

  await ask(jobs, { n: 2 });
  worker.wake();
  await until(() => done.length === 2);

  assert.deepEqual(done, [1, 2]);
  await until(async () => (await jobs.list({ states: ['done'], limit: 9 })).length === 2);
});

test('what a handler keeps replaces the payload', async (t) => {
  const { jobs, start } = await place(t);
  await ask(jobs, { secret: 'x' });
  start({ greet: async () => ({ subject: 'kept' }) });

  const done = await until(async () => (await jobs.list({ states: ['done'], limit: 1 }))[0]);

  assert.deepEqual(done.payload, { subject: 'kept' });
});

test('a job that fails is tried again until it has been tried enough, with the reason kept', async (t) => {
  const { jobs, start, events } = await place(t);
  let begun = 0;
  await ask(jobs);
  start(
    {
      greet: async () => {
        begun += 1;
        throw new Error(`no luck\nthe ${begun}. time`);
      },
    },
    { attempts: 3, random: () => 0, now: clockThatHurries() },
  );

  const failed = await until(async () => (await jobs.list({ states: ['failed'], limit: 1 }))[0]);

  assert.equal(begun, 3);
  assert.equal(failed.lastError, 'no luck the 3. time');
  assert.deepEqual(
    events.map((event) => event.event === 'job-failed' && event.isLast),
    [false, false, true],
  );
});

test('a job that is hopeless is not tried again', async (t) => {
  const { jobs, start } = await place(t);
  await ask(jobs);
  start({
    greet: async () => {
      throw new HopelessJob('no such mailbox');
    },
  });

  const failed = await until(async () => (await jobs.list({ states: ['failed'], limit: 1 }))[0]);

  assert.equal(failed.attempts, 1);
  assert.equal(failed.lastError, 'no such mailbox');
});

test('a worker renews its lease while a job takes long', async (t) => {
  const { jobs, start } = await place(t);
  const gate = Promise.withResolvers<void>();
  let extended = 0;
  let begun = 0;
  await ask(jobs);
  const handlers: JobHandlers = {
    greet: async () => {
      begun += 1;
      await gate.promise;
    },
  };
  const counted: JobStore['extend'] = (...lease) => {
    extended += 1;
    return jobs.extend(...lease);
  };
  start(handlers, { lease: 60, store: { ...jobs, extend: counted } });
  start(handlers, { lease: 60 });
  await until(() => extended >= 5);

  gate.resolve();
  await until(async () => (await jobs.list({ states: ['done'], limit: 1 })).length === 1);

  assert.equal(begun, 1);
});

test('a worker that is stopped takes no more, and hands back what it cannot end in time', async (t) => {
  const { jobs, start } = await place(t);
  const begun = Promise.withResolvers<AbortSignal>();
  const never = Promise.withResolvers<void>();
  await ask(jobs);
  const worker = start({
    greet: async (_, signal) => {
      begun.resolve(signal);
      await never.promise;
    },
  });
  const signal = await begun.promise;

  await worker.stop(10);

  assert.equal(signal.aborted, true);
  const [job] = await jobs.list({ states: ['waiting'], limit: 1 });
  assert.equal(job?.attempts, 0);
});

test('a worker that is stopped lets what is under way come to its end', async (t) => {
  const { jobs, start } = await place(t);
  const begun = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  await ask(jobs);
  const worker = start({
    greet: async () => {
      begun.resolve();
      await gate.promise;
    },
  });
  await begun.promise;
  const stopped = worker.stop(60_000);
  gate.resolve();

  await stopped;

  assert.equal((await jobs.list({ states: ['done'], limit: 1 })).length, 1);
});

test('a daily job is done once a day by any number of workers', async (t) => {
  const { jobs, start } = await place(t);
  const days: string[] = [];
  let time = new Date('2100-05-04T00:00:00Z');
  const daily: readonly DailyJob[] = [{ kind: 'clean', at: { hour: 3, minute: 10 } }];
  const handlers: JobHandlers = {
    clean: async () => void days.push(time.toISOString().slice(0, 10)),
  };
  for (let n = 0; n < 3; n += 1) start(handlers, { daily, now: () => time });
  const waiting = async () =>
    (await jobs.list({ states: ['waiting'], limit: 9 })).map(({ runAt }) => runAt.toISOString());
  await until(async () => (await waiting())[0] === '2100-05-04T01:10:00.000Z');

  time = new Date('2100-05-04T01:10:00Z');
  await until(async () => (await waiting())[0] === '2100-05-05T01:10:00.000Z' && days.length === 1);
  // Nobody was there for two days.
  time = new Date('2100-05-07T12:00:00Z');
  await until(async () => (await waiting())[0] === '2100-05-08T01:10:00.000Z' && days.length === 2);

  assert.deepEqual(days, ['2100-05-04', '2100-05-07']);
  assert.equal((await waiting()).length, 1);
});

async function place(t: TestContext) {
  const store = await openStore({ memory: true });
  const { jobs } = store;
  const events: WorkEvent[] = [];
  const workers: { stop(grace?: number): Promise<void> }[] = [];
  t.after(async () => {
    for (const worker of workers) await worker.stop(0);
    await store.close();
  });
  const start = (handlers: JobHandlers, options: Partial<WorkOptions> = {}) => {
    const worker = work({
      store: jobs,
      handlers,
      poll: 5,
      report: (event) => events.push(event),
      ...options,
    });
    workers.push(worker);
    return worker;
  };
  return { jobs, start, events };
}

function ask(
  jobs: JobStore,
  payload: { readonly [key: string]: number | string } = {},
): Promise<void> {
  return jobs.transact((tx) => tx.enqueue({ kind: 'greet', payload }));
}

/** Each look at it is an hour after the one before. */
function clockThatHurries(): () => Date {
  let time = Date.now();
  return () => {
    time += 3_600_000;
    return new Date(time);
  };
}

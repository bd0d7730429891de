import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClaimedJob } from '../../src/jobs/job.ts';
import { LeaseLost } from '../../src/jobs/job.ts';
import type { JobRequest } from '../../src/jobs/job-request.ts';
import type { JobStore } from '../../src/jobs/job-store.ts';

/** What every JobStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function jobStoreContract(
  name: string,
  open: () => Promise<{ readonly jobs: JobStore; close(): Promise<void> }>,
): void {
  const duty = (sentence: string, proof: (jobs: JobStore) => Promise<void>) => {
    test(`${name} ${sentence}`, async (context) => {
      const { jobs, close } = await open();
      context.after(close);
      await proof(jobs);
    });
  };

  duty('gives out jobs by priority, then by age, each once', async (jobs) => {
    await ask(jobs, { payload: { n: 1 }, runAt: at(3) });
    await ask(jobs, { payload: { n: 2 }, runAt: at(2), priority: 5 });
    await ask(jobs, { payload: { n: 3 }, runAt: at(1) });

    const given = [await claim(jobs), await claim(jobs), await claim(jobs)];

    assert.deepEqual(
      given.map((job) => job?.payload.n),
      [2, 1, 3],
    );
    assert.equal(await claim(jobs), undefined);
  });

  duty('gives each of many workers its own', async (jobs) => {
    for (let n = 0; n < 40; n += 1) await ask(jobs, { payload: { n } });

    const taken: unknown[] = [];
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        let misses = 0;
        while (misses < 20) {
          const job = await claim(jobs);
          if (job === undefined) misses += 1;
          else taken.push(job.payload.n);
        }
      }),
    );

    assert.equal(taken.length, 40);
    assert.equal(new Set(taken).size, 40);
  });

  duty('keeps what is not due, and what the worker cannot do', async (jobs) => {
    await ask(jobs, { kind: 'other' });
    await ask(jobs, { runAt: new Date(now.getTime() + 1) });

    assert.equal(await claim(jobs), undefined);
    assert.equal(await jobs.claim({ kinds: [], now, until: later }), undefined);
    assert.equal((await claim(jobs, { kinds: ['other'] }))?.kind, 'other');
  });

  duty('keeps one waiting job of a key, and does two of them one after the other', async (jobs) => {
    await ask(jobs, { payload: { n: 1 }, key: 'trees' });
    await ask(jobs, { payload: { n: 2 }, key: 'trees' });
    const first = await claim(jobs);
    assert.equal(first?.payload.n, 1);
    assert.equal(await claim(jobs), undefined);

    await ask(jobs, { payload: { n: 3 }, key: 'trees' });
    await ask(jobs, { payload: { n: 4 }, key: 'trees' });
    assert.equal(await claim(jobs), undefined, 'the first is not done yet');
    await jobs.settle(held(first), { state: 'done', at: now });

    assert.equal((await claim(jobs))?.payload.n, 3);
    assert.equal(await claim(jobs), undefined);
  });

  duty('lets nobody but the holder of the lease say what became of a job', async (jobs) => {
    await ask(jobs);
    const stalled = await claim(jobs, { until: at(10) });
    assert.equal(await jobs.reclaim(now, 8), 1);
    const second = await claim(jobs);
    assert.equal(second?.attempt, 2);

    assert.equal(await jobs.extend(held(stalled), later), false);
    assert.equal(await jobs.settle(held(stalled), { state: 'done', at: now }), false);
    await assert.rejects(
      jobs.transact(async (tx) => {
        await tx.enqueue({ kind: 'work', payload: { n: 'written by the stalled one' } });
        await tx.finish(held(stalled));
      }),
      LeaseLost,
    );

    assert.equal(await claim(jobs), undefined, 'nothing of what it wrote is kept');
    assert.equal(await jobs.settle(held(second), { state: 'done', at: now }), true);
  });

  duty('keeps the end of a job with what it wrote, or neither', async (jobs) => {
    await ask(jobs, { payload: { secret: 'x' } });
    const job = await claim(jobs);
    await assert.rejects(
      jobs.transact(async (tx) => {
        await tx.finish(held(job), { kept: true });
        throw new Error('power cut');
      }),
      /power cut/,
    );
    assert.equal((await find(jobs))?.state, 'running');

    await jobs.transact((tx) => tx.finish(held(job), { kept: true }));

    assert.deepEqual((await find(jobs))?.payload, { kept: true });
    assert.equal((await find(jobs))?.state, 'done');
    assert.equal(await jobs.settle(held(job), { state: 'done', at: now }), true);
    await assert.rejects(
      jobs.transact((tx) => tx.finish(held(job))),
      LeaseLost,
    );
  });

  duty('renews a lease, and takes back the jobs of workers that went silent', async (jobs) => {
    await ask(jobs, { payload: { n: 'silent' } });
    await ask(jobs, { payload: { n: 'alive' } });
    const silent = await claim(jobs, { until: at(5) });
    const alive = await claim(jobs, { until: at(5) });
    assert.equal(await jobs.extend(held(alive), later), true);

    assert.equal(await jobs.reclaim(now, 8), 1);

    const [again, none] = [await claim(jobs), await claim(jobs)];
    assert.equal(again?.payload.n, silent?.payload.n);
    assert.equal(none, undefined);
    assert.equal(await jobs.reclaim(new Date(later.getTime() + 1), 1), 2, 'too many attempts');
    const failed = await find(jobs, 'failed');
    assert.match(failed?.lastError ?? '', /silent/);
  });

  duty(
    'waits after a failure with its reason, and gives a job back as if it had not begun',
    async (jobs) => {
      await ask(jobs, { key: 'k' });
      const first = await claim(jobs);
      await jobs.settle(held(first), {
        state: 'waiting',
        runAt: at(-5),
        reason: 'post office closed',
      });
      const waiting = await find(jobs);
      assert.equal(waiting?.lastError, 'post office closed');
      assert.equal(waiting.attempts, 1);
      assert.deepEqual(waiting.runAt, at(-5));

      const second = await claim(jobs, { at: at(-5) });
      await jobs.settle(held(second), { state: 'released' });

      assert.equal((await find(jobs))?.attempts, 1);
      assert.equal((await claim(jobs, { at: at(-5) }))?.attempt, 2);
    },
  );

  duty('drops a failed try when the same has been asked for anew', async (jobs) => {
    await ask(jobs, { payload: { n: 1 }, key: 'k' });
    const first = await claim(jobs);
    await ask(jobs, { payload: { n: 2 }, key: 'k' });
    await jobs.settle(held(first), { state: 'waiting', runAt: now, reason: 'no luck' });

    assert.equal((await claim(jobs))?.payload.n, 2);
    assert.equal(await claim(jobs), undefined);
  });

  duty('shows what failed, lets it begin anew, drops it, and counts', async (jobs) => {
    for (const n of [1, 2, 3]) await ask(jobs, { payload: { n } });
    const first = await claim(jobs);
    await jobs.settle(held(first), { state: 'failed', at: now, reason: 'no such mailbox' });
    const failed = await find(jobs, 'failed');
    assert.equal(failed?.lastError, 'no such mailbox');
    assert.deepEqual(await jobs.counts(), [
      { kind: 'work', state: 'failed', count: 1 },
      { kind: 'work', state: 'waiting', count: 2 },
    ]);

    assert.equal(await jobs.transact((tx) => tx.revive(failed?.id ?? '', now)), true);
    assert.equal(await jobs.transact((tx) => tx.revive(failed?.id ?? '', now)), false);
    const again = await claim(jobs);
    assert.equal(again?.attempt, 1);
    assert.equal(await jobs.transact((tx) => tx.drop(held(again).id)), false, 'it runs');
    const [waiting] = await jobs.list({ states: ['waiting'], limit: 1 });
    assert.equal(await jobs.transact((tx) => tx.drop(waiting?.id ?? '')), true);
    assert.equal(await jobs.transact((tx) => tx.drop('no such')), false);
  });

  duty('lists newest first, a page at a time, and sweeps what was done long ago', async (jobs) => {
    for (const n of [1, 2, 3, 4, 5]) await ask(jobs, { payload: { n } });
    const query = { states: ['waiting', 'done'], limit: 2 } as const;
    const seen: string[] = [];
    for (let before: { created: Date; id: string } | undefined; ; ) {
      const page = await jobs.list({ ...query, before });
      seen.push(...page.map(({ id }) => id));
      before = page.at(-1);
      if (page.length < 2) break;
    }
    assert.equal(new Set(seen).size, 5);

    await jobs.settle(held(await claim(jobs)), { state: 'done', at: at(5) });
    await jobs.settle(held(await claim(jobs)), { state: 'done', at: now });
    assert.equal(await jobs.sweep(at(1)), 1);
    assert.equal((await jobs.list({ states: ['done'], limit: 9 })).length, 1);
  });

  duty('does nothing of what the operator asked for when the transaction fails', async (jobs) => {
    await ask(jobs);
    const job = await find(jobs);
    await assert.rejects(
      jobs.transact(async (tx) => {
        await tx.drop(job?.id ?? '');
        throw new Error('no');
      }),
    );
    assert.equal((await find(jobs))?.id, job?.id);
  });
}

/** Jobs are asked for at the real time; this is far enough after it for all of them to be due. */
const now = new Date(Date.now() + 60_000);
const later = new Date(now.getTime() + 60_000);

/** So many seconds before now. */
function at(seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000);
}

function ask(jobs: JobStore, request: Partial<JobRequest> = {}): Promise<void> {
  const runAt = request.runAt ?? at(30);
  return jobs.transact((tx) => tx.enqueue({ kind: 'work', payload: {}, ...request, runAt }));
}

function claim(
  jobs: JobStore,
  {
    kinds = ['work'],
    at: time = now,
    until = later,
  }: { kinds?: string[]; at?: Date; until?: Date } = {},
): Promise<ClaimedJob | undefined> {
  return jobs.claim({ kinds, now: time, until });
}

function held(job: ClaimedJob | undefined): ClaimedJob['lease'] {
  assert.ok(job !== undefined, 'there was no job');
  return job.lease;
}

async function find(jobs: JobStore, state?: 'failed') {
  const states =
    state === undefined ? (['waiting', 'running', 'done', 'failed'] as const) : [state];
  return (await jobs.list({ states, limit: 1 }))[0];
}

import { randomBytes } from 'node:crypto';
import type { ClaimedJob, Job, JobState, Lease } from '../jobs/job.ts';
import type { JobStore, Settlement } from '../jobs/job-store.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Database, Run } from './database.ts';
import type { DatabaseKind } from './database-kind.ts';
import { failureOf } from './failure.ts';
import { jobStatements, runningKey, waitingKey } from './job-statements.ts';
import { openLedger } from './ledger.ts';

/** How many candidates one look sees: as many workers can take one each without looking again. */
const seen = 8;

/** The jobs' store over either database. */
export function kyselyJobStore(database: Database, kind: DatabaseKind): JobStore {
  const statements = jobStatements(database.kysely, kind);
  const ledger = openLedger(database.kysely);

  /** Takes one of those that looked free, skipping what another worker is about to take. */
  async function take(run: Run, ids: readonly string[], until: number) {
    for (const id of ids) {
      const [row] = (await run(statements.free({ id }))).rows;
      if (row === undefined) continue;
      const token = randomBytes(24).toString('base64url');
      const key = row.unique_key === null ? null : runningKey(row.unique_key);
      try {
        await run(statements.begin({ id, token, until, key, attempts: row.attempts + 1 }));
      } catch (error) {
        // Another with the same key has begun since it was looked for.
        if (failureOf(error) !== 'duplicate') throw error;
        continue;
      }
      return {
        lease: { id, token },
        kind: row.kind,
        payload: JSON.parse(row.payload) as JsonObject,
        attempt: row.attempts + 1,
      } satisfies ClaimedJob;
    }
    return undefined;
  }

  /** Puts a job back to wait. One with its key that waits already does the same work. */
  async function putBack(
    run: Run,
    { id, token }: Lease,
    back: { readonly runAt?: number; readonly reason?: string; readonly attempts?: number },
  ): Promise<boolean> {
    const [row] = (await run(statements.held({ id, token }))).rows;
    if (row === undefined || row.state !== 'running') return false;
    const attempts = row.attempts + (back.attempts ?? 0);
    const reason = back.reason ?? row.last_error;
    const key = row.unique_key === null ? null : waitingKey(row.unique_key);
    const isAskedAnew = key !== null && (await run(statements.byKey({ key }))).rows.length > 0;
    if (isAskedAnew) {
      await run(statements.drop({ id }));
      return true;
    }
    await run(statements.wait({ id, key, runAt: back.runAt ?? row.run_at, reason, attempts }));
    return true;
  }

  async function settleIn(run: Run, lease: Lease, settlement: Settlement): Promise<boolean> {
    const { id, token } = lease;
    switch (settlement.state) {
      case 'done': {
        const keep = settlement.keep === undefined ? null : JSON.stringify(settlement.keep);
        const at = settlement.at.getTime();
        const query =
          keep === null
            ? statements.done({ id, token, at })
            : statements.doneKeeping({ id, token, at, keep });
        if ((await run(query)).numAffectedRows === 1n) return true;
        // Its handler has said so already, with what it wrote.
        return (await run(statements.held({ id, token }))).rows[0]?.state === 'done';
      }
      case 'failed': {
        const { at, reason } = settlement;
        const query = statements.fail({ id, token, at: at.getTime(), reason });
        return (await run(query)).numAffectedRows === 1n;
      }
      case 'waiting': {
        const { runAt, reason } = settlement;
        return putBack(run, lease, { runAt: runAt.getTime(), reason });
      }
      case 'released':
        return putBack(run, lease, { attempts: -1 });
    }
  }

  return {
    transact: (work) =>
      database.write((run) =>
        work({
          ...ledger(run),
          async find(id) {
            const [row] = (await run(statements.find({ id }))).rows;
            return row && job(row);
          },
          async revive(id, now) {
            const query = statements.revive({ id, now: now.getTime() });
            return (await run(query)).numAffectedRows === 1n;
          },
          async drop(id) {
            return (await run(statements.dropIdle({ id }))).numAffectedRows === 1n;
          },
        }),
      ),
    async claim({ kinds, now, until }) {
      if (kinds.length === 0) return undefined;
      // Looking takes no lock: on SQLite nobody waits for it, on a server it holds no gap where jobs are added.
      const due = await database.read(statements.due(kinds, now.getTime(), seen));
      const ids = due.rows.map(({ id }) => id);
      if (ids.length === 0) return undefined;
      return database.write((run) => take(run, ids, until.getTime()));
    },
    async extend({ id, token }, until) {
      const query = statements.extend({ id, token, until: until.getTime() });
      return (await database.write((run) => run(query))).numAffectedRows === 1n;
    },
    settle: (lease, settlement) => database.write((run) => settleIn(run, lease, settlement)),
    async reclaim(now, most) {
      const { rows } = await database.read(statements.silent({ now: now.getTime() }));
      let count = 0;
      for (const { id, lease_token: token, attempts } of rows) {
        if (token === null) continue;
        const reason = 'The process that did this went silent.';
        const settlement: Settlement =
          attempts >= most
            ? { state: 'failed', at: now, reason }
            : { state: 'waiting', runAt: now, reason };
        const isTaken = await database.write(async (run) => {
          // It may have shown a sign of life since.
          const [still] = (await run(statements.held({ id, token }))).rows;
          if ((still?.lease_until ?? Number.POSITIVE_INFINITY) >= now.getTime()) return false;
          return settleIn(run, { id, token }, settlement);
        });
        if (isTaken) count += 1;
      }
      return count;
    },
    async list(query) {
      return (await database.read(statements.list(query))).rows.map(job);
    },
    async counts() {
      const { rows } = await database.read(statements.counts({}));
      return rows.map(({ kind, state, count }) => ({ kind, state, count: Number(count) }));
    },
    async sweep(before) {
      const { rows } = await database.read(statements.swept({ before: before.getTime() }));
      for (const { id } of rows) await database.write((run) => run(statements.drop({ id })));
      return rows.length;
    },
  };
}

interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly state: JobState;
  readonly run_at: number;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly created: number;
  readonly finished: number | null;
}

function job({ id, kind, payload, state, attempts, ...row }: JobRow): Job {
  return {
    id,
    kind,
    payload: JSON.parse(payload) as JsonObject,
    state,
    attempts,
    runAt: new Date(row.run_at),
    lastError: row.last_error,
    created: new Date(row.created),
    finished: row.finished === null ? null : new Date(row.finished),
  };
}

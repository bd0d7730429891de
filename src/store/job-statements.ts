import { type Kysely, sql } from 'kysely';
import type { JobState } from '../jobs/job.ts';
import type { JobQuery } from '../jobs/job-store.ts';
import type { DatabaseKind } from './database-kind.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

const prefix = 'running ';

/** The key of a job while it runs: nobody else's, and not the one by which others are asked for. */
export function runningKey(key: string): string {
  return prefix + key;
}

/** The key by which it was asked for. */
export function waitingKey(key: string): string {
  return key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

const columns = [
  'id',
  'kind',
  'payload',
  'state',
  'run_at',
  'attempts',
  'last_error',
  'created',
  'finished',
] as const;

/** The statements of the jobs' store. Times are milliseconds since 1970. */
export function jobStatements(db: Kysely<Tables>, kind: DatabaseKind) {
  const lease = { id: text(), token: text() };
  const held = (id: string, token: string) =>
    db.updateTable('job').where('id', '=', id).where('lease_token', '=', token);
  const ours = (id: string, token: string) => held(id, token).where('state', '=', 'running');
  return {
    /** Those that are due and whose key nobody works on. */
    due: (kinds: readonly string[], now: number, limit: number) =>
      db
        .selectFrom('job')
        .select('id')
        .where('state', '=', 'waiting')
        .where('run_at', '<=', now)
        .where('kind', 'in', kinds)
        .where(({ or, not, exists, eb, selectFrom }) =>
          or([
            eb('unique_key', 'is', null),
            not(
              exists(
                selectFrom('job as other')
                  .select('other.id')
                  .where(
                    'other.unique_key',
                    '=',
                    sql<string>`concat(${prefix}, ${sql.ref('job.unique_key')})`,
                  ),
              ),
            ),
          ]),
        )
        .orderBy('priority', 'desc')
        .orderBy('run_at')
        .orderBy('id')
        .limit(limit)
        .compile(),
    free: template({ id: text() }, ({ id }) => {
      const row = db
        .selectFrom('job')
        .select(['kind', 'payload', 'unique_key', 'attempts'])
        .where('id', '=', id)
        .where('state', '=', 'waiting');
      // SQLite has one writer, and this is it.
      return kind === 'sqlite' ? row : row.forUpdate().skipLocked();
    }),
    begin: template(
      { ...lease, until: integer(), key: nullableText(), attempts: integer() },
      ({ id, token, until, key, attempts }) =>
        db
          .updateTable('job')
          .set({
            state: 'running',
            lease_token: token,
            lease_until: until,
            unique_key: key,
            attempts,
          })
          .where('id', '=', id)
          .where('state', '=', 'waiting'),
    ),
    extend: template({ ...lease, until: integer() }, ({ id, token, until }) =>
      ours(id, token).set({ lease_until: until }),
    ),
    held: template(lease, ({ id, token }) =>
      db
        .selectFrom('job')
        .select(['state', 'unique_key', 'run_at', 'attempts', 'last_error', 'lease_until'])
        .where('id', '=', id)
        .where('lease_token', '=', token),
    ),
    byKey: template({ key: text() }, ({ key }) =>
      db.selectFrom('job').select('id').where('unique_key', '=', key),
    ),
    done: template({ ...lease, at: integer() }, ({ id, token, at }) =>
      ours(id, token).set({ ...over('done'), finished: at }),
    ),
    doneKeeping: template({ ...lease, at: integer(), keep: text() }, ({ id, token, at, keep }) =>
      ours(id, token).set({ ...over('done'), finished: at, payload: keep }),
    ),
    fail: template({ ...lease, at: integer(), reason: text() }, ({ id, token, at, reason }) =>
      ours(id, token).set({ ...over('failed'), finished: at, last_error: reason }),
    ),
    wait: template(
      {
        id: text(),
        key: nullableText(),
        runAt: integer(),
        reason: nullableText(),
        attempts: integer(),
      },
      ({ id, key, runAt, reason, attempts }) =>
        db
          .updateTable('job')
          .set({ state: 'waiting', unique_key: key, run_at: runAt, last_error: reason, attempts })
          .set({ lease_token: null, lease_until: null })
          .where('id', '=', id),
    ),
    silent: template({ now: integer() }, ({ now }) =>
      db
        .selectFrom('job')
        .select(['id', 'lease_token', 'attempts'])
        .where('state', '=', 'running')
        .where('lease_until', '<', now)
        .limit(100),
    ),
    find: template({ id: text() }, ({ id }) =>
      db.selectFrom('job').select(columns).where('id', '=', id),
    ),
    list: ({ states, kind: wanted, limit, before }: JobQuery) => {
      let query = db.selectFrom('job').select(columns).where('state', 'in', states);
      if (wanted !== undefined) query = query.where('kind', '=', wanted);
      if (before !== undefined) {
        const time = before.created.getTime();
        query = query.where(({ or, and, eb }) =>
          or([eb('created', '<', time), and([eb('created', '=', time), eb('id', '<', before.id)])]),
        );
      }
      return query.orderBy('created', 'desc').orderBy('id', 'desc').limit(limit).compile();
    },
    counts: template({}, () =>
      db
        .selectFrom('job')
        .select(['kind', 'state'])
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .groupBy(['kind', 'state'])
        .orderBy('kind')
        .orderBy('state'),
    ),
    revive: template({ id: text(), now: integer() }, ({ id, now }) =>
      db
        .updateTable('job')
        .set({ state: 'waiting', run_at: now, attempts: 0, finished: null, lease_token: null })
        .where('id', '=', id)
        .where('state', '=', 'failed'),
    ),
    drop: template({ id: text() }, ({ id }) => db.deleteFrom('job').where('id', '=', id)),
    dropIdle: template({ id: text() }, ({ id }) =>
      db.deleteFrom('job').where('id', '=', id).where('state', 'in', ['waiting', 'failed']),
    ),
    swept: template({ before: integer() }, ({ before }) =>
      db
        .selectFrom('job')
        .select('id')
        .where('state', '=', 'done')
        .where('finished', '<', before)
        .limit(500),
    ),
  };
}

/** What is no longer of a job that is over; the token stays, so that whoever had it knows that it was in time. */
function over(state: Extract<JobState, 'done' | 'failed'>) {
  return { state, unique_key: null, lease_until: null };
}

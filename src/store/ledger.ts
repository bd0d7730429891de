import { randomUUIDv7 } from 'node:crypto';
import { type Kysely, SqliteAdapter } from 'kysely';
import type { AuditTrail } from '../audit/audit-event.ts';
import { beginning, type ChainedEvent, chained } from '../audit/chained-event.ts';
import { LeaseLost } from '../jobs/job.ts';
import type { Outbox } from '../jobs/job-request.ts';
import { monotonicIds } from '../kernel/monotonic-ids.ts';
import type { Run } from './database.ts';
import { failureOf } from './failure.ts';
import type { JobTable, Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** What every transaction can do beside its own: tell the audit, and ask for work to be done later. */
export type Ledger = AuditTrail & Outbox;

/** Compiles the statements once; the result makes a transaction's ledger of its `run`. */
export function openLedger(db: Kysely<Tables>): (run: Run) => Ledger {
  const commands = ledgerCommands(db);
  const isAlone = db.getExecutor().adapter instanceof SqliteAdapter;
  return (run) => ({
    async audit(event) {
      // The counter's row is held until the end, so events are chained in the order of commits; SQLite has one writer anyway.
      if (!isAlone) await run(commands.lock({}));
      const last = (await run(commands.last({}))).rows[0] ?? { number: 0, hash: beginning };
      const { organization, actorKind, actorId, objectKind, objectId, personal, ...same } = chained(
        event,
        last,
      );
      await run(
        commands.append({
          ...same,
          personal: personal ?? '',
          organization,
          actorKind,
          actorId,
          objectKind,
          objectId,
        }),
      );
    },
    async enqueue({ kind, payload, runAt = new Date(0), key, priority = 0 }) {
      const now = Date.now();
      if (key !== undefined && (await run(commands.waiting({ key }))).rows.length > 0) return;
      try {
        await run(
          commands.enqueue({
            id: newId(),
            kind,
            payload: JSON.stringify(payload),
            key: key ?? null,
            priority,
            state: 'waiting',
            runAt: Math.max(now, runAt.getTime()),
            now,
          }),
        );
      } catch (error) {
        // Somebody else has just asked for the same.
        if (key === undefined || failureOf(error) !== 'duplicate') throw error;
      }
    },
    async finish(lease, keep) {
      const values = { ...lease, at: Date.now() };
      const query =
        keep === undefined
          ? commands.finish(values)
          : commands.finishKeeping({ ...values, keep: JSON.stringify(keep) });
      if ((await run(query)).numAffectedRows !== 1n) throw new LeaseLost(lease);
    },
  });
}

/** Jobs asked for in one millisecond are listed in the order they were asked for. */
const newId = monotonicIds(randomUUIDv7);

const lease = { id: text(), token: text() };
const finished = { state: 'done', unique_key: null, lease_until: null } as const;

function ledgerCommands(db: Kysely<Tables>) {
  const ours = (id: string, token: string) =>
    db
      .updateTable('job')
      .where('id', '=', id)
      .where('lease_token', '=', token)
      .where('state', '=', 'running');
  return {
    lock: template({}, () =>
      db
        .updateTable('counter')
        .set(({ ref }) => ({ value: ref('value') }))
        .where('name', '=', 'audit'),
    ),
    last: template({}, () =>
      db.selectFrom('audit').select(['number', 'hash']).orderBy('number', 'desc').limit(1),
    ),
    append: template(
      {
        number: integer(),
        at: text(),
        organization: nullableText(),
        actorKind: text<ChainedEvent['actorKind']>(),
        actorId: nullableText(),
        action: text(),
        objectKind: text(),
        objectId: text(),
        details: text(),
        personal: text(),
        personalHash: text(),
        previous: text(),
        hash: text(),
      },
      ({ organization, actorKind, actorId, objectKind, objectId, personalHash, ...same }) =>
        db.insertInto('audit').values({
          ...same,
          organization_id: organization,
          actor_kind: actorKind,
          actor_id: actorId,
          object_kind: objectKind,
          object_id: objectId,
          personal_hash: personalHash,
        }),
    ),
    finish: template({ ...lease, at: integer() }, ({ id, token, at }) =>
      ours(id, token).set({ ...finished, finished: at }),
    ),
    finishKeeping: template({ ...lease, at: integer(), keep: text() }, ({ id, token, at, keep }) =>
      ours(id, token).set({ ...finished, finished: at, payload: keep }),
    ),
    waiting: template({ key: text() }, ({ key }) =>
      db.selectFrom('job').select('id').where('unique_key', '=', key),
    ),
    enqueue: template(
      {
        id: text(),
        kind: text(),
        payload: text(),
        key: nullableText(),
        priority: integer(),
        state: text<JobTable['state']>(),
        runAt: integer(),
        now: integer(),
      },
      ({ key, runAt, now, ...same }) =>
        db.insertInto('job').values({
          ...same,
          unique_key: key,
          run_at: runAt,
          attempts: 0,
          created: now,
        }),
    ),
  };
}

import { sql } from 'kysely';
import type { AuditQuery, AuditStore } from '../audit/audit-store.ts';
import type { ChainedEvent } from '../audit/chained-event.ts';
import type { Database } from './database.ts';
import { openLedger } from './ledger.ts';
import { integer, template } from './template.ts';

/** How many events are cleaned in one transaction: writers wait for no more. */
const batch = 500;
/** Events that may stand before one of an earlier time. */
const slack = 1000;

/** The audit's store over either database. */
export function kyselyAuditStore(database: Database): AuditStore {
  const db = database.kysely;
  const ledger = openLedger(db);
  const events = () =>
    db
      .selectFrom('audit')
      .select(['number', 'at', 'action', 'details', 'personal', 'previous', 'hash'])
      .select(['organization_id as organization', 'actor_kind as actorKind', 'actor_id as actorId'])
      .select(['object_kind as objectKind', 'object_id as objectId'])
      .select('personal_hash as personalHash');
  const after = template({ number: integer(), limit: integer() }, ({ number, limit }) =>
    events().where('number', '>', number).orderBy('number').limit(limit),
  );
  const head = template({}, () => events().orderBy('number', 'desc').limit(1));
  const erase = template({ number: integer() }, ({ number }) =>
    db.updateTable('audit').set({ personal: null }).where('number', '=', number),
  );

  /** The first number at or after a time, by halving: numbers rise with time, and an index of times would cost every write. */
  async function numberAt(time: string): Promise<number> {
    let [low, high] = [1, ((await database.read(head({}))).rows[0]?.number ?? 0) + 1];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [row] = (await database.read(after({ number: middle - 1, limit: 1 }))).rows;
      if (row === undefined || row.at >= time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  async function listing({ organizations, actor, object, actions, ...query }: AuditQuery) {
    let select = events().orderBy('number', 'desc').limit(query.limit);
    // Clocks of several processes differ a little: the times themselves decide.
    if (query.since !== undefined)
      select = select.where('number', '>', (await numberAt(query.since)) - slack);
    if (query.until !== undefined)
      select = select.where('number', '<', (await numberAt(query.until)) + slack);
    if (organizations !== undefined)
      select =
        organizations.length === 0
          ? select.where(sql<boolean>`1 = 0`)
          : select.where('organization_id', 'in', organizations);
    if (actor !== undefined) select = select.where('actor_id', '=', actor);
    if (object !== undefined) select = select.where('object_id', '=', object);
    if (actions !== undefined) select = select.where('action', 'in', actions);
    if (query.since !== undefined) select = select.where('at', '>=', query.since);
    if (query.until !== undefined) select = select.where('at', '<', query.until);
    if (query.before !== undefined) select = select.where('number', '<', query.before);
    return select.compile();
  }

  return {
    transact: (work) => database.write((run) => work(ledger(run))),
    async list(query) {
      return (await database.read(await listing(query))).rows.map(event);
    },
    async after(number, limit) {
      return (await database.read(after({ number, limit }))).rows.map(event);
    },
    async head() {
      const [row] = (await database.read(head({}))).rows;
      return row && event(row);
    },
    async clean(before, actions) {
      let count = 0;
      for (let last = 0; ; ) {
        let select = db
          .selectFrom('audit')
          .select('number')
          .where('number', '>', last)
          .where('at', '<', before)
          .where('personal', 'is not', null);
        if (actions !== undefined) select = select.where('action', 'in', actions);
        const query = select.orderBy('number').limit(batch).compile();
        const { rows } = await database.read(query);
        if (rows.length === 0) return count;
        await database.write(async (run) => {
          for (const { number } of rows) await run(erase({ number }));
        });
        count += rows.length;
        last = rows.at(-1)?.number ?? last;
      }
    },
  };
}

/** The row as an object of our own. */
function event(row: ChainedEvent): ChainedEvent {
  return { ...row };
}

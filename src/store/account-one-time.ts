import type { Kysely } from 'kysely';
import type { AccountReader, AccountTransaction } from '../accounts/account-store.ts';
import type { OneTime, OneTimeKind } from '../accounts/one-time.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** What can be asked and done about secrets that work once, counted attempts, and what has grown old. */
export type OneTimeWork = Pick<AccountReader, 'findOneTime' | 'findAttempts'> &
  Pick<
    AccountTransaction,
    | 'addOneTime'
    | 'useOneTime'
    | 'removeOneTimes'
    | 'saveAttempts'
    | 'removeAttempts'
    | 'clean'
    | 'lock'
  >;

/** Compiles the statements on one-time secrets once. */
export function accountOneTime(db: Kysely<Tables>): (run: Run) => OneTimeWork {
  const find = template({ kind: text<OneTimeKind>(), hash: text() }, ({ kind, hash }) =>
    db
      .selectFrom('one_time')
      .select(['hash', 'kind', 'person_id as person', 'data', 'expires'])
      .where('hash', '=', hash)
      .where('kind', '=', kind),
  );
  const add = template(
    {
      hash: text(),
      kind: text<OneTimeKind>(),
      person: nullableText(),
      data: text(),
      expires: integer(),
    },
    ({ person, ...same }) => db.insertInto('one_time').values({ ...same, person_id: person }),
  );
  const use = template({ hash: text() }, ({ hash }) =>
    db.deleteFrom('one_time').where('hash', '=', hash),
  );
  const removeOf = template({ person: text(), kind: text<OneTimeKind>() }, ({ person, kind }) =>
    db.deleteFrom('one_time').where('person_id', '=', person).where('kind', '=', kind),
  );
  const attempts = template({ key: text() }, ({ key }) =>
    db
      .selectFrom('attempt')
      .select(['key_hash as keyHash', 'count', 'not_before as notBefore', 'at'])
      .where('key_hash', '=', key),
  );
  const addAttempts = template(
    { key: text(), count: integer(), notBefore: integer(), at: integer() },
    ({ key, count, notBefore, at }) =>
      db.insertInto('attempt').values({ key_hash: key, count, not_before: notBefore, at }),
  );
  const removeAttempts = template({ key: text() }, ({ key }) =>
    db.deleteFrom('attempt').where('key_hash', '=', key),
  );
  const lock = template({}, () =>
    db
      .updateTable('counter')
      .set(({ ref }) => ({ value: ref('value') }))
      .where('name', '=', 'accounts'),
  );
  const before = { before: text() };
  const cleaners = {
    sessionsSeen: template(before, (slots) =>
      db.deleteFrom('session').where('seen', '<', slots.before),
    ),
    sessionsCreated: template(before, (slots) =>
      db.deleteFrom('session').where('created', '<', slots.before),
    ),
    unconfirmedCreated: template(before, (slots) =>
      db.deleteFrom('person').where('confirmed', 'is', null).where('created', '<', slots.before),
    ),
    invitationsExpired: template(before, (slots) =>
      db.deleteFrom('invitation').where('expires', '<', slots.before),
    ),
    devicesSeen: template(before, (slots) =>
      db.deleteFrom('device').where('seen', '<', slots.before),
    ),
  };
  const oldOneTimes = template({ before: integer() }, (slots) =>
    db.deleteFrom('one_time').where('expires', '<', slots.before),
  );
  const oldAttempts = template({ before: integer() }, (slots) =>
    db.deleteFrom('attempt').where('at', '<', slots.before),
  );

  return (run) => ({
    async lock() {
      await run(lock({}));
    },
    async findOneTime(kind, hash) {
      const [row] = (await run(find({ kind, hash }))).rows;
      return row && oneTime(row);
    },
    async addOneTime({ data, ...same }) {
      await run(add({ ...same, data: JSON.stringify(data) }));
    },
    async useOneTime(hash) {
      return (await run(use({ hash }))).numAffectedRows === 1n;
    },
    async removeOneTimes(person, kind) {
      await run(removeOf({ person, kind }));
    },
    async findAttempts(key) {
      const [row] = (await run(attempts({ key }))).rows;
      return row && { ...row };
    },
    async saveAttempts({ keyHash, count, notBefore, at }) {
      await run(removeAttempts({ key: keyHash }));
      await run(addAttempts({ key: keyHash, count, notBefore, at }));
    },
    async removeAttempts(key) {
      await run(removeAttempts({ key }));
    },
    async clean({ oneTimesExpired, attempts: oldest, ...texts }) {
      let rows = 0n;
      const count = ({ numAffectedRows = 0n }: { readonly numAffectedRows?: bigint }) => {
        rows += numAffectedRows;
      };
      for (const [what, cleaner] of Object.entries(cleaners)) {
        // The keys of `cleaners` are keys of `texts`, which the compiler sees at the next line.
        const key = what as keyof typeof cleaners;
        count(await run(cleaner({ before: texts[key] })));
      }
      count(await run(oldOneTimes({ before: oneTimesExpired })));
      count(await run(oldAttempts({ before: oldest })));
      return Number(rows);
    },
  });
}

function oneTime({ data, ...row }: Omit<OneTime, 'data'> & { readonly data: string }): OneTime {
  // Written by `addOneTime`.
  return { ...row, data: JSON.parse(data) as JsonObject };
}

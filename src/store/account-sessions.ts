import type { Kysely } from 'kysely';
import type {
  AccountReader,
  AccountTransaction,
  StoredSession,
} from '../accounts/account-store.ts';
import type { MemberRole } from '../accounts/person.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { nullableText, template, text } from './template.ts';

/** What can be asked and done about sessions and known devices. */
export type SessionWork = Pick<AccountReader, 'findSession' | 'listSessions' | 'findDevice'> &
  Pick<
    AccountTransaction,
    | 'addSession'
    | 'saveSession'
    | 'removeSession'
    | 'removeSessions'
    | 'saveDevice'
    | 'removeDevices'
  > & { touchSession(id: string, seen: string): Promise<void> };

/** Compiles the statements on sessions once. */
export function accountSessions(db: Kysely<Tables>): (run: Run) => SessionWork {
  const sessions = () =>
    db
      .selectFrom('session')
      .select(['id', 'hash', 'person_id as person', 'created', 'seen', 'proved', 'agent'])
      .select(['address', 'see_as_organization as seeOrganization', 'see_as_role as seeRole']);
  const byHash = template({ hash: text() }, ({ hash }) => sessions().where('hash', '=', hash));
  const ofPerson = template({ person: text() }, ({ person }) =>
    sessions().where('person_id', '=', person).orderBy('seen', 'desc').orderBy('id'),
  );
  const insert = template(
    {
      id: text(),
      hash: text(),
      person: text(),
      created: text(),
      seen: text(),
      proved: text(),
      agent: text(),
      address: text(),
    },
    ({ person, ...same }) => db.insertInto('session').values({ ...same, person_id: person }),
  );
  const save = template(
    {
      id: text(),
      seen: text(),
      proved: text(),
      seeOrganization: nullableText(),
      seeRole: { ...nullableText(), value: null as MemberRole | null },
    },
    ({ id, seen, proved, seeOrganization, seeRole }) =>
      db
        .updateTable('session')
        .set({ seen, proved, see_as_organization: seeOrganization, see_as_role: seeRole })
        .where('id', '=', id),
  );
  const touch = template({ id: text(), seen: text() }, ({ id, seen }) =>
    db.updateTable('session').set({ seen }).where('id', '=', id).where('seen', '<', seen),
  );
  const remove = template({ person: text(), id: text() }, ({ person, id }) =>
    db.deleteFrom('session').where('person_id', '=', person).where('id', '=', id),
  );
  const removeOthers = template({ person: text(), but: text() }, ({ person, but }) =>
    db.deleteFrom('session').where('person_id', '=', person).where('id', '!=', but),
  );
  const device = template({ hash: text(), person: text() }, ({ hash, person }) =>
    db
      .selectFrom('device')
      .select(['hash', 'person_id as person', 'created', 'seen'])
      .where('hash', '=', hash)
      .where('person_id', '=', person),
  );
  const addDevice = template(
    { hash: text(), person: text(), created: text(), seen: text() },
    ({ person, ...same }) => db.insertInto('device').values({ ...same, person_id: person }),
  );
  const touchDevice = template(
    { hash: text(), person: text(), seen: text() },
    ({ hash, person, seen }) =>
      db
        .updateTable('device')
        .set({ seen })
        .where('hash', '=', hash)
        .where('person_id', '=', person),
  );
  const removeDevices = template({ person: text() }, ({ person }) =>
    db.deleteFrom('device').where('person_id', '=', person),
  );

  return (run) => ({
    async findSession(hash) {
      const [row] = (await run(byHash({ hash }))).rows;
      return row && session(row);
    },
    async listSessions(person) {
      return (await run(ofPerson({ person }))).rows.map((row) => session(row));
    },
    async addSession({ id, hash, person, created, seen, proved, agent, address }) {
      await run(insert({ id, hash, person, created, seen, proved, agent, address }));
    },
    async saveSession({ id, seen, proved, seeAs }) {
      const seeOrganization = seeAs?.organization ?? null;
      await run(save({ id, seen, proved, seeOrganization, seeRole: seeAs?.role ?? null }));
    },
    async touchSession(id, seen) {
      await run(touch({ id, seen }));
    },
    async removeSession(person, id) {
      return (await run(remove({ person, id }))).numAffectedRows === 1n;
    },
    async removeSessions(person, but = '') {
      return Number((await run(removeOthers({ person, but }))).numAffectedRows ?? 0n);
    },
    async findDevice(hash, person) {
      const [row] = (await run(device({ hash, person }))).rows;
      return row && { ...row };
    },
    async saveDevice({ hash, person, created, seen }) {
      // MySQL counts rows that change, and the device may have been seen this very moment.
      const known = (await run(device({ hash, person }))).rows.length > 0;
      await run(
        known ? touchDevice({ hash, person, seen }) : addDevice({ hash, person, created, seen }),
      );
    },
    async removeDevices(person) {
      await run(removeDevices({ person }));
    },
  });
}

type Row = Omit<StoredSession, 'seeAs'> & {
  readonly seeOrganization: string | null;
  readonly seeRole: MemberRole | null;
};

function session({ seeOrganization, seeRole, ...row }: Row): StoredSession {
  const { id, hash, person, created, seen, proved, agent, address } = row;
  const seeAs =
    seeOrganization === null || seeRole === null
      ? null
      : { organization: seeOrganization, role: seeRole };
  return { id, hash, person, created, seen, proved, agent, address, seeAs };
}

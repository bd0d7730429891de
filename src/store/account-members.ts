import type { Kysely } from 'kysely';
import type { AccountReader, AccountTransaction } from '../accounts/account-store.ts';
import type { MemberRole } from '../accounts/person.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { template, text } from './template.ts';

/** What can be asked and done about who belongs to which organisation. */
export type MemberWork = Pick<
  AccountReader,
  | 'findMembership'
  | 'listMemberships'
  | 'listMembers'
  | 'countAdministrators'
  | 'findRequest'
  | 'listRequests'
  | 'listRequestsOf'
> &
  Pick<AccountTransaction, 'saveMembership' | 'removeMembership' | 'saveRequest' | 'removeRequest'>;

/** Compiles the statements on memberships once. */
export function accountMembers(db: Kysely<Tables>): (run: Run) => MemberWork {
  const memberships = () =>
    db
      .selectFrom('membership')
      .select(['person_id as person', 'organization_id as organization', 'role', 'since']);
  const one = template({ person: text(), organization: text() }, ({ person, organization }) =>
    memberships().where('person_id', '=', person).where('organization_id', '=', organization),
  );
  const ofPerson = template({ person: text() }, ({ person }) =>
    memberships().where('person_id', '=', person).orderBy('since').orderBy('organization_id'),
  );
  const members = template({ organization: text() }, ({ organization }) =>
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(['membership.person_id as person', 'membership.organization_id as organization'])
      .select(['membership.role', 'membership.since', 'person.name', 'person.email'])
      .select(['person.disabled', 'person.seen'])
      .where('membership.organization_id', '=', organization)
      .orderBy('person.name')
      .orderBy('person.id'),
  );
  const administrators = template({ organization: text() }, ({ organization }) =>
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('membership.organization_id', '=', organization)
      .where('membership.role', '=', 'administrator')
      .where('person.disabled', 'is', null)
      .where('person.confirmed', 'is not', null),
  );
  const insert = template(
    { person: text(), organization: text(), role: text<MemberRole>(), since: text() },
    ({ person, organization, ...same }) =>
      db
        .insertInto('membership')
        .values({ ...same, person_id: person, organization_id: organization }),
  );
  const update = template(
    { person: text(), organization: text(), role: text<MemberRole>() },
    ({ person, organization, role }) =>
      db
        .updateTable('membership')
        .set({ role })
        .where('person_id', '=', person)
        .where('organization_id', '=', organization),
  );
  const remove = template({ person: text(), organization: text() }, ({ person, organization }) =>
    db
      .deleteFrom('membership')
      .where('person_id', '=', person)
      .where('organization_id', '=', organization),
  );
  const wishes = () =>
    db
      .selectFrom('membership_request')
      .select(['id', 'person_id as person', 'organization_id as organization'])
      .select(['message', 'created']);
  const wish = template({ id: text() }, ({ id }) => wishes().where('id', '=', id));
  const wishesOf = template({ person: text() }, ({ person }) =>
    wishes().where('person_id', '=', person).orderBy('id'),
  );
  const wishesTo = template({ organization: text() }, ({ organization }) =>
    db
      .selectFrom('membership_request as wish')
      .innerJoin('person', 'person.id', 'wish.person_id')
      .select(['wish.id', 'wish.person_id as person', 'wish.organization_id as organization'])
      .select(['wish.message', 'wish.created', 'person.name', 'person.email'])
      .where('wish.organization_id', '=', organization)
      .where('person.disabled', 'is', null)
      .orderBy('wish.id'),
  );
  const insertWish = template(
    { id: text(), person: text(), organization: text(), message: text(), created: text() },
    ({ person, organization, ...same }) =>
      db
        .insertInto('membership_request')
        .values({ ...same, person_id: person, organization_id: organization }),
  );
  const removeWish = template({ id: text() }, ({ id }) =>
    db.deleteFrom('membership_request').where('id', '=', id),
  );
  const removeWishOf = template(
    { person: text(), organization: text() },
    ({ person, organization }) =>
      db
        .deleteFrom('membership_request')
        .where('person_id', '=', person)
        .where('organization_id', '=', organization),
  );

  return (run) => ({
    async findMembership(person, organization) {
      const [row] = (await run(one({ person, organization }))).rows;
      return row && { ...row };
    },
    listMemberships: async (person) => copies((await run(ofPerson({ person }))).rows),
    listMembers: async (organization) => copies((await run(members({ organization }))).rows),
    async countAdministrators(organization) {
      return Number((await run(administrators({ organization }))).rows[0]?.count ?? 0);
    },
    async saveMembership({ person, organization, role, since }) {
      const isMember = (await run(one({ person, organization }))).rows.length > 0;
      await run(
        isMember
          ? update({ person, organization, role })
          : insert({ person, organization, role, since }),
      );
    },
    async removeMembership(person, organization) {
      return (await run(remove({ person, organization }))).numAffectedRows === 1n;
    },
    async findRequest(id) {
      const [row] = (await run(wish({ id }))).rows;
      return row && { ...row };
    },
    listRequests: async (organization) => copies((await run(wishesTo({ organization }))).rows),
    listRequestsOf: async (person) => copies((await run(wishesOf({ person }))).rows),
    async saveRequest({ id, person, organization, message, created }) {
      await run(removeWishOf({ person, organization }));
      await run(insertWish({ id, person, organization, message, created }));
    },
    async removeRequest(id) {
      return (await run(removeWish({ id }))).numAffectedRows === 1n;
    },
  });
}

/** The rows as objects of our own. */
function copies<Row extends object>(rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => ({ ...row }));
}

import { type Kysely, sql } from 'kysely';
import type { AccountReader, AccountTransaction } from '../accounts/account-store.ts';
import type { Person } from '../accounts/person.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { Run } from './database.ts';
import { failureOf } from './failure.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** What can be asked and done about people themselves. */
export type PeopleWork = Pick<
  AccountReader,
  | 'findPerson'
  | 'findPersonByEmail'
  | 'listPeople'
  | 'countPeople'
  | 'listOperators'
  | 'countOperators'
> &
  Pick<AccountTransaction, 'addPerson' | 'savePerson' | 'touchPerson' | 'removePerson'>;

/** Compiles the statements on people once. */
export function accountPeople(db: Kysely<Tables>): (run: Run) => PeopleWork {
  const people = () =>
    db
      .selectFrom('person')
      .select(['id', 'email', 'email_key as emailKey', 'name', 'language', 'confirmed'])
      .select(['disabled', 'is_operator as operator', 'created', 'seen']);
  const byId = template({ id: text() }, ({ id }) => people().where('id', '=', id));
  const byEmail = template({ email: text() }, ({ email }) =>
    people().where('email_key', '=', email),
  );
  // Not `like`: its wildcards would be the reader's. SQLite's `lower` knows a to z only.
  const small = [...'åäöéü'].reduce(
    (name, letter) => sql`replace(${name}, ${sql.lit(letter.toUpperCase())}, ${sql.lit(letter)})`,
    sql`lower(name)`,
  );
  const bears = (slot: string) =>
    sql<boolean>`(instr(${small}, ${slot}) > 0 or instr(email_key, ${slot}) > 0)`;
  const page = template({ after: text(), text: text(), limit: integer() }, (slots) =>
    people()
      .where('id', '>', slots.after)
      .where(bears(slots.text))
      .orderBy('id')
      .limit(slots.limit),
  );
  const count = template({ text: text() }, (slots) =>
    db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(bears(slots.text)),
  );
  const operators = template({}, () =>
    db
      .selectFrom('person')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('is_operator', '=', 1)
      .where('disabled', 'is', null)
      .where('confirmed', 'is not', null),
  );
  const listOperators = template({}, () =>
    people()
      .where('is_operator', '=', 1)
      .where('disabled', 'is', null)
      .where('confirmed', 'is not', null)
      .orderBy('id'),
  );
  const columns = {
    id: text(),
    email: text(),
    emailKey: text(),
    name: text(),
    language: text<UserLanguage>(),
    confirmed: nullableText(),
    disabled: nullableText(),
    operator: integer(),
    seen: nullableText(),
  };
  const insert = template({ ...columns, created: text() }, ({ emailKey, operator, ...same }) =>
    db.insertInto('person').values({ ...same, email_key: emailKey, is_operator: operator }),
  );
  const update = template(columns, ({ id, emailKey, operator, ...same }) =>
    db
      .updateTable('person')
      .set({ ...same, email_key: emailKey, is_operator: operator })
      .where('id', '=', id),
  );
  const touch = template({ id: text(), seen: text() }, ({ id, seen }) =>
    db.updateTable('person').set({ seen }).where('id', '=', id),
  );
  const remove = template({ id: text() }, ({ id }) => db.deleteFrom('person').where('id', '=', id));
  // No foreign key takes it away.
  const forgetRead = template({ id: text() }, ({ id }) =>
    db.deleteFrom('dismissed_announcement').where('person_id', '=', id),
  );

  return (run) => ({
    async findPerson(id) {
      const [row] = (await run(byId({ id }))).rows;
      return row && person(row);
    },
    async findPersonByEmail(email) {
      const [row] = (await run(byEmail({ email }))).rows;
      return row && person(row);
    },
    async listPeople({ text: part = '', after = '', limit }) {
      return (await run(page({ after, text: part, limit }))).rows.map((row) => person(row));
    },
    listOperators: async () => (await run(listOperators({}))).rows.map((row) => person(row)),
    countPeople: async (part = '') =>
      Number((await run(count({ text: part }))).rows[0]?.count ?? 0),
    countOperators: async () => Number((await run(operators({}))).rows[0]?.count ?? 0),
    async addPerson({ isOperator, ...same }) {
      await unlessTaken(run(insert({ ...same, operator: isOperator ? 1 : 0 })));
    },
    async savePerson({ isOperator, ...same }) {
      await unlessTaken(run(update({ ...same, operator: isOperator ? 1 : 0 })));
    },
    async touchPerson(id, seen) {
      await run(touch({ id, seen }));
    },
    async removePerson(id) {
      await run(forgetRead({ id }));
      await run(remove({ id }));
    },
  });
}

async function unlessTaken(written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (failureOf(error) !== 'duplicate') throw error;
    throw new CatalogError(
      'name-taken',
      {
        sv: 'Det finns redan ett konto med den e-postadressen.',
        en: 'There is already an account with that e-mail address.',
      },
      { cause: error },
    );
  }
}

type Row = Omit<Person, 'isOperator'> & { readonly operator: number };

function person({ operator, ...row }: Row): Person {
  const { id, email, emailKey, name, language, confirmed, disabled, created, seen } = row;
  const isOperator = operator === 1;
  return { id, email, emailKey, name, language, confirmed, disabled, isOperator, created, seen };
}

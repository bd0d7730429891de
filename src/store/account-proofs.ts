import type { Kysely } from 'kysely';
import type { AccountReader, AccountTransaction } from '../accounts/account-store.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** What can be asked and done about passwords, one-time codes and recovery codes. */
export type ProofWork = Pick<AccountReader, 'findPassword' | 'findTotp' | 'countRecoveryCodes'> &
  Pick<
    AccountTransaction,
    | 'savePassword'
    | 'removePassword'
    | 'saveTotp'
    | 'removeTotp'
    | 'replaceRecoveryCodes'
    | 'useRecoveryCode'
  >;

/** Compiles the statements on passwords and codes once. */
export function accountProofs(db: Kysely<Tables>): (run: Run) => ProofWork {
  const person = { person: text() };
  const password = template(person, (slots) =>
    db
      .selectFrom('password')
      .select(['person_id as person', 'hash', 'changed'])
      .where('person_id', '=', slots.person),
  );
  const addPassword = template({ ...person, hash: text(), changed: text() }, (slots) =>
    db
      .insertInto('password')
      .values({ person_id: slots.person, hash: slots.hash, changed: slots.changed }),
  );
  const removePassword = template(person, (slots) =>
    db.deleteFrom('password').where('person_id', '=', slots.person),
  );
  const totp = template(person, (slots) =>
    db
      .selectFrom('totp')
      .select(['person_id as person', 'secret', 'confirmed', 'last_step as lastStep'])
      .where('person_id', '=', slots.person),
  );
  const addTotp = template(
    { ...person, secret: text(), confirmed: nullableText(), lastStep: integer() },
    ({ person: id, secret, confirmed, lastStep }) =>
      db.insertInto('totp').values({ person_id: id, secret, confirmed, last_step: lastStep }),
  );
  const removeTotp = template(person, (slots) =>
    db.deleteFrom('totp').where('person_id', '=', slots.person),
  );
  const countCodes = template(person, (slots) =>
    db
      .selectFrom('recovery_code')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('person_id', '=', slots.person),
  );
  const addCode = template({ ...person, hash: text() }, (slots) =>
    db.insertInto('recovery_code').values({ person_id: slots.person, hash: slots.hash }),
  );
  const removeCode = template({ ...person, hash: text() }, (slots) =>
    db
      .deleteFrom('recovery_code')
      .where('person_id', '=', slots.person)
      .where('hash', '=', slots.hash),
  );
  const removeCodes = template(person, (slots) =>
    db.deleteFrom('recovery_code').where('person_id', '=', slots.person),
  );

  return (run) => ({
    async findPassword(id) {
      const [row] = (await run(password({ person: id }))).rows;
      return row && { ...row };
    },
    async savePassword({ person: id, hash, changed }) {
      await run(removePassword({ person: id }));
      await run(addPassword({ person: id, hash, changed }));
    },
    async removePassword(id) {
      await run(removePassword({ person: id }));
    },
    async findTotp(id) {
      const [row] = (await run(totp({ person: id }))).rows;
      return row && { ...row };
    },
    async saveTotp({ person: id, secret, confirmed, lastStep }) {
      await run(removeTotp({ person: id }));
      await run(addTotp({ person: id, secret, confirmed, lastStep }));
    },
    async removeTotp(id) {
      await run(removeTotp({ person: id }));
    },
    async countRecoveryCodes(id) {
      return Number((await run(countCodes({ person: id }))).rows[0]?.count ?? 0);
    },
    async replaceRecoveryCodes(id, hashes) {
      await run(removeCodes({ person: id }));
      for (const hash of hashes) await run(addCode({ person: id, hash }));
    },
    async useRecoveryCode(id, hash) {
      return (await run(removeCode({ person: id, hash }))).numAffectedRows === 1n;
    },
  });
}

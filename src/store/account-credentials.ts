import { hash as digest } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AccountReader, AccountTransaction } from '../accounts/account-store.ts';
import type { Passkey } from '../accounts/proofs.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** What can be asked and done about passkeys and identities at providers. */
export type CredentialWork = Pick<
  AccountReader,
  'listPasskeys' | 'findPasskey' | 'findIdentity' | 'listIdentities'
> &
  Pick<
    AccountTransaction,
    | 'addPasskey'
    | 'savePasskey'
    | 'removePasskey'
    | 'addIdentity'
    | 'touchIdentity'
    | 'removeIdentity'
  >;

/** Compiles the statements on passkeys and identities once. */
export function accountCredentials(db: Kysely<Tables>): (run: Run) => CredentialWork {
  const passkeys = () =>
    db
      .selectFrom('passkey')
      .select(['id', 'person_id as person', 'credential', 'public_key as publicKey', 'counter'])
      .select(['transports', 'name', 'created', 'used']);
  const passkeysOf = template({ person: text() }, ({ person }) =>
    passkeys().where('person_id', '=', person).orderBy('id'),
  );
  const passkeyByHash = template({ hash: text() }, ({ hash }) =>
    passkeys().where('credential_hash', '=', hash),
  );
  const addPasskey = template(
    {
      id: text(),
      person: text(),
      hash: text(),
      credential: text(),
      publicKey: text(),
      counter: integer(),
      transports: text(),
      name: text(),
      created: text(),
      used: nullableText(),
    },
    ({ person, hash, publicKey, ...same }) =>
      db.insertInto('passkey').values({
        ...same,
        person_id: person,
        credential_hash: hash,
        public_key: publicKey,
      }),
  );
  const savePasskey = template(
    { id: text(), counter: integer(), name: text(), used: nullableText() },
    ({ id, ...changed }) => db.updateTable('passkey').set(changed).where('id', '=', id),
  );
  const removePasskey = template({ person: text(), id: text() }, ({ person, id }) =>
    db.deleteFrom('passkey').where('person_id', '=', person).where('id', '=', id),
  );
  const identities = () =>
    db
      .selectFrom('identity')
      .select(['id', 'person_id as person', 'provider', 'issuer', 'subject', 'created', 'used']);
  const identityByKey = template({ hash: text() }, ({ hash }) =>
    identities().where('key_hash', '=', hash),
  );
  const identitiesOf = template({ person: text() }, ({ person }) =>
    identities().where('person_id', '=', person).orderBy('id'),
  );
  const addIdentity = template(
    {
      id: text(),
      hash: text(),
      person: text(),
      provider: text(),
      issuer: text(),
      subject: text(),
      created: text(),
      used: nullableText(),
    },
    ({ person, hash, ...same }) =>
      db.insertInto('identity').values({ ...same, person_id: person, key_hash: hash }),
  );
  const touchIdentity = template({ id: text(), used: text() }, ({ id, used }) =>
    db.updateTable('identity').set({ used }).where('id', '=', id),
  );
  const removeIdentity = template({ person: text(), id: text() }, ({ person, id }) =>
    db.deleteFrom('identity').where('person_id', '=', person).where('id', '=', id),
  );

  return (run) => ({
    async listPasskeys(person) {
      return (await run(passkeysOf({ person }))).rows.map(passkey);
    },
    async findPasskey(credential) {
      const [row] = (await run(passkeyByHash({ hash: credentialHash(credential) }))).rows;
      return row && passkey(row);
    },
    async addPasskey({ transports, credential, ...same }) {
      const hash = credentialHash(credential);
      await run(addPasskey({ ...same, credential, hash, transports: JSON.stringify(transports) }));
    },
    async savePasskey({ id, counter, name, used }) {
      await run(savePasskey({ id, counter, name, used }));
    },
    async removePasskey(person, id) {
      return (await run(removePasskey({ person, id }))).numAffectedRows === 1n;
    },
    async findIdentity(issuer, subject) {
      const [row] = (await run(identityByKey({ hash: identityKey(issuer, subject) }))).rows;
      return row && { ...row };
    },
    async listIdentities(person) {
      return (await run(identitiesOf({ person }))).rows.map((row) => ({ ...row }));
    },
    async addIdentity(identity) {
      await run(addIdentity({ ...identity, hash: identityKey(identity.issuer, identity.subject) }));
    },
    async touchIdentity(id, used) {
      await run(touchIdentity({ id, used }));
    },
    async removeIdentity(person, id) {
      return (await run(removeIdentity({ person, id }))).numAffectedRows === 1n;
    },
  });
}

function passkey({
  transports,
  ...row
}: Omit<Passkey, 'transports'> & { readonly transports: string }): Passkey {
  // Written by `addPasskey`.
  return { ...row, transports: JSON.parse(transports) as readonly string[] };
}

/** What an identity is found by: issuers and subjects are longer than MySQL's index keys may be. */
function identityKey(issuer: string, subject: string): string {
  return digest('sha256', JSON.stringify([issuer, subject]));
}

function credentialHash(credential: string): string {
  if (typeof credential !== 'string') throw new TypeError('A credential is text.');
  return digest('sha256', credential);
}

import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';

/** People, how they prove who they are, what they are to organisations, and tokens that can do less than their role. */
export async function accounts(ddl: Ddl, db: Kysely<Tables>): Promise<void> {
  await people(ddl);
  await proofs(ddl);
  await memberships(ddl);
  await ddl.addColumn('token', 'scopes', ddl.text);
  await ddl.addColumn('token', 'last_used', ddl.key(40));
  await ddl.addColumn('token', 'created_by', ddl.key(36));
  await ddl.createIndex('token_by_creator', 'token', ['created_by']);
  // The row that transactions hold that must see what others have just done.
  const counters = await db
    .selectFrom('counter')
    .select('name')
    .where('name', '=', 'accounts')
    .execute();
  if (counters.length === 0)
    await db.insertInto('counter').values({ name: 'accounts', value: 0 }).execute();
}

async function people({ key, text, integer, longText, ...ddl }: Ddl): Promise<void> {
  await ddl
    .createTable('person')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('email', text, (column) => column.notNull())
    .addColumn('email_key', key(320), (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('language', key(2), (column) => column.notNull())
    .addColumn('confirmed', key(40))
    .addColumn('disabled', key(40))
    .addColumn('is_operator', integer, (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('seen', key(40))
    .addUniqueConstraint('person_email', ['email_key'])
    .execute();
  await ddl
    .createTable('session')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('hash', key(64), (column) => column.notNull())
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('seen', key(40), (column) => column.notNull())
    .addColumn('proved', key(40), (column) => column.notNull())
    .addColumn('agent', text, (column) => column.notNull())
    .addColumn('address', text, (column) => column.notNull())
    .addColumn('see_as_organization', key(36))
    .addColumn('see_as_role', key(16))
    .addUniqueConstraint('session_hash', ['hash'])
    .addForeignKeyConstraint('session_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('session_by_person', 'session', ['person_id', 'seen']);
  await ddl.createIndex('session_by_age', 'session', ['seen']);
  await ddl
    .createTable('device')
    .addColumn('hash', key(64), (column) => column.notNull())
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('seen', key(40), (column) => column.notNull())
    .addPrimaryKeyConstraint('device_key', ['hash', 'person_id'])
    .addForeignKeyConstraint('device_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl
    .createTable('one_time')
    .addColumn('hash', key(64), (column) => column.notNull().primaryKey())
    .addColumn('kind', key(32), (column) => column.notNull())
    .addColumn('person_id', key(36))
    .addColumn('data', longText, (column) => column.notNull())
    .addColumn('expires', integer, (column) => column.notNull())
    .addForeignKeyConstraint('one_time_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('one_time_by_person', 'one_time', ['person_id', 'kind']);
  await ddl.createIndex('one_time_by_age', 'one_time', ['expires']);
  await ddl
    .createTable('attempt')
    .addColumn('key_hash', key(64), (column) => column.notNull().primaryKey())
    .addColumn('count', integer, (column) => column.notNull())
    .addColumn('not_before', integer, (column) => column.notNull())
    .addColumn('at', integer, (column) => column.notNull())
    .execute();
  await ddl.createIndex('attempt_by_age', 'attempt', ['at']);
}

async function proofs({ key, text, integer, ...ddl }: Ddl): Promise<void> {
  await ddl
    .createTable('password')
    .addColumn('person_id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('hash', text, (column) => column.notNull())
    .addColumn('changed', key(40), (column) => column.notNull())
    .addForeignKeyConstraint('password_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl
    .createTable('totp')
    .addColumn('person_id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('secret', text, (column) => column.notNull())
    .addColumn('confirmed', key(40))
    .addColumn('last_step', integer, (column) => column.notNull())
    .addForeignKeyConstraint('totp_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl
    .createTable('recovery_code')
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('hash', key(64), (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_code_key', ['person_id', 'hash'])
    .addForeignKeyConstraint(
      'recovery_code_person',
      ['person_id'],
      'person',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await ddl
    .createTable('passkey')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('credential_hash', key(64), (column) => column.notNull())
    .addColumn('credential', text, (column) => column.notNull())
    .addColumn('public_key', text, (column) => column.notNull())
    .addColumn('counter', integer, (column) => column.notNull())
    .addColumn('transports', text, (column) => column.notNull())
    .addColumn('name', text, (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('used', key(40))
    .addUniqueConstraint('passkey_credential', ['credential_hash'])
    .addForeignKeyConstraint('passkey_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('passkey_by_person', 'passkey', ['person_id', 'id']);
  await ddl
    .createTable('identity')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('key_hash', key(64), (column) => column.notNull())
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('provider', key(64), (column) => column.notNull())
    .addColumn('issuer', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('used', key(40))
    .addUniqueConstraint('identity_key', ['key_hash'])
    .addForeignKeyConstraint('identity_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('identity_by_person', 'identity', ['person_id', 'id']);
}

async function memberships({ key, text, ...ddl }: Ddl): Promise<void> {
  await ddl
    .createTable('membership')
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('role', key(16), (column) => column.notNull())
    .addColumn('since', key(40), (column) => column.notNull())
    .addPrimaryKeyConstraint('membership_key', ['person_id', 'organization_id'])
    .addForeignKeyConstraint('membership_person', ['person_id'], 'person', ['id'], (constraint) =>
      constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('membership_by_organization', 'membership', ['organization_id', 'role']);
  await ddl
    .createTable('membership_request')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('person_id', key(36), (column) => column.notNull())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('message', text, (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addUniqueConstraint('membership_request_key', ['person_id', 'organization_id'])
    .addForeignKeyConstraint(
      'membership_request_person',
      ['person_id'],
      'person',
      ['id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await ddl.createIndex('membership_request_by_organization', 'membership_request', [
    'organization_id',
    'id',
  ]);
  // No key to the one who invited: the invitation holds when that account is gone.
  await ddl
    .createTable('invitation')
    .addColumn('id', key(36), (column) => column.notNull().primaryKey())
    .addColumn('hash', key(64), (column) => column.notNull())
    .addColumn('organization_id', key(36), (column) => column.notNull())
    .addColumn('email', text, (column) => column.notNull())
    .addColumn('email_key', key(320), (column) => column.notNull())
    .addColumn('role', key(16), (column) => column.notNull())
    .addColumn('invited_by', key(36), (column) => column.notNull())
    .addColumn('created', key(40), (column) => column.notNull())
    .addColumn('expires', key(40), (column) => column.notNull())
    .addUniqueConstraint('invitation_hash', ['hash'])
    .execute();
  await ddl.createIndex('invitation_by_organization', 'invitation', ['organization_id', 'id']);
  await ddl.createIndex('invitation_by_email', 'invitation', ['email_key']);
}

import type { AccountReader, AccountStore, AccountTransaction } from '../accounts/account-store.ts';
import { accountCredentials } from './account-credentials.ts';
import { accountInvitations } from './account-invitations.ts';
import { accountMembers } from './account-members.ts';
import { accountOneTime } from './account-one-time.ts';
import { accountPeople } from './account-people.ts';
import { accountProofs } from './account-proofs.ts';
import { accountSessions } from './account-sessions.ts';
import { accountTokens } from './account-tokens.ts';
import type { Database, Run } from './database.ts';
import { nameEraser } from './erase-name.ts';
import { openLedger } from './ledger.ts';

/** The store of people over either database. */
export function kyselyAccountStore(database: Database): AccountStore {
  const db = database.kysely;
  const people = accountPeople(db);
  const proofs = accountProofs(db);
  const credentials = accountCredentials(db);
  const sessions = accountSessions(db);
  const oneTime = accountOneTime(db);
  const members = accountMembers(db);
  const invitations = accountInvitations(db);
  const tokens = accountTokens(db);
  const names = nameEraser(db);
  const ledger = openLedger(db);
  const work = (run: Run) => ({
    ...people(run),
    ...proofs(run),
    ...credentials(run),
    ...sessions(run),
    ...oneTime(run),
    ...members(run),
    ...invitations(run),
    ...tokens(run),
    ...names(run),
  });
  const reader: AccountReader = work(database.read);
  return {
    ...reader,
    transact: (job) =>
      database.write((run) => {
        const tx: AccountTransaction = { ...work(run), ...ledger(run) };
        return job(tx);
      }),
    touchSession: (id, seen) => database.write((run) => sessions(run).touchSession(id, seen)),
  };
}

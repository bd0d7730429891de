import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import {
  accountBudget,
  addressBudget,
  type Budget,
  countTry,
  deviceBudget,
  forgive,
} from './attempts.ts';
import { auditFor, auditOf } from './audit-of.ts';
import { type BegunSession, beginIn, type SignInMethod, type Visitor } from './begin-session.ts';
import { newSecret, secretHash } from './one-time.ts';
import { emailKeyOf, type Person } from './person.ts';
import type { SignedIn } from './signed-in.ts';

/** Milliseconds to find the second factor in: ten minutes. */
const secondFactorLife = 600_000;

export type SignInOutcome =
  | ({ readonly step: 'done' } & BegunSession)
  /** The password is right; `secret` goes with the code to `proveSecondFactor`, within ten minutes. */
  | { readonly step: 'second-factor'; readonly secret: string }
  /** No such account, another password, or an account that is closed: it is not told which. */
  | { readonly step: 'refused' }
  | { readonly step: 'wait'; readonly seconds: number };

/**
 * Signs somebody in by a password. It takes the same work whether there is such an account or not.
 * @throws CatalogError `busy` when too many passwords are being hashed.
 */
export async function signIn(
  accounts: Accounts,
  {
    email,
    password,
    visitor,
  }: { readonly email: string; readonly password: string; readonly visitor: Visitor },
): Promise<SignInOutcome> {
  const { store, passwords } = accounts;
  const emailKey = emailKeyOf(email);
  const person = await store.findPersonByEmail(emailKey);
  const kept = await store.findPassword(person?.id ?? '');
  const budgets = await budgetsOf(accounts, person, emailKey, visitor);
  const seconds = await countTry(accounts, budgets);
  if (seconds > 0) return { step: 'wait', seconds };
  // Nobody has a password that long, and hashing it would cost more than others.
  const isPossible = password.length <= 512;
  const verdict = await passwords.verify(
    isPossible ? password : '',
    isPossible && person?.disabled === null ? kept?.hash : undefined,
  );
  if (verdict === 'wrong' || person === undefined || kept === undefined) {
    await refuse(accounts, person, visitor);
    return { step: 'refused' };
  }
  const rehashed = verdict === 'outdated' ? await passwords.hash(password) : undefined;
  return store.transact(async (tx) => {
    await tx.lock();
    if (rehashed !== undefined && (await tx.findPassword(person.id))?.hash === kept.hash)
      await tx.savePassword({ ...kept, hash: rehashed });
    await forgive(accounts, tx, {
      forgotten: budgets.filter(({ key }) => !key.startsWith('address:')),
      returned: budgets.filter(({ key }) => key.startsWith('address:')),
    });
    return admit(accounts, tx, person, visitor, 'password');
  });
}

/** Begins a session for somebody who has proved one thing, or asks for the second where the account has one. */
export async function admit(
  accounts: Accounts,
  tx: AccountTransaction,
  person: Person,
  visitor: Visitor,
  method: SignInMethod,
): Promise<SignInOutcome> {
  const totp = await tx.findTotp(person.id);
  if (totp === undefined || totp.confirmed === null)
    return { step: 'done', ...(await beginIn(accounts, tx, person.id, visitor, method)) };
  const { secret, hash } = newSecret();
  const expires = accounts.now().getTime() + secondFactorLife;
  await tx.addOneTime({
    hash,
    kind: 'second-factor',
    person: person.id,
    data: { method },
    expires,
  });
  return { step: 'second-factor', secret };
}

/**
 * What a wrong password counts against: from a browser that its owner has signed in with, that browser alone; else the account and
 * the network.
 */
async function budgetsOf(
  { store }: Accounts,
  person: Person | undefined,
  emailKey: string,
  { device, address }: Visitor,
): Promise<readonly Budget[]> {
  const id = person?.id ?? '';
  const known = await store.findDevice(secretHash(device ?? ''), id);
  return known === undefined || device === undefined
    ? [accountBudget(emailKey), addressBudget(address)]
    : [deviceBudget(device, id)];
}

/** Tells the audit, in one event whether there is such an account or not. */
async function refuse(
  accounts: Accounts,
  person: Person | undefined,
  { address, request }: Visitor,
): Promise<void> {
  await accounts.store.transact(async (tx) => {
    const memberships = await tx.listMemberships(person?.id ?? '');
    await auditFor(tx, memberships.slice(0, 1), {
      at: accounts.now().toISOString(),
      actor: { kind: 'anonymous', origin: { address, request } },
      action: 'sign-in-refused',
      object: { kind: 'person', id: person?.id ?? '', name: person?.name ?? '' },
    });
  });
}

/** Ends the session. */
export async function signOut(
  { store, now }: Accounts,
  { person, session, actor }: SignedIn,
): Promise<void> {
  const origin = (actor.kind === 'person' ? actor.origin : undefined) ?? {
    address: '',
    request: '',
  };
  await store.transact(async (tx) => {
    if (!(await tx.removeSession(person.id, session.id))) return;
    await auditOf(tx, person, origin, {
      at: now().toISOString(),
      action: 'signed-out',
      object: { kind: 'session', id: session.id, name: 'session' },
    });
  });
}

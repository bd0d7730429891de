import type { AccountTransaction } from './account-store.ts';
import type { Accounts } from './accounts.ts';
import { secretHash } from './one-time.ts';

/**
 * How often something may be tried: some tries are free, then each takes longer than the one before. Counted in the store, so
 * that all processes agree, and before the try, so that many at once do not slip through. ASVS 5.0 §6.3.1.
 */
export interface Budget {
  /** What is counted: `account:…`, `address:…`. Kept as a hash. */
  readonly key: string;
  /** Tries without waiting. */
  readonly free: number;
  /** Seconds after the first try that is not free; doubled with each. */
  readonly first: number;
  /** Seconds at most. */
  readonly longest: number;
  /** Seconds after which everything is forgotten. */
  readonly memory: number;
}

/**
 * Counts one try against each budget, unless one of them says to wait.
 * @returns seconds to wait, 0 when it may be tried now
 */
export function countTry(accounts: Accounts, budgets: readonly Budget[]): Promise<number> {
  return accounts.store.transact(async (tx) => {
    await tx.lock();
    return await countIn(accounts, tx, budgets);
  });
}

/** As `countTry`, in a transaction that holds the lock. */
export async function countIn(
  { now }: Accounts,
  tx: AccountTransaction,
  budgets: readonly Budget[],
): Promise<number> {
  const at = now().getTime();
  const counts: { readonly keyHash: string; readonly budget: Budget; readonly count: number }[] =
    [];
  let wait = 0;
  for (const budget of budgets) {
    const keyHash = secretHash(budget.key);
    const known = await tx.findAttempts(keyHash);
    const isRemembered = known !== undefined && known.at + budget.memory * 1000 > at;
    // A clock that was set back must not make anybody wait longer than the longest.
    if (isRemembered) wait = Math.max(wait, Math.min(known.notBefore - at, budget.longest * 1000));
    counts.push({ keyHash, budget, count: isRemembered ? known.count : 0 });
  }
  if (wait > 0) return Math.ceil(wait / 1000);
  for (const { keyHash, budget, count } of counts) {
    const notBefore = at + delayAfter(budget, count + 1) * 1000;
    await tx.saveAttempts({ keyHash, count: count + 1, notBefore, at });
  }
  return 0;
}

/** The try was right: what counted it against its owner is forgotten, what counted it against an address is given back. */
export async function forgive(
  { now }: Accounts,
  tx: AccountTransaction,
  {
    forgotten,
    returned,
  }: { readonly forgotten: readonly Budget[]; readonly returned: readonly Budget[] },
): Promise<void> {
  for (const { key } of forgotten) await tx.removeAttempts(secretHash(key));
  for (const budget of returned) {
    const keyHash = secretHash(budget.key);
    const known = await tx.findAttempts(keyHash);
    if (known === undefined) continue;
    const count = Math.max(0, known.count - 1);
    const notBefore = Math.min(known.notBefore, now().getTime() + delayAfter(budget, count) * 1000);
    await tx.saveAttempts({ ...known, count, notBefore });
  }
}

/** Seconds to wait after so many tries. */
export function delayAfter({ free, first, longest }: Budget, count: number): number {
  return count < free ? 0 : Math.min(longest, first * 2 ** Math.min(count - free, 30));
}

/** The part of an address that one customer has: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped !== null) return mapped[1] ?? address;
  const [head = '', tail = ''] = address.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const gap = address.includes('::') ? Math.max(0, 8 - first.length - last.length) : 0;
  const groups = [...first, ...Array.from({ length: gap }, () => '0'), ...last];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

const minute = 60;
const hour = 60 * minute;

/** Wrong passwords for one account, from browsers that have never signed in to it. */
export function accountBudget(emailKey: string): Budget {
  return { key: `account:${emailKey}`, free: 5, first: 1, longest: 15 * minute, memory: 24 * hour };
}

/** Wrong passwords from one network. */
export function addressBudget(address: string): Budget {
  const key = `address:${networkOf(address)}`;
  return { key, free: 100, first: 1, longest: 15 * minute, memory: hour };
}

/** Wrong passwords from a browser that has signed in to the account: whatever strangers try, its owner has these. */
export function deviceBudget(device: string, person: string): Budget {
  const key = `device:${person}:${secretHash(device)}`;
  return { key, free: 8, first: 1, longest: 5 * minute, memory: 24 * hour };
}

/** Wrong codes from those who know the password. */
export function codeBudget(person: string): Budget {
  return { key: `code:${person}`, free: 5, first: 2, longest: 15 * minute, memory: 24 * hour };
}

/** Letters that strangers can have sent to one mailbox. */
export function letterBudget(emailKey: string): Budget {
  return {
    key: `letter:${emailKey}`,
    free: 3,
    first: minute,
    longest: 12 * hour,
    memory: 24 * hour,
  };
}

/** Letters that one network can have sent. */
export function sendingBudget(address: string): Budget {
  const key = `sending:${networkOf(address)}`;
  return { key, free: 20, first: 10, longest: hour, memory: hour };
}

/** Asking again for the password of somebody who has signed in. */
export function proofBudget(session: string): Budget {
  return { key: `proof:${session}`, free: 5, first: 2, longest: 15 * minute, memory: hour };
}

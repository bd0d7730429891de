import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Accounts, openAccounts } from '../src/accounts/accounts.ts';
import { addPerson } from '../src/accounts/add-person.ts';
import { beginSession } from '../src/accounts/begin-session.ts';
import { identifySession } from '../src/accounts/identify-session.ts';
import { signIn } from '../src/accounts/sign-in.ts';
import { localOperator } from '../src/commands/local-operator.ts';
import { monotonicIds } from '../src/kernel/monotonic-ids.ts';
import { openStore } from '../src/store/open-store.ts';
import { type Row, row } from './row.ts';

/**
 * Signing in over a database in a file: one after the other, 300 at once, for accounts that are there and that are not, and the
 * check of a session that every page begins with.
 */

const password = 'fyra gröna vantar i rad';
const people = 300;
const mebibyte = 1_048_576;

/** Mebibytes that 300 who sign in at once may take beside the hashes themselves. */
const beside = 96;

export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-bench-'));
  const store = await openStore({ folder });
  const accounts = openAccounts({
    store: store.accounts,
    organizations: store.catalog,
    base: 'https://data.example.se',
    title: 'Datatorget',
    secret: 'a secret of the bench, 32 characters',
    now: () => new Date(),
    newId: monotonicIds(randomUUIDv7),
  });
  try {
    const ids = await fill(accounts);
    const cap = accounts.passwords.cap / mebibyte;
    const grown = await together(accounts);
    const known: number[] = [];
    const unknown: number[] = [];
    // In turns, so that what else the machine does weighs on both alike.
    for (let index = 0; index < 40; index += 1) {
      known.push(await one(accounts, emailOf(index), index));
      unknown.push(await one(accounts, `ingen-${index}@umea.se`, index));
    }
    return [
      row('sign-in: one, p95', { value: quantile(known, 0.95), baseline: 300, goal: 1 }),
      row('sign-in: nobody there, median over somebody', {
        value: quantile(unknown, 0.5),
        baseline: quantile(known, 0.5),
        goal: 1.1,
      }),
      {
        ...row(`sign-in: ${people} at once, memory`, {
          value: grown.memory,
          baseline: cap + beside,
          goal: 1,
          unit: 'MiB',
        }),
        note: `hashes ${cap.toFixed(0)} MiB at most; all in after ${(grown.taken / 1000).toFixed(1)} s`,
      },
      row('sign-in: a session checked, seen lately', {
        value: await checks(accounts, ids, true),
        baseline: 0.1,
        goal: 1,
      }),
      row('sign-in: a session checked, from the store', {
        value: await checks(accounts, ids, false),
        baseline: 0.1,
        goal: 1,
      }),
    ];
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes the accounts, all with the same hash: making 300 of them would take longer than what is measured. */
async function fill(accounts: Accounts): Promise<readonly string[]> {
  const hash = await accounts.passwords.hash(password);
  const ids: string[] = [];
  for (let index = 0; index < people; index += 1) {
    const { person } = await addPerson(accounts, {
      actor: localOperator,
      email: emailOf(index),
      name: `Person ${index}`,
      as: { organization: randomUUIDv7(), role: 'editor' },
    });
    const changed = person.created;
    await accounts.store.transact((tx) => tx.savePassword({ person: person.id, hash, changed }));
    ids.push(person.id);
  }
  return ids;
}

async function one(accounts: Accounts, email: string, index: number): Promise<number> {
  const visitor = { address: addressOf(index), request: 'bench', agent: 'bench' };
  const begun = performance.now();
  await signIn(accounts, { email, password, visitor });
  return performance.now() - begun;
}

async function together(
  accounts: Accounts,
): Promise<{ readonly memory: number; readonly taken: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const begun = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: people }, (_, index) => {
      const visitor = { address: addressOf(index), request: 'bench', agent: 'bench' };
      return signIn(accounts, { email: emailOf(index), password, visitor });
    }),
  );
  clearInterval(watch);
  if (outcomes.some(({ step }) => step !== 'done')) throw new Error('Somebody was not let in.');
  return { memory: (most - before) / mebibyte, taken: performance.now() - begun };
}

/** Milliseconds for each of many checks of a few sessions. */
async function checks(
  accounts: Accounts,
  ids: readonly string[],
  isLately: boolean,
): Promise<number> {
  const origin = { address: '192.0.2.1', request: 'bench' };
  const secrets: string[] = [];
  for (const id of ids.slice(0, 20))
    secrets.push((await beginSession(accounts, id, { ...origin, agent: 'bench' }, 'link')).secret);
  const rounds = 200;
  const begun = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (!isLately) accounts.sessions.forget();
    for (const secret of secrets) await identifySession(accounts, secret, origin);
  }
  return (performance.now() - begun) / rounds / secrets.length;
}

function emailOf(index: number): string {
  return `person-${index}@umea.se`;
}

function addressOf(index: number): string {
  return `10.0.${index >> 8}.${index & 255}`;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

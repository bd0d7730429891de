import { randomUUIDv7 } from 'node:crypto';
import type { TestContext } from 'node:test';
import { type Accounts, openAccounts } from '../../src/accounts/accounts.ts';
import { type BegunSession, beginSession, type Visitor } from '../../src/accounts/begin-session.ts';
import { identifySession } from '../../src/accounts/identify-session.ts';
import { createPasswordHasher } from '../../src/accounts/password-hasher.ts';
import { emailKeyOf, type Person } from '../../src/accounts/person.ts';
import type { SignedIn } from '../../src/accounts/signed-in.ts';
import { monotonicIds } from '../../src/kernel/monotonic-ids.ts';
import type { Letter } from '../../src/mail/letter.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';

/** People over a real store, with a clock that the test turns and letters that it reads. */
export interface OpenedAccounts {
  readonly accounts: Accounts;
  readonly store: Store;
  /** Moves the clock, in seconds. */
  pass(seconds: number): void;
  /** Letters that wait to be sent, oldest first. */
  letters(): Promise<readonly Letter[]>;
  /** The address that the newest letter to somebody leads to, or the secret at its end. */
  link(to: string): Promise<{ readonly href: string; readonly secret: string }>;
  /** Somebody with an account and the password `good`. */
  person(name?: string): Promise<Person>;
  signIn(
    person: Person,
    visitor?: Visitor,
  ): Promise<BegunSession & { readonly signedIn: SignedIn }>;
}

export const good = 'fyra gröna vantar i rad';

export const visitor: Visitor = { address: '192.0.2.7', request: 'request-1', agent: 'Firefox' };

/** Opens them until the test ends. Hashes are cheap here: what they cost is measured elsewhere. */
export async function openedAccounts(
  t: TestContext,
  options: StoreOptions = { memory: true },
): Promise<OpenedAccounts> {
  const store = await openStore(options);
  t.after(() => store.close());
  let now = Date.parse('2026-11-23T08:00:00.000Z');
  const accounts = openAccounts({
    store: store.accounts,
    organizations: store.catalog,
    base: 'https://data.example.se',
    title: 'Datatorget',
    secret: 'a secret of the tests, 32 characters',
    passwords: createPasswordHasher({ parameters: { memory: 64, passes: 1, parallelism: 1 } }),
    now: () => new Date(now),
    newId: monotonicIds(randomUUIDv7),
  });
  let made = 0;
  const opened: OpenedAccounts = {
    accounts,
    store,
    pass: (seconds) => {
      now += seconds * 1000;
    },
    async letters() {
      const jobs = await store.jobs.list({ states: ['waiting'], kind: 'mail', limit: 1000 });
      return jobs.map(({ payload }) => payload as unknown as Letter).toReversed();
    },
    async link(to) {
      const letter = (await opened.letters()).findLast((one) => one.to === to);
      const part = letter?.parts.find(({ kind }) => kind === 'action');
      const href = part?.kind === 'action' ? part.href : '';
      return { href, secret: href.slice(href.lastIndexOf('/') + 1) };
    },
    async person(name = 'Anna Åkesson') {
      made += 1;
      const email = `${made}.${name.split(' ')[0] ?? ''}@umea.se`;
      const at = accounts.now().toISOString();
      const person: Person = {
        id: accounts.newId(),
        email,
        emailKey: emailKeyOf(email),
        name,
        language: 'sv',
        confirmed: at,
        disabled: null,
        isOperator: false,
        created: at,
        seen: null,
      };
      const hash = await accounts.passwords.hash(good);
      await accounts.store.transact(async (tx) => {
        await tx.addPerson(person);
        await tx.savePassword({ person: person.id, hash, changed: at });
      });
      return person;
    },
    async signIn(person, from = visitor) {
      const begun = await beginSession(accounts, person.id, from, 'password');
      const signedIn = await identifySession(accounts, begun.secret, from);
      if (signedIn === undefined) throw new Error('The session does not hold.');
      return { ...begun, signedIn };
    },
  };
  return opened;
}

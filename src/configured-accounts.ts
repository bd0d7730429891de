import { randomUUIDv7 } from 'node:crypto';
import { accountSecret } from './accounts/account-secret.ts';
import { type Accounts, openAccounts } from './accounts/accounts.ts';
import type { Config } from './config.ts';
import { monotonicIds } from './kernel/monotonic-ids.ts';
import type { Store } from './store/open-store.ts';

/** Opens the people of the settings over a store. */
export async function openConfiguredAccounts(
  config: Config,
  store: Pick<Store, 'accounts' | 'catalog' | 'meta'>,
): Promise<Accounts> {
  return openAccounts({
    store: store.accounts,
    organizations: store.catalog,
    base: config.base,
    title: config.title,
    secret: await accountSecret(config.secret, store.meta.add),
    now: () => new Date(),
    newId: monotonicIds(randomUUIDv7),
  });
}

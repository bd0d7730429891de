import type { TokenStore } from '../accounts/token-store.ts';
import { accountTokens } from './account-tokens.ts';
import type { Database } from './database.ts';

/** The tokens' store over either database. */
export function kyselyTokenStore(database: Database): TokenStore {
  const tokens = accountTokens(database.kysely);
  const { findTokenByHash, listTokens } = tokens(database.read);
  return {
    findByHash: findTokenByHash,
    add: (token) => database.write((run) => tokens(run).addToken(token)),
    touch: (id, used) => database.write((run) => tokens(run).touchToken(id, used)),
    list: (organization) => listTokens(organization),
    revoke: (id) => database.write((run) => tokens(run).removeToken(id)),
  };
}

import type { Kysely } from 'kysely';
import type { AccountReader, AccountTransaction } from '../accounts/account-store.ts';
import type { Token } from '../accounts/token-store.ts';
import type { Role, Scope } from '../kernel/actor.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { nullableText, template, text } from './template.ts';

/** Tokens, for both their own store and that of people. */
export type TokenWork = Pick<AccountReader, 'findToken' | 'listTokens' | 'listTokensBy'> &
  Pick<AccountTransaction, 'addToken' | 'removeToken'> & {
    findTokenByHash(hash: string): Promise<Token | undefined>;
    touchToken(id: string, used: string): Promise<void>;
  };

/** Compiles the statements on tokens once. */
export function accountTokens(db: Kysely<Tables>): (run: Run) => TokenWork {
  const tokens = () =>
    db
      .selectFrom('token')
      .select(['id', 'name', 'hash', 'role', 'organization_id as organization'])
      .select(['created', 'expires', 'scopes', 'last_used as lastUsed'])
      .select('created_by as createdBy');
  const byHash = template({ hash: text() }, ({ hash }) => tokens().where('hash', '=', hash));
  const byId = template({ id: text() }, ({ id }) => tokens().where('id', '=', id));
  const by = template({ person: text() }, ({ person }) =>
    tokens().where('created_by', '=', person).orderBy('id'),
  );
  const all = template({}, () => tokens().orderBy('id'));
  const ofOrganization = template({ organization: text() }, ({ organization }) =>
    tokens().where('organization_id', '=', organization).orderBy('id'),
  );
  const insert = template(
    {
      id: text(),
      name: text(),
      hash: text(),
      role: text<Role>(),
      organization: nullableText(),
      created: text(),
      expires: nullableText(),
      scopes: nullableText(),
      lastUsed: nullableText(),
      createdBy: nullableText(),
    },
    ({ organization, lastUsed, createdBy, ...same }) =>
      db.insertInto('token').values({
        ...same,
        organization_id: organization,
        last_used: lastUsed,
        created_by: createdBy,
      }),
  );
  const remove = template({ id: text() }, ({ id }) => db.deleteFrom('token').where('id', '=', id));
  const touch = template({ id: text(), used: text() }, ({ id, used }) =>
    db.updateTable('token').set({ last_used: used }).where('id', '=', id),
  );

  return (run) => ({
    findToken: async (id) => first((await run(byId({ id }))).rows),
    findTokenByHash: async (hash) => first((await run(byHash({ hash }))).rows),
    async listTokens(organization) {
      const query = organization === undefined ? all({}) : ofOrganization({ organization });
      return (await run(query)).rows.map((row) => token(row));
    },
    listTokensBy: async (person) => (await run(by({ person }))).rows.map((row) => token(row)),
    async addToken({ scopes, ...same }) {
      await run(insert({ ...same, scopes: scopes === null ? null : JSON.stringify(scopes) }));
    },
    async removeToken(id) {
      return (await run(remove({ id }))).numAffectedRows === 1n;
    },
    async touchToken(id, used) {
      await run(touch({ id, used }));
    },
  });
}

type Row = Omit<Token, 'scopes'> & { readonly scopes: string | null };

function first(rows: readonly Row[]): Token | undefined {
  const [row] = rows;
  return row && token(row);
}

/** The row as an object of our own. */
function token(row: Row): Token {
  const { id, name, hash, role, organization, created, expires, lastUsed, createdBy } = row;
  // Written by `addToken`.
  const scopes = row.scopes === null ? null : (JSON.parse(row.scopes) as readonly Scope[]);
  return { id, name, hash, role, organization, created, expires, scopes, lastUsed, createdBy };
}

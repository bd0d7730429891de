import type { Token, TokenStore } from '../accounts/token-store.ts';
import type { Role } from '../kernel/actor.ts';
import type { Database } from './database.ts';
import { nullableText, template, text } from './template.ts';

/** The tokens' store over either database. */
export function kyselyTokenStore(database: Database): TokenStore {
  const db = database.kysely;
  const tokens = () =>
    db
      .selectFrom('token')
      .select(['id', 'name', 'hash', 'role', 'organization_id as organization'])
      .select(['created', 'expires']);
  const byHash = template({ hash: text() }, ({ hash }) => tokens().where('hash', '=', hash));
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
    },
    ({ organization, ...same }) =>
      db.insertInto('token').values({ ...same, organization_id: organization }),
  );
  const remove = template({ id: text() }, ({ id }) => db.deleteFrom('token').where('id', '=', id));

  return {
    async findByHash(hash) {
      const { rows } = await database.read(byHash({ hash }));
      return rows[0] && token(rows[0]);
    },
    async add(added) {
      await database.write((run) => run(insert(added)));
    },
    async list(organization) {
      const query = organization === undefined ? all({}) : ofOrganization({ organization });
      return (await database.read(query)).rows.map(token);
    },
    async revoke(id) {
      const { numAffectedRows } = await database.write((run) => run(remove({ id })));
      return numAffectedRows === 1n;
    },
  };
}

/** The row as an object of our own. */
function token({ id, name, hash, role, organization, created, expires }: Token): Token {
  return { id, name, hash, role, organization, created, expires };
}

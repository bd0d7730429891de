import type { CatalogStore } from '../catalog/catalog-store.ts';
import { catalogCommands } from './catalog-commands.ts';
import { catalogQueries } from './catalog-queries.ts';
import { catalogReader } from './catalog-reader.ts';
import { catalogTransaction } from './catalog-transaction.ts';
import type { Database } from './database.ts';
import type { DatabaseKind } from './database-kind.ts';
import { openLedger } from './ledger.ts';

/** The catalogue's store over either database. */
export function kyselyCatalogStore(database: Database, kind: DatabaseKind): CatalogStore {
  const ledger = openLedger(database.kysely);
  const queries = catalogQueries(database.kysely, kind);
  const commands = catalogCommands(database.kysely);
  const reader = catalogReader(queries, database.read);
  return {
    ...reader,
    transact: (work) =>
      database.write((run) =>
        work({ ...catalogTransaction(queries, commands, run), ...ledger(run) }),
      ),
    snapshot: (work) => database.snapshot((run) => work(catalogReader(queries, run))),
    async ping() {
      await reader.revision();
    },
    close: () => database.close(),
  };
}

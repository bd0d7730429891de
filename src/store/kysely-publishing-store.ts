import type { PublishingStore } from '../catalog/publishing-store.ts';
import { catalogCommands } from './catalog-commands.ts';
import { catalogQueries } from './catalog-queries.ts';
import { catalogTransaction } from './catalog-transaction.ts';
import type { Database } from './database.ts';
import type { DatabaseKind } from './database-kind.ts';
import { editingStatements } from './editing-statements.ts';
import { editingReader, editingWriter } from './kysely-editing-store.ts';
import { openLedger } from './ledger.ts';
import { publishingCommands } from './publishing-commands.ts';
import { publishingReader } from './publishing-reader.ts';
import { publishingWriter } from './publishing-writer.ts';

/** Records, working copies and what surrounds publications in one transaction, over either database. */
export function kyselyPublishingStore(database: Database, kind: DatabaseKind): PublishingStore {
  const ledger = openLedger(database.kysely);
  const queries = catalogQueries(database.kysely, kind);
  const commands = catalogCommands(database.kysely);
  const editing = editingStatements(database.kysely);
  const publishing = publishingCommands(database.kysely);
  return {
    ...publishingReader(publishing, database.read),
    ...editingReader(editing, database.read),
    transact: (work) =>
      database.write((run) =>
        work({
          ...catalogTransaction(queries, commands, run),
          ...editingReader(editing, run),
          ...editingWriter(editing, run),
          ...publishingReader(publishing, run),
          ...publishingWriter(publishing, run),
          ...ledger(run),
        }),
      ),
  };
}

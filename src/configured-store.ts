import type { Config } from './config.ts';
import { openStore, type Store } from './store/open-store.ts';
import { restoreSqlite } from './store/restore-sqlite.ts';

/**
 * Opens the store of the settings, for what needs neither the profile nor RDF.
 * @throws Error when the database cannot be reached, or is newer than this program.
 */
export function openConfiguredStore(
  config: Config,
  { memory }: { readonly memory?: boolean | undefined } = {},
): Promise<Store> {
  return openStore({ url: config.databaseUrl, folder: config.data, memory });
}

/**
 * Puts a backup into the empty data folder of the settings.
 * @returns the path of the database
 * @throws Error when there is a database already, the backup is not whole, or the database is a server's.
 */
export async function restoreBackup(config: Config, backup: string): Promise<string> {
  if (config.databaseUrl !== undefined)
    throw new Error('Restore the database server with its own tool, such as mysql < dump.sql.');
  return restoreSqlite(backup, config.data);
}

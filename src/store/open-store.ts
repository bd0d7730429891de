import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountStore } from '../accounts/account-store.ts';
import type { TokenStore } from '../accounts/token-store.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { CatalogStore } from '../catalog/catalog-store.ts';
import type { OwnRecordStore } from '../catalog/own-record-store.ts';
import type { PublishingStore } from '../catalog/publishing-store.ts';
import type { EditingStore } from '../catalog/working-copy.ts';
import type { FileStore } from '../distributions/file-store.ts';
import type { JobStore } from '../jobs/job-store.ts';
import type { OnboardingStore } from '../onboarding/onboarding-store.ts';
import type { QualityStore } from '../quality/quality-store.ts';
import type { DismissalStore } from '../support/dismissal-store.ts';
import type { SiteStore } from '../support/site-store.ts';
import type { TicketStore } from '../support/ticket-store.ts';
import type { UsageStore } from '../usage/usage-store.ts';
import { backupSqlite } from './backup-sqlite.ts';
import { type Database, openDatabase } from './database.ts';
import { type DatabaseKind, serverKind } from './database-kind.ts';
import { kyselyAccountStore } from './kysely-account-store.ts';
import { kyselyAuditStore } from './kysely-audit-store.ts';
import { kyselyCatalogStore } from './kysely-catalog-store.ts';
import { kyselyDismissalStore } from './kysely-dismissal-store.ts';
import { kyselyEditingStore } from './kysely-editing-store.ts';
import { kyselyFileStore } from './kysely-file-store.ts';
import { kyselyJobStore } from './kysely-job-store.ts';
import { kyselyOnboardingStore } from './kysely-onboarding-store.ts';
import { kyselyOwnRecordStore } from './kysely-own-record-store.ts';
import { kyselyPublishingStore } from './kysely-publishing-store.ts';
import { kyselyQualityStore } from './kysely-quality-store.ts';
import { kyselySiteStore } from './kysely-site-store.ts';
import { kyselyTicketStore } from './kysely-ticket-store.ts';
import { kyselyTokenStore } from './kysely-token-store.ts';
import { kyselyUsageStore } from './kysely-usage-store.ts';
import { type MetaStore, metaStore } from './meta-store.ts';
import { migrate } from './migrate.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** Everything that is truth, in one database. */
export interface Store {
  readonly kind: DatabaseKind;
  readonly schemaVersion: number;
  readonly catalog: CatalogStore;
  readonly accounts: AccountStore;
  readonly tokens: TokenStore;
  readonly editing: EditingStore;
  readonly ownRecords: OwnRecordStore;
  readonly publishing: PublishingStore;
  readonly files: FileStore;
  readonly jobs: JobStore;
  readonly audit: AuditStore;
  readonly onboarding: OnboardingStore;
  readonly tickets: TicketStore;
  readonly site: SiteStore;
  readonly dismissals: DismissalStore;
  readonly quality: QualityStore;
  readonly usage: UsageStore;
  readonly meta: MetaStore;
  /**
   * Writes a whole copy into the folder while work goes on.
   *
   * @returns the path of the copy
   * @throws Error where there is no file to copy (MySQL, MariaDB: `mysqldump --single-transaction`; memory), or one is there.
   */
  backup(folder: string): Promise<string>;
  close(): Promise<void>;
}

/** Which database: a server, a folder for a file, or memory (for tests; gone when closed). */
export interface StoreOptions {
  /** `mysql://user:password@host:port/database`; wins over the others. */
  readonly url?: string | undefined;
  /** Where `datatorget.sqlite` lies or is made. */
  readonly folder?: string | undefined;
  readonly memory?: boolean | undefined;
  /** Milliseconds that a statement on a server may take; those that bring the schema up to date have no limit. */
  readonly deadline?: number;
  readonly now?: () => Date;
}

/** The file's name in its folder and in a backup. */
export const fileName = 'datatorget.sqlite';

/**
 * Opens the store and brings its schema up to date.
 *
 * @throws Error when the server cannot be reached or is too old, or when a newer program made the schema.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { url, folder, memory = false, now = () => new Date() } = options;
  if (url !== undefined) return await openServer(url, now(), options.deadline ?? 20_000);
  const file = memory ? undefined : await databaseFile(folder);
  const database = openDatabase({
    dialect: sqliteDialect({ path: file ?? ':memory:' }),
    writers: 1,
    snapshots: 32,
  });
  try {
    const schemaVersion = await migrate(database.kysely, 'sqlite', now());
    return store(database, { kind: 'sqlite', schemaVersion, file });
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Connects twice: what changes the schema may wait long for others that do, and nothing else may. */
async function openServer(url: string, now: Date, deadline: number): Promise<Store> {
  // Most processes use SQLite, and the driver takes longer to read than all else here.
  const { mysqlDialect } = await import('./mysql-dialect.ts');
  const starting = openDatabase({ dialect: mysqlDialect(url), writers: 1, snapshots: 1 });
  try {
    const kind = await serverKind(starting.kysely);
    const schemaVersion = await migrate(starting.kysely, kind, now);
    const database = openDatabase({
      dialect: mysqlDialect(url, deadline),
      writers: 4,
      snapshots: 8,
      patience: deadline,
    });
    return store(database, { kind, schemaVersion, file: undefined });
  } finally {
    await starting.close();
  }
}

function store(
  database: Database,
  at: {
    readonly kind: DatabaseKind;
    readonly schemaVersion: number;
    readonly file: string | undefined;
  },
): Store {
  const { kind, schemaVersion, file } = at;
  return {
    kind,
    schemaVersion,
    catalog: kyselyCatalogStore(database, kind),
    accounts: kyselyAccountStore(database),
    tokens: kyselyTokenStore(database),
    editing: kyselyEditingStore(database),
    ownRecords: kyselyOwnRecordStore(database),
    publishing: kyselyPublishingStore(database, kind),
    files: kyselyFileStore(database),
    jobs: kyselyJobStore(database, kind),
    audit: kyselyAuditStore(database),
    onboarding: kyselyOnboardingStore(database),
    tickets: kyselyTicketStore(database),
    site: kyselySiteStore(database),
    dismissals: kyselyDismissalStore(database),
    quality: kyselyQualityStore(database),
    usage: kyselyUsageStore(database),
    meta: metaStore(database),
    async backup(folder) {
      if (file === undefined) {
        throw new Error(
          kind === 'sqlite'
            ? 'A database in memory has no backup.'
            : 'Back up the database server with its own tool: mysqldump --single-transaction.',
        );
      }
      await mkdir(folder, { recursive: true });
      const copy = join(folder, fileName);
      await backupSqlite(file, copy);
      return copy;
    },
    close: () => database.close(),
  };
}

async function databaseFile(folder: string | undefined): Promise<string> {
  if (folder === undefined) throw new Error('Say which folder the database lies in.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, fileName);
}

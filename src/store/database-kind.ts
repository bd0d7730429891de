import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Which database this is, where it matters. */
export type DatabaseKind = 'sqlite' | 'mysql' | 'mariadb';

/**
 * Asks a MySQL or MariaDB server what it is.
 *
 * @throws Error when it is older than MySQL 8.4 or MariaDB 10.6.
 */
export async function serverKind(db: Kysely<Tables>): Promise<'mysql' | 'mariadb'> {
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(db);
  const version = rows[0]?.version ?? '';
  const [major = 0, minor = 0] = (/\d+\.\d+/.exec(version)?.[0] ?? '').split('.').map(Number);
  const kind = version.includes('MariaDB') ? 'mariadb' : 'mysql';
  const [leastMajor, leastMinor] = kind === 'mariadb' ? [10, 6] : [8, 4];
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
    throw new Error(
      `The database server is ${kind} ${version}; it must be at least MySQL 8.4 or MariaDB 10.6.`,
    );
  }
  return kind;
}

import type { PoolOptions } from 'mysql2';

/**
 * Pool settings from `mysql://user:password@host:port/database`. `?tls=true` asks for a verified TLS connection. No other
 * option can be set by the address, so that no address can switch on several statements in one query.
 *
 * @throws Error that says what is wrong with the address, never showing its password.
 */
export function mysqlUrl(address: string): PoolOptions {
  if (!URL.canParse(address)) throw new Error('The database address is not a URL.');
  const url = new URL(address);
  if (url.protocol !== 'mysql:' && url.protocol !== 'mariadb:') {
    throw new Error(`The database address must begin with mysql://, not ${url.protocol}//.`);
  }
  const database = decodeURIComponent(url.pathname.slice(1));
  if (database === '' || database.includes('/')) {
    throw new Error('The database address must end with the name of one database.');
  }
  for (const name of url.searchParams.keys()) {
    if (name !== 'tls') throw new Error(`The database address has an unknown option, ${name}.`);
  }
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 3306 : Number(url.port),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ...(url.searchParams.get('tls') === 'true' ? { ssl: { rejectUnauthorized: true } } : {}),
  };
}

import { resolve } from 'node:path';
import { type JwtSettings, jwtSettings, readJwtSettings } from './accounts/jwt-settings.ts';
import {
  type OidcSettings,
  oidcSettingNames,
  oidcSettings,
  readOidcSettings,
} from './accounts/oidc/oidc-settings.ts';
import { isWebAddress } from './kernel/iri.ts';

/**
 * Every setting, read once and checked all at once; nothing else reads the environment. README.md lists them, and a test
 * holds the two together.
 */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Public base of every IRI, without a slash at the end. */
  readonly base: string;
  /** From which keys are derived, 32 characters at least; undefined: one that is made and kept in the store. */
  readonly secret: string | undefined;
  /** What the site is called, and where its readers write to. */
  readonly title: string;
  readonly contact: string;
  /** When somebody answers the telephone, in words, and its number. */
  readonly openingHours: string | undefined;
  readonly telephone: string | undefined;
  /** Where maps get a background from, with who made it; undefined for our own outlines alone. */
  readonly tiles: { readonly url: string; readonly attribution: string } | undefined;
  /** Folder of the SQLite database and of files. */
  readonly data: string;
  /** `mysql://…`; undefined for SQLite in the data folder. */
  readonly databaseUrl: string | undefined;
  /** `https://…`; undefined for the search engine inside the program. */
  readonly elasticsearchUrl: string | undefined;
  /** `smtps://…` or `smtp://…`; undefined for a folder that letters are put in. */
  readonly smtpUrl: string | undefined;
  /** E-mail address that letters come from. */
  readonly mailFrom: string;
  /** Whether an empty store outside production gets the sample catalogue. */
  readonly sample: boolean;
  /** How many proxies in front are ours, so that the last so many of X-Forwarded-For are believed. */
  readonly proxies: number;
  /** Requests per minute and address that change something, and that read. */
  readonly writesPerMinute: number;
  readonly readsPerMinute: number;
  /** Bytes: of an imported document, and of any other body. */
  readonly importLimit: number;
  readonly bodyLimit: number;
  /** Bytes of a file that is handed in. */
  readonly fileLimit: number;
  /** Whole-catalogue answers at the same time. */
  readonly dumps: number;
  /** Whose access tokens the API takes beside its own; undefined: nobody's. */
  readonly jwt: JwtSettings | undefined;
  /** Providers that people may sign in with, in the order in which they are offered. */
  readonly oidc: readonly OidcSettings[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Every variable with its meaning: the table that README.md shows. */
export const settings = [
  { name: 'PORT', default: '3000', meaning: 'Port to listen on' },
  { name: 'HOST', default: 'localhost', meaning: 'Address to listen on; `0.0.0.0` in a container' },
  {
    name: 'NODE_ENV',
    default: '',
    meaning:
      '`production`: no sample catalogue, `DATATORGET_URL` and `DATATORGET_SECRET` are required',
  },
  {
    name: 'DATATORGET_URL',
    default: 'from host and port',
    meaning:
      'Public base of every IRI, such as `https://data.example.se`; never change it once something is published',
  },
  {
    name: 'DATATORGET_SECRET',
    default: 'made once',
    meaning:
      'At least 32 characters that nobody can guess, which what people sign in by is encrypted with; keep it with the backups, and never change it',
  },
  { name: 'DATATORGET_TITLE', default: 'Datatorget', meaning: 'What the site is called' },
  {
    name: 'DATATORGET_CONTACT',
    default: 'info@example.se',
    meaning: 'E-mail address for questions about the API',
  },
  {
    name: 'DATATORGET_TELEPHONE',
    default: '',
    meaning: 'Telephone number of the support, such as `010-123 45 67`',
  },
  {
    name: 'DATATORGET_OPENING_HOURS',
    default: '',
    meaning: 'When the support answers, in words: `vardagar 9–12 och 13–16`',
  },
  {
    name: 'DATATORGET_TILES_URL',
    default: '',
    meaning:
      "Background of maps that can be moved, as raster tiles: `https://host/{z}/{x}/{y}.png`; readers' browsers then ask that host. Without it the outlines inside the program",
  },
  {
    name: 'DATATORGET_TILES_ATTRIBUTION',
    default: '',
    meaning: 'Who made that background; needed with it, and shown on the map',
  },
  { name: 'DATATORGET_DATA', default: './data', meaning: 'Data folder' },
  {
    name: 'DATATORGET_DATABASE_URL',
    default: '',
    meaning: '`mysql://user:password@host:3306/database`; without it SQLite in the data folder',
  },
  {
    name: 'DATATORGET_ELASTICSEARCH_URL',
    default: '',
    meaning:
      '`https://user:password@host:9200`, Elasticsearch 9; without it the search engine inside the program, in `search` in the data folder',
  },
  {
    name: 'DATATORGET_SMTP_URL',
    default: '',
    meaning:
      '`smtps://user:password@host:465`, or `smtp://…:587`, which changes to TLS or sends nothing; without it letters lie in `mail` in the data folder, and the operator reads them in the portal',
  },
  {
    name: 'DATATORGET_MAIL_FROM',
    default: 'the contact address',
    meaning: 'E-mail address that letters come from',
  },
  { name: 'DATATORGET_SAMPLE', default: 'true', meaning: '`false`: an empty store stays empty' },
  {
    name: 'DATATORGET_PROXIES',
    default: '0',
    meaning:
      'Number of reverse proxies of yours in front, for the client address in `X-Forwarded-For`',
  },
  {
    name: 'DATATORGET_WRITES_PER_MINUTE',
    default: '600',
    meaning: 'Changes that one address may ask for in a minute',
  },
  {
    name: 'DATATORGET_READS_PER_MINUTE',
    default: '12000',
    meaning: 'Reads that one address may ask for in a minute',
  },
  {
    name: 'DATATORGET_IMPORT_LIMIT',
    default: '268435456',
    meaning: 'Bytes of an imported document',
  },
  { name: 'DATATORGET_BODY_LIMIT', default: '1048576', meaning: 'Bytes of any other body' },
  {
    name: 'DATATORGET_FILE_LIMIT',
    default: '2147483648',
    meaning: 'Bytes of a file that is handed in for a dataset',
  },
  {
    name: 'DATATORGET_DUMPS',
    default: '4',
    meaning: 'Whole catalogues sent at the same time; more are asked to wait',
  },
  ...jwtSettings,
  ...oidcSettings,
] as const;

/** Thrown with every fault of the settings and its cure, one a line. */
export class ConfigError extends Error {
  constructor(faults: readonly string[]) {
    super(`The settings cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads the settings. @throws ConfigError with every fault at once. */
export function readConfig(environment: Environment): Config {
  // A variable set to nothing, as compose files leave them, is one that is not set.
  const env: Environment = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const faults: string[] = [];
  const known = new Set<string>([
    ...settings.map((setting) => setting.name),
    ...oidcSettingNames(env),
  ]);
  for (const name of Object.keys(env)) {
    if (
      name.startsWith('DATATORGET_') &&
      !name.startsWith('DATATORGET_TEST_') &&
      !known.has(name)
    ) {
      faults.push(`${name} is no setting. Did you mean ${nearest(name, [...known])}?`);
    }
  }
  const production = env.NODE_ENV === 'production';
  const host = env.HOST ?? 'localhost';
  const port = number('PORT', 3000, 0, 65535);
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const given = env.DATATORGET_URL?.replace(/\/+$/, '');
  if (given === undefined && production) {
    faults.push(
      'DATATORGET_URL is required in production. Set it to the public address, such as https://data.example.se.',
    );
  }
  if (given !== undefined && !isBase(given)) {
    faults.push(
      `DATATORGET_URL is ${JSON.stringify(given)}. Write an absolute http or https address, without user, ? or #.`,
    );
  }
  if (given === undefined && port === 0) {
    faults.push(
      'PORT is 0, any free one, so set DATATORGET_URL to the address that IRIs begin with.',
    );
  }
  const secret = env.DATATORGET_SECRET;
  if (secret === undefined && production) {
    faults.push(
      'DATATORGET_SECRET is required in production. Set it to 32 characters or more that nobody can guess, such as what `openssl rand -base64 32` prints.',
    );
  }
  if (secret !== undefined && secret.length < 32) {
    faults.push(
      `DATATORGET_SECRET has ${secret.length} characters. Write at least 32 that nobody can guess, such as what \`openssl rand -base64 32\` prints.`,
    );
  }
  const contact = env.DATATORGET_CONTACT ?? 'info@example.se';
  if (!/^[^\s@]+@[^\s@]+$/.test(contact)) {
    faults.push(`DATATORGET_CONTACT is ${JSON.stringify(contact)}. Write an e-mail address.`);
  }
  const { DATATORGET_TELEPHONE: telephone = '1' } = env;
  if (!/^\+?[\d ()-]{1,30}$/.test(telephone)) {
    faults.push(
      `DATATORGET_TELEPHONE is ${JSON.stringify(telephone)}. Write figures, blanks and hyphens.`,
    );
  }
  const tilesUrl = env.DATATORGET_TILES_URL;
  const attribution = env.DATATORGET_TILES_ATTRIBUTION;
  const isTiles = /^https?:\/\/[a-z0-9.:-]+\/[^\s;,]*$/i.test(tilesUrl ?? '');
  const hasPlaces = ['{z}', '{x}', '{y}'].every((part) => tilesUrl?.includes(part));
  if (tilesUrl !== undefined && !(isTiles && hasPlaces)) {
    faults.push(
      'DATATORGET_TILES_URL must look like https://host/{z}/{x}/{y}.png. Leave it out for the outlines inside the program.',
    );
  }
  if (tilesUrl !== undefined && attribution === undefined) {
    faults.push('DATATORGET_TILES_URL needs DATATORGET_TILES_ATTRIBUTION: who made the map.');
  }
  const databaseUrl = env.DATATORGET_DATABASE_URL;
  if (databaseUrl !== undefined && !/^mysql:\/\/[^/]+\/[^/]+$/.test(databaseUrl)) {
    faults.push(
      'DATATORGET_DATABASE_URL must look like mysql://user:password@host:3306/database. Leave it out for SQLite.',
    );
  }
  const elasticsearchUrl = env.DATATORGET_ELASTICSEARCH_URL?.replace(/\/+$/, '');
  if (elasticsearchUrl !== undefined && !isServer(elasticsearchUrl)) {
    faults.push(
      'DATATORGET_ELASTICSEARCH_URL must look like https://user:password@host:9200, without path, ? or #. Leave it out for the search engine inside the program.',
    );
  }
  const smtpUrl = env.DATATORGET_SMTP_URL?.replace(/\/+$/, '');
  if (smtpUrl !== undefined && !/^smtps?:\/\/(?:[^/?#@]+@)?[^/?#@]+$/.test(smtpUrl)) {
    faults.push(
      'DATATORGET_SMTP_URL must look like smtps://user:password@host:465. Leave it out for letters in a folder.',
    );
  }
  const mailFrom = env.DATATORGET_MAIL_FROM ?? contact;
  if (mailFrom !== contact && !/^[^\s@<>",;]+@[^\s@<>",;]+$/.test(mailFrom)) {
    faults.push(`DATATORGET_MAIL_FROM is ${JSON.stringify(mailFrom)}. Write an e-mail address.`);
  }
  const config: Config = {
    production,
    secret,
    host,
    port,
    base: given ?? `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`,
    title: env.DATATORGET_TITLE ?? 'Datatorget',
    contact,
    openingHours: env.DATATORGET_OPENING_HOURS,
    telephone: env.DATATORGET_TELEPHONE,
    tiles: tilesUrl && attribution ? { url: tilesUrl, attribution } : undefined,
    data: resolve(env.DATATORGET_DATA ?? './data'),
    databaseUrl,
    elasticsearchUrl,
    smtpUrl,
    mailFrom,
    sample: flag('DATATORGET_SAMPLE', true) && !production,
    proxies: number('DATATORGET_PROXIES', 0, 0, 10),
    writesPerMinute: number('DATATORGET_WRITES_PER_MINUTE', 600, 1, 1_000_000),
    readsPerMinute: number('DATATORGET_READS_PER_MINUTE', 12_000, 1, 10_000_000),
    importLimit: number('DATATORGET_IMPORT_LIMIT', 268_435_456, 1024, 536_870_912),
    bodyLimit: number('DATATORGET_BODY_LIMIT', 1_048_576, 1024, 104_857_600),
    fileLimit: number('DATATORGET_FILE_LIMIT', 2_147_483_648, 1024, 999_999_999_999),
    dumps: number('DATATORGET_DUMPS', 4, 1, 1000),
    jwt: readJwtSettings(env, (fault) => faults.push(fault)),
    oidc: readOidcSettings(env, (fault) => faults.push(fault)),
  };
  if (faults.length > 0) throw new ConfigError(faults);
  return config;

  function number(name: string, fallback: number, least: number, most: number): number {
    const text = env[name];
    if (text === undefined) return fallback;
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    faults.push(
      `${name} is ${JSON.stringify(text)}. Write a whole number from ${least} to ${most}.`,
    );
    return fallback;
  }

  function flag(name: string, fallback: boolean): boolean {
    const text = env[name];
    if (text === undefined) return fallback;
    if (text === 'true' || text === 'false') return text === 'true';
    faults.push(`${name} is ${JSON.stringify(text)}. Write true or false.`);
    return fallback;
  }
}

/** Whether IRIs can begin with it: they are made by adding a path. */
function isBase(text: string): boolean {
  return isWebAddress(text) && !/[?#]/.test(text) && new URL(text).username === '';
}

/** Whether it is an address of a server and nothing below it. */
function isServer(text: string): boolean {
  if (!isWebAddress(text) || /[?#]/.test(text)) return false;
  return new URL(text).pathname === '/';
}

/** The known name that shares the longest beginning with the one written. */
function nearest(name: string, names: readonly string[]): string {
  const shared = (other: string) => {
    let length = 0;
    while (length < other.length && other[length] === name[length]) length++;
    return length;
  };
  return names.toSorted((a, b) => shared(b) - shared(a))[0] ?? 'DATATORGET_URL';
}

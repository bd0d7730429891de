/**
 * Holds the floors of docs/architecture.md. A folder imports itself and lower floors, folders on one floor do not know
 * each other except where the table says so, and every outside package has one home.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Folder {
  readonly floor: number;
  /** Folders on the same floor that it may import. */
  readonly uses?: readonly string[];
  /** Outside packages that nothing else imports. */
  readonly home?: readonly string[];
}

const folders: Readonly<Record<string, Folder>> = {
  kernel: { floor: 0 },
  audit: { floor: 1 },
  jobs: { floor: 1, uses: ['audit'] },
  mail: { floor: 1, uses: ['jobs'], home: ['nodemailer'] },
  vocabularies: { floor: 1 },
  profile: { floor: 1, uses: ['vocabularies'] },
  rdf: { floor: 2, home: ['rdflib', 'jsonld', 'n3', 'rdfxml-streaming-parser', '@rdfjs/types'] },
  catalog: { floor: 2 },
  files: { floor: 2, home: ['file-type'] },
  language: { floor: 2, home: ['dictionary-sv', '@orama/stemmers'] },
  accounts: {
    floor: 2,
    uses: ['catalog'],
    home: [
      'jose',
      'openid-client',
      'otpauth',
      '@simplewebauthn/server',
      '@zxcvbn-ts/language-common',
    ],
  },
  quality: { floor: 3 },
  standards: { floor: 3 },
  tables: {
    floor: 3,
    uses: ['standards'],
    home: ['udsv', 'hucre', 'proj4', '@duckdb/node-api', 'fflate', 'shapefile'],
  },
  distributions: { floor: 3, uses: ['tables', 'standards'] },
  search: { floor: 3, home: ['@elastic/elasticsearch'] },
  harvest: { floor: 3, uses: ['tables', 'ckan'], home: ['undici'] },
  feeds: { floor: 3 },
  ckan: { floor: 3 },
  onboarding: { floor: 3 },
  support: { floor: 3 },
  sheets: { floor: 3, uses: ['tables'] },
  usage: { floor: 3 },
  store: { floor: 4, home: ['kysely', 'mysql2'] },
  blobs: { floor: 4, home: ['s3mini'] },
  rows: { floor: 4, home: ['@duckdb/node-api'] },
  http: { floor: 5, home: ['koa', '@koa/router', 'koa-body'] },
  portal: {
    floor: 5,
    uses: ['http'],
    home: [
      'preact',
      'preact-render-to-string',
      'esbuild',
      'uqr',
      'sharp',
      'markdown-it',
      'maplibre-gl',
      'world-atlas',
      'topojson-client',
      '@digdir/designsystemet-css',
      '@fontsource-variable/source-sans-3',
      'geojson',
      'topojson-specification',
    ],
  },
  commands: { floor: 7 },
};

/** Packages that are types and nothing that runs: the document does not show them. */
const typesAlone: ReadonlySet<string> = new Set([
  '@rdfjs/types',
  'geojson',
  'topojson-specification',
]);

/** The files above the folders: settings, then composition, then the commands over them, and what calls the commands. */
const top: Readonly<Record<string, number>> = {
  'config.ts': 6,
  'configured-store.ts': 6.1,
  'configured-engine.ts': 6.1,
  'configured-search.ts': 6.15,
  'configured-mail.ts': 6.1,
  'configured-blobs.ts': 6.1,
  'configured-accounts.ts': 6.1,
  'configured-jobs.ts': 6.15,
  'main.ts': 6.2,
  'configured-services.ts': 6.25,
  'configured-identities.ts': 6.25,
  'configured-routes.ts': 6.25,
  'configured-gauges.ts': 6.25,
  'serve.ts': 6.3,
  'cli.ts': 8,
};
const composition = new Set([
  'configured-store.ts',
  'configured-engine.ts',
  'configured-search.ts',
  'configured-jobs.ts',
  'configured-mail.ts',
  'configured-blobs.ts',
  'configured-accounts.ts',
  'configured-services.ts',
  'configured-identities.ts',
  'configured-routes.ts',
  'configured-gauges.ts',
  'main.ts',
  'serve.ts',
  'cli.ts',
]);
/** What implements a port, as paths inside src. */
const adapters = /^(store|blobs)\/|^search\/(embedded|elasticsearch)/;
/** The part of Node that a folder without I/O may import. */
const pure = /^node:(crypto|buffer|util|url|path|events|assert)/;

interface Import {
  /** Path inside src of the file that imports, with `/` on every system. */
  readonly file: string;
  /** Path inside src of what it imports, or the package's specifier. */
  readonly target: string;
  readonly relative: boolean;
}

const files = globSync('src/**/*.{ts,tsx,mts,js}', { cwd: root }).map((file) =>
  file.slice('src/'.length).split(sep).join('/'),
);
const imports = files.flatMap((file) => importsOf(file));

test('every folder of src has a floor', () => {
  const unknown = files.map(folderOf).filter((folder) => folder !== '' && !(folder in folders));
  assert.deepEqual([...new Set(unknown)], []);
});

test('a folder imports only itself, lower floors and what it uses', () => {
  const wrong = imports.filter(({ file, target, relative }) => {
    const from = folderOf(file) || file;
    const to = folderOf(target) || target;
    if (!relative || from === to || to === 'package.json') return false;
    const uses = folders[from]?.uses ?? [];
    return floorOf(to) >= floorOf(from) && !uses.includes(to);
  });
  assert.deepEqual(wrong.map(line), []);
});

test('an import never leaves src except for data and the package itself', () => {
  const wrong = imports.filter(
    ({ target, relative }) =>
      relative &&
      target.startsWith('..') &&
      !/^\.\.\/(schemas|vocabularies|package\.json)/.test(target),
  );
  assert.deepEqual(wrong.map(line), []);
});

test('each outside package is imported by its home alone', () => {
  // A package has one home, but DuckDB two: Parquet files are read where tables are, and written where rows are.
  const isAtHome = (file: string, name: string) =>
    folders[folderOf(file)]?.home?.includes(name) === true;
  const wrong = imports.filter(
    ({ file, target, relative }) =>
      !relative && !target.startsWith('node:') && !isAtHome(file, packageOf(target)),
  );
  assert.deepEqual(wrong.map(line), []);
});

test('every package that the program depends on has a home', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const homes = new Set(Object.values(folders).flatMap(({ home }) => home ?? []));
  // The runtime itself comes as a package and is imported by nobody.
  const homeless = Object.keys(manifest.dependencies).filter((p) => p !== 'node' && !homes.has(p));
  assert.deepEqual(homeless, []);
});

test('only composition names adapters', () => {
  const wrong = imports.filter(
    ({ file, target, relative }) =>
      relative &&
      adapters.test(target) &&
      folderOf(file) !== folderOf(target) &&
      !composition.has(file),
  );
  assert.deepEqual(wrong.map(line), []);
});

test('the kernel does no input or output', () => {
  const wrong = imports.filter(
    ({ file, target }) =>
      folderOf(file) === 'kernel' && target.startsWith('node:') && !pure.test(target),
  );
  assert.deepEqual(wrong.map(line), []);
});

test('only config.ts reads the environment, unless main.ts or cli.ts hands it over whole', () => {
  const readers = files.filter((file) => {
    if (file === 'config.ts') return false;
    const source = code(file);
    const rest = composition.has(file) ? source.replaceAll('readConfig(process.env)', '') : source;
    return /\bprocess\s*\.\s*env\b|\bfrom 'node:process'/.test(rest);
  });
  assert.deepEqual(readers, []);
});

test('no file has a name that says nothing', () => {
  const nameless = files.filter((file) =>
    /(^|\/)(utils?|helpers?|types|common|misc|index|manager)(\.[^/]*)?(\/|$)/.test(file),
  );
  assert.deepEqual(nameless, []);
});

test('docs/architecture.md shows this table', () => {
  const document = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const shown = [...document.matchAll(/^\| (\d) \| `([a-z]+)\/` \|.*\| ([^|]*) \|$/gm)].map(
    ([, floor, name, home]) => [name, Number(floor), packagesIn(home ?? '')],
  );
  const held = Object.entries(folders).map(([name, { floor, home }]) => [
    name,
    floor,
    (home ?? []).filter((p) => !typesAlone.has(p)).toSorted(),
  ]);
  assert.deepEqual(shown, held);
});

function importsOf(file: string): readonly Import[] {
  const specifier =
    /^\s*(?:import|export)\s[^;'"`=()]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\bnew URL\(\s*['"](\.[^'"]+\.[mt]?[jt]sx?)['"]/gm;
  return [...code(file).matchAll(specifier)].map(([, named, bare, dynamic, worker]) => {
    const target = named ?? bare ?? dynamic ?? worker ?? '';
    const relative = target.startsWith('.');
    const inside = normalize(join(dirname(file), target))
      .split(sep)
      .join('/');
    return { file, target: relative ? inside : target, relative };
  });
}

/** The source without its comments, so that an example in a comment is not an import. */
function code(file: string): string {
  return readFileSync(join(root, 'src', file), 'utf8')
    .replace(/^\s*\/\*[\s\S]*?\*\//gm, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

function folderOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

function floorOf(folder: string): number {
  return folder === '..' ? -1 : (folders[folder]?.floor ?? top[folder] ?? 9);
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function packagesIn(cell: string): readonly string[] {
  return cell
    .split(', ')
    .filter((p) => p.trim() !== '')
    .toSorted();
}

function line({ file, target }: Import): string {
  return `src/${file} imports ${target}`;
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openAnalyser } from '../src/language/open-analyser.ts';
import { openEmbeddedIndex } from '../src/search/embedded/open-embedded-index.ts';
import type { IndexDocument } from '../src/search/index-document.ts';
import type { EngineQuery } from '../src/search/search-index.ts';
import { type Row, row } from './row.ts';
import type { SearchProcessReport } from './search-process.ts';
import { searchQueries } from './search-queries.ts';
import { indexDocuments } from './swedish-catalogue.ts';

const datasets = 100_000;

/**
 * The embedded engine over a catalogue as large as it is made for: what taking in, starting and finding cost, and how finding
 * compares with SQLite's own ranking and grouping. Each search is asked for the first time after a start, of three starts, and the
 * shortest counts: what else the machine does only adds.
 */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-bench-search-'));
  try {
    const each = await build(folder);
    const queries = searchQueries();
    const reports: SearchProcessReport[] = [];
    for (let round = 0; round < 3; round += 1) {
      reports.push(
        await ask(
          folder,
          queries.map(({ query }) => query),
        ),
      );
    }
    const least = (values: readonly (number | undefined)[]) =>
      Math.min(...values.map((value) => value ?? Number.POSITIVE_INFINITY));
    const finds = queries.map((_, index) => least(reports.map((report) => report.finds[index])));
    const start = least(reports.map((report) => report.start));
    const memory = Math.max(...reports.map((report) => report.memory));
    const sorted = finds.toSorted((a, b) => a - b);
    const share = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
    const goal = (name: string, value: number, most: number, unit = 'ms') =>
      row(`${datasets} datasets: ${name}`, { value, baseline: most, goal: 1, unit });
    const plain = await plainTimes(
      folder,
      queries.filter(({ query }) => plainWords(query) !== undefined).slice(0, 12),
    );
    const own = plain.map(({ query }) => finds[queries.findIndex((one) => one.query === query)]);
    return [
      goal('find, p50', share(0.5), 1),
      goal('find, p95', share(0.95), 10),
      goal('find, p99', share(0.99), 30),
      goal('start', start, 1500),
      goal('memory', memory / 2 ** 20, 300, 'MiB'),
      goal('take in one', each, 1),
      row('find, against bm25 and GROUP BY', {
        value: middle(own),
        baseline: middle(plain.map(({ time }) => time)),
        goal: 0.2,
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Fills an index; milliseconds for each dataset, the joining of its parts among them. */
async function build(folder: string): Promise<number> {
  const index = await openEmbeddedIndex({ folder, analyser: openAnalyser() });
  const rebuild = await index.rebuild();
  let spent = 0;
  const timed = async (work: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    await work();
    spent += performance.now() - started;
  };
  let batch: IndexDocument[] = [];
  for (const document of indexDocuments(datasets)) {
    batch.push(document);
    if (batch.length < 500) continue;
    await timed(() => rebuild.apply({ documents: batch, deletions: [] }));
    batch = [];
  }
  await timed(() => rebuild.apply({ documents: batch, deletions: [] }));
  await timed(() => rebuild.commit({ store: 'bench', revision: datasets, shape: 'bench' }));
  await index.close();
  return spent / datasets;
}

/** Asks in a process of its own, so that nothing of the building is in its memory. */
async function ask(folder: string, queries: readonly EngineQuery[]): Promise<SearchProcessReport> {
  const child = fork(join(import.meta.dirname, 'search-process.ts'), {
    execArgv: ['--expose-gc'],
  });
  const ended = once(child, 'exit');
  const heard = once(child, 'message');
  child.send({ folder, queries });
  const [report] = await Promise.race([
    heard,
    ended.then(([code]) => {
      throw new Error(`The process that searches ended with ${code}.`);
    }),
  ]);
  await ended;
  return report as SearchProcessReport;
}

/** The words of a query that asks for words alone, as FTS5 is asked for them. */
function plainWords({ must, filters, box, from, years }: EngineQuery): string | undefined {
  const isNarrowed = Object.keys(filters).length > 0 || years !== undefined;
  if (must.length === 0 || isNarrowed || box !== undefined || from !== undefined) return undefined;
  const words = must.map((clause) =>
    clause.type === 'term'
      ? `(${clause.variants.map(({ token }) => `"${token.replaceAll('"', '""')}"`).join(' OR ')})`
      : undefined,
  );
  return words.includes(undefined) ? undefined : words.join(' AND ');
}

/** The same searches by SQL over the same file: a ranked page, and every facet by grouping. */
async function plainTimes<Query extends { readonly query: EngineQuery }>(
  folder: string,
  queries: readonly Query[],
): Promise<readonly { readonly query: EngineQuery; readonly time: number }[]> {
  const database = new DatabaseSync(join(folder, await readFile(join(folder, 'current'), 'utf8')));
  try {
    fillFacetTable(database);
    const page = database.prepare(
      'select rowid from tokens where tokens match ? order by bm25(tokens, 10, 5, 2, 1) limit 21',
    );
    const counts = database.prepare(`select facet, value, count(*) from temp.own join facet_values
      on facet_values.row = own.value_row where own.row in (select rowid from tokens where tokens match ?)
      group by facet, value`);
    return queries.map(({ query }) => {
      const words = plainWords(query) ?? '';
      const started = performance.now();
      page.all(words);
      counts.all(words);
      return { query, time: performance.now() - started };
    });
  } finally {
    database.close();
  }
}

function fillFacetTable(database: DatabaseSync): void {
  database.exec('create table temp.own(row integer, value_row integer); begin');
  const insert = database.prepare('insert into temp.own values (?, ?)');
  for (const { row: own, facet_values: bytes } of database
    .prepare('select row, facet_values from columns')
    .all()) {
    if (!(bytes instanceof Uint8Array) || typeof own !== 'number') continue;
    for (const value of new Uint32Array(bytes.slice().buffer)) insert.run(own, value);
  }
  database.exec('commit; create index temp.own_row on own(row, value_row)');
}

function middle(values: readonly (number | undefined)[]): number {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

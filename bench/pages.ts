import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { searchAddress } from '../src/http/search-address.ts';
import { chromium } from '../test/services/chromium.ts';
import { firstView, largestPaint, slow4g, slow4gOfTools } from './first-view.ts';
import type { PageReport } from './page-client.ts';
import { loadPages, startBareServer } from './page-load.ts';
import { type Row, row } from './row.ts';
import { type BenchQuery, searchQueries } from './search-queries.ts';
import { startSite } from './site.ts';
import { swedishDataset } from './swedish-catalogue.ts';
import { fillSwedishStore } from './swedish-store.ts';

/**
 * Pages for people: how long a search page takes at a steady thirty a second, how many pages of a search and of a dataset are answered at
 * most, and what a first visit costs. `DATATORGET_BENCH_DATASETS` asks for another number than 100 000, `DATATORGET_BENCH_STORE` for a folder
 * that is filled already.
 */

const datasets = Number(process.env.DATATORGET_BENCH_DATASETS ?? 100_000);
const headers = {
  Accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'sv-SE,sv;q=0.9,en;q=0.8',
};

/** @throws Error when an answer is not a page. */
export async function run(): Promise<readonly Row[]> {
  const kept = process.env.DATATORGET_BENCH_STORE;
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'datatorget-bench-pages-')));
  try {
    if (kept === undefined) await fillSwedishStore(folder, datasets);
    const profile = process.env.DATATORGET_BENCH_PROFILE;
    const site = await startSite(
      folder,
      profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    );
    try {
      await searchable(site.port);
      return [...(await loaded(site.port)), ...(await visited(site.port))];
    } finally {
      await site.stop();
    }
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** Waits until the index has taken in every dataset. @throws Error when it does not within a quarter of an hour */
async function searchable(port: number): Promise<void> {
  for (let waited = 0; waited < 900; waited++) {
    const reply = await fetch(`http://127.0.0.1:${port}/ready`);
    const { search } = (await reply.json()) as { readonly search?: string };
    if (search === 'ready') return;
    await delay(1000);
  }
  throw new Error('Not every dataset can be found.');
}

async function loaded(port: number): Promise<readonly Row[]> {
  const searches = searchQueries().map(searchPath);
  const pages = Array.from(
    { length: 2000 },
    (_, turn) => `/datasets/${swedishDataset((turn * 4793) % datasets).name}`,
  );
  const most = (paths: readonly string[], seconds = 8) =>
    loadPages({ port, paths, headers, way: { connections: 8, seconds } });
  // The compiler takes a while to know what it is about.
  await most(searches, 5);
  await most(pages, 5);
  const steady = await loadPages({ port, paths: searches, headers, way: { rate: 30 } });
  const sorted = steady.times.toSorted((a, b) => a - b);
  const share = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN;
  return [
    {
      ...row('search page at 30/s, p95', { value: share(0.95), baseline: 50, goal: 1 }),
      note: `p50 ${share(0.5).toFixed(1)} ms, p99 ${share(0.99).toFixed(1)} ms; ${kilobytes(steady.bytes / steady.times.length)} each; ${datasets} datasets`,
    },
    await peak('search page, peak, of which one', await most(searches), 300),
    await peak('dataset page, peak, of which one', await most(pages), 500),
  ];
}

/** How many came, against how many are wanted; beside it what a bare server manages that sends as many bytes. */
async function peak(name: string, report: PageReport, wanted: number): Promise<Row> {
  const bytes = report.bytes / report.times.length;
  const bare = await startBareServer(bytes);
  try {
    const { perSecond } = await loadPages({
      port: bare.port,
      paths: ['/'],
      headers,
      way: { connections: 8, seconds: 3 },
    });
    return {
      ...row(name, { value: 1000 / report.perSecond, baseline: 1000 / wanted, goal: 1 }),
      note: `${Math.round(report.perSecond)} pages/s of ${kilobytes(bytes)}; a bare server sends ${Math.round(perSecond)}/s of that size, ${(perSecond / report.perSecond).toFixed(1)} times as many`,
    };
  } finally {
    bare.stop();
  }
}

/** What a first visit weighs, and how long it takes until its main thing is seen. */
async function visited(port: number): Promise<readonly Row[]> {
  const base = `http://127.0.0.1:${port}`;
  const rows: Row[] = [];
  const browser = await chromium();
  if ('missing' in browser) process.stderr.write(`${browser.missing}\n`);
  const addresses = {
    start: '/',
    search: '/datasets?q=badplatserna',
    dataset: `/datasets/${swedishDataset(0).name}`,
  };
  try {
    for (const [name, path] of Object.entries(addresses)) {
      const { html, css, js } = await firstView(base, path);
      rows.push(
        {
          ...row(`${name}: HTML and CSS`, {
            value: (html + css) / 1000,
            baseline: 60,
            goal: 1,
            unit: 'kB',
          }),
          note: `HTML ${kilobytes(html)}, CSS ${kilobytes(css)}`,
        },
        row(`${name}: JavaScript`, { value: js / 1000, baseline: 15, goal: 1, unit: 'kB' }),
      );
      if ('missing' in browser) continue;
      const value = await largestPaint(browser, base + path, slow4g);
      const slower = await largestPaint(browser, base + path, slow4gOfTools);
      rows.push({
        ...row(`${name}: largest paint on slow 4G`, { value, baseline: 1000, goal: 1 }),
        note: `1.6 Mbit/s, 150 ms; ${Math.round(slower)} ms at 1.44 Mbit/s, 562.5 ms`,
      });
    }
  } finally {
    if (!('missing' in browser)) await browser.close();
  }
  return rows;
}

/** The address of a search as a reader has it. */
function searchPath({ text, query }: BenchQuery): string {
  const { filters, years, box, from = 0 } = query;
  return searchAddress(
    '/datasets',
    {
      text,
      filters,
      ...(years === undefined ? {} : { years }),
      ...(box === undefined ? {} : { box }),
    },
    // People turn no more than 10 000 hits.
    { page: 1 + ((from / 20) % 480) },
  );
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConnection, type Request, sendOnce } from './connection.ts';
import { dataset, datasetName, filledStore, owner } from './generate.ts';
import { type Row, row } from './row.ts';
import { type Site, startSite } from './site.ts';

/** Whole catalogues and single records over real HTTP, from SQLite, with nothing cached. `bench/README.md` has the goals. */

const count = 10_000;
const many = 50_000;
const mebibyte = 1024 * 1024;
const organization = `/organizations/${owner.name}/catalog`;

/** @throws Error when a reply is not the expected one. */
export async function run(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-bench-'));
  try {
    await filledStore(join(folder, 'one'), count);
    await filledStore(join(folder, 'many'), many);
    return [
      ...(await served(join(folder, 'one'), async (site) => [
        ...(await wholeCatalog(site, count)),
        ...(await single(site)),
        await creates(site),
      ])),
      ...(await served(join(folder, 'many'), async (site) => [await memory(site, many, 'rdf')])),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function served(
  folder: string,
  work: (site: Site) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const site = await startSite(folder);
  try {
    return await work(site);
  } finally {
    await site.stop();
  }
}

/** The organisation's catalogue in the two syntaxes that are fetched most, its memory, and its 304. */
async function wholeCatalog(site: Site, datasets: number): Promise<readonly Row[]> {
  const rows: Row[] = [await memory(site, datasets, 'rdf')];
  for (const suffix of ['rdf', 'ttl']) {
    const path = `${organization}.${suffix}`;
    const times: number[] = [];
    for (let round = 0; round < 4; round++) {
      times.push((await expected(sendOnce(site.port, { path }), 200)).ms);
    }
    const best = Math.min(...times);
    rows.push(
      limit(`catalogue of ${datasets} datasets as ${suffix}, of which one`, {
        value: (best * 1000) / datasets,
        most: 200,
        unit: 'µs',
        note: `${Math.round((datasets / best) * 1000)} datasets/s`,
      }),
    );
  }
  const { etag = '' } = await expected(sendOnce(site.port, { path: `${organization}.rdf` }), 200);
  rows.push(
    await latency(site, '304 on it', {
      most: 2,
      status: 304,
      request: () => ({ path: `${organization}.rdf`, headers: { 'If-None-Match': etag } }),
    }),
  );
  return rows;
}

/** The most resident memory while the catalogue is sent, above what the server has when it has worked and rests. */
async function memory(site: Site, datasets: number, suffix: string): Promise<Row> {
  const connection = await openConnection(site.port);
  for (let turn = 0; turn < 5000; turn++) {
    await expected(
      connection.send({ path: `/datasets/${datasetName(turn % datasets)}.${suffix}` }),
      200,
    );
  }
  connection.close();
  const idle = await site.memory();
  await expected(sendOnce(site.port, { path: `${organization}.${suffix}` }), 200);
  const peak = await site.peak();
  const after = await site.memory();
  const mebibytes = (bytes: number) => `${(bytes / mebibyte).toFixed(0)} MiB`;
  return limit(`memory above idle for ${datasets} datasets as ${suffix}`, {
    value: (peak.rss - idle.rss) / mebibyte,
    most: 64,
    unit: 'MiB',
    note: `idle ${mebibytes(idle.rss)}; heap in use then ${mebibytes(idle.heap)}, at most ${mebibytes(peak.heap)}, afterwards ${mebibytes(after.heap)}`,
  });
}

/** One record and a page of them, another one at each request. */
async function single(site: Site): Promise<readonly Row[]> {
  return [
    await latency(site, 'one dataset as Turtle', {
      most: 0.4,
      request: (turn) => ({ path: `/datasets/${datasetName((turn * 37) % count)}.ttl` }),
    }),
    await latency(site, 'a page of 100 of /catalog.ttl', {
      most: 6,
      request: (turn) => ({ path: `/catalog.ttl?page=${1 + (turn % (count / 100))}` }),
    }),
  ];
}

interface Latency {
  /** Milliseconds. */
  readonly most: number;
  readonly status?: number;
  readonly request: (turn: number) => Request;
}

/** One request after the other on one connection, for a few seconds. */
async function latency(
  site: Site,
  name: string,
  { most, request, status = 200 }: Latency,
): Promise<Row> {
  const connection = await openConnection(site.port);
  const times: number[] = [];
  const warm = performance.now() + 1500;
  const end = warm + 2500;
  for (let turn = 0; performance.now() < end; turn++) {
    const { ms } = await expected(connection.send(request(turn)), status);
    if (performance.now() > warm) times.push(ms);
  }
  connection.close();
  times.sort((a, b) => a - b);
  const part = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return limit(`${name}, median`, {
    value: part(0.5),
    most,
    unit: 'ms',
    note: `95th percentile ${part(0.95).toPrecision(3)} ms`,
  });
}

/** Eight clients, each of which creates one published dataset after the other. */
async function creates(site: Site): Promise<Row> {
  const seconds = 3;
  const path = `/api/v1/datasets?organization=${owner.name}&publish=true`;
  const headers = {
    Authorization: `Bearer ${site.token}`,
    'Content-Type': 'application/json',
  };
  let next = count;
  async function client(end: number): Promise<number> {
    const connection = await openConnection(site.port);
    let done = 0;
    while (performance.now() < end) {
      const index = next++;
      const { identifier: _, ...node } = dataset(index);
      const body = JSON.stringify({ ...node, record: { name: datasetName(index) } });
      await expected(connection.send({ method: 'POST', path, headers, body }), 201);
      done += 1;
    }
    connection.close();
    return done;
  }
  const rates: number[] = [];
  for (let round = 0; round < 3; round++) {
    const begun = performance.now();
    const clients = Array.from({ length: 8 }, () => client(begun + seconds * 1000));
    const done = (await Promise.all(clients)).reduce((sum, one) => sum + one, 0);
    rates.push((done * 1000) / (performance.now() - begun));
  }
  const best = Math.max(...rates);
  return limit('create over HTTP from 8 clients, of which one', {
    value: 1000 / best,
    most: 1000 / 300,
    unit: 'ms',
    note: `${Math.round(best)}/s`,
  });
}

/** A row against a fixed limit. */
function limit(
  name: string,
  { value, most, unit, note }: Pick<Row, 'value' | 'unit'> & { most: number; note: string },
): Row {
  return { ...row(name, { value, baseline: most, goal: 1, unit }), note };
}

async function expected<R extends { readonly status: number }>(
  reply: Promise<R>,
  status: number,
): Promise<R> {
  const given = await reply;
  if (given.status !== status) throw new Error(`${given.status} came, not ${status}.`);
  return given;
}

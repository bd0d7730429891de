import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createApp } from '../src/http/app.ts';
import { entityTag, isFresh } from '../src/http/conditional.ts';
import { createHealth } from '../src/http/health.ts';
import { jsonLogger, streamSink } from '../src/http/log.ts';
import { createMetrics } from '../src/http/metrics.ts';
import { negotiate } from '../src/http/negotiate.ts';
import { sendJson } from '../src/http/reply.ts';
import { defineRoute, type Route } from '../src/http/route.ts';
import { startServer } from '../src/http/server.ts';
import { loadFrame } from '../src/portal/load-portal.ts';
import { type Row, row } from './row.ts';

/** Processor time of this process per request, in microseconds: what the client costs does not count. */
type Measure = (port: number, path: string, ...headers: readonly string[]) => Promise<number>;

const text = JSON.stringify({
  '@type': 'Dataset',
  title: { sv: 'Badplatser i Göteborg' },
  filler: 'x'.repeat(600),
});
const unit = 'µs/request';
const words = { sv: 'En post.', en: 'A record.' };

/** What the whole floor costs a JSON reply, against Node's own server answering the same text. */
export async function run(): Promise<readonly Row[]> {
  const bare = createServer((_request, response) => {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
    });
    response.end(text);
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const metrics = createMetrics();
  const app = createApp({
    base: 'https://data.example.se',
    api: {
      name: 'Datatorget',
      version: '1.0.0',
      released: '2027-01-15',
      status: 'active',
      description: words,
      contact: { name: 'Datatorget', url: 'https://data.example.se/', email: 'data@example.se' },
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
      termsOfService: 'https://data.example.se/',
    },
    routes: [...others(), record],
    identify: () => Promise.resolve(undefined),
    logger: jsonLogger(streamSink({ write: () => true })),
    metrics,
    health: createHealth([]),
    limits: { read: { burst: 1e9, perSecond: 1e9 }, write: { burst: 1, perSecond: 1 } },
    pages: {
      ...(await loadFrame()),
      start: () => Promise.resolve(),
      browse: () => Promise.resolve(),
      record: () => Promise.resolve(),
    },
    proxies: 0,
  });
  const floor = await startServer({ host: '127.0.0.1', port: 0, handle: app.callback() });
  try {
    const { port } = bare.address() as AddressInfo;
    const path = '/api/v1/datasets/goteborg-badplatser';
    await measure(port, '/');
    await measure(floor.port, path);
    // In turn, and the least of each: what else the machine does falls on all three alike, and only adds.
    let [baseline, reply, fresh] = [Infinity, Infinity, Infinity];
    for (let round = 0; round < 4; round += 1) {
      baseline = Math.min(baseline, await measure(port, '/'));
      reply = Math.min(reply, await measure(floor.port, path, 'Accept: application/json'));
      fresh = Math.min(fresh, await measure(floor.port, path, 'If-None-Match: "7-json"'));
    }
    return [
      row('GET one JSON record through the whole floor', {
        value: reply,
        baseline,
        goal: 3.5,
        unit,
      }),
      row('the same as 304', { value: fresh, baseline, goal: 3.5, unit }),
    ];
  } finally {
    metrics.close();
    bare.close();
    bare.closeAllConnections();
    await floor.drain({ linger: 0, within: 0 });
  }
}

const record: Route = defineRoute({
  method: 'GET',
  path: '/api/v1/datasets/{name}',
  id: 'getDataset',
  tag: 'datasets',
  summary: words,
  access: 'optional',
  parameters: [
    {
      name: 'name',
      in: 'path',
      description: words,
      schema: { type: 'string', pattern: '^[a-z0-9-]+$' },
    },
  ],
  responses: { 200: { description: words } },
  handler: (ctx) => {
    negotiate(ctx, [{ mediaType: 'application/json', suffix: 'json' }]);
    if (!isFresh(ctx, { etag: entityTag(7, 'json'), modified: '2026-03-04T05:06:07Z' }))
      sendJson(ctx, text);
  },
});

/** As many routes before it as the product has, since the router tries them in turn. */
function others(): readonly Route[] {
  return Array.from({ length: 50 }, (_, index) =>
    defineRoute({ ...record, path: `/api/v1/other-${index}/{name}`, id: `other${index}` }),
  );
}

const measure: Measure = async (port, path, ...headers) => {
  const before = process.cpuUsage();
  const client = new URL('./load-client.ts', import.meta.url).pathname;
  const begun = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [
    client,
    String(port),
    path,
    '8',
    '8',
    '2',
    ...headers,
  ]);
  const seconds = (performance.now() - begun) / 1000;
  const { perSecond, wrong } = JSON.parse(stdout) as {
    readonly perSecond: number;
    readonly wrong: number;
  };
  if (wrong > 0 || seconds === 0)
    throw new Error(`${wrong} replies to ${path} were not 200 or 304.`);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (perSecond * 2);
};

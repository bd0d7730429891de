import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { command, startServer } from './process.ts';

async function dataFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-reindex-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const env = { DATATORGET_URL: 'https://data.example.se' };

test('reindex builds the index where no server runs, and the server that starts then uses it', async (t) => {
  const data = await dataFolder(t);
  assert.equal((await command(data, ['sample', 'load'], env)).code, 0);
  // No server of ours listens here.
  const built = await command(data, ['reindex'], { ...env, PORT: '1' });
  assert.equal(built.code, 0, built.stderr);
  assert.match(built.stdout, /^88 records indexed, up to revision \d+\.\n$/);
  assert.match(built.stderr, /████████████████████ 100 % 88 of 88/);
  const doctor = await command(data, ['doctor'], env);
  assert.match(doctor.stdout, /^search {8}the engine inside the program\n {2}in step, at \d+$/m);

  const server = await startServer(data);
  t.after(() => server.process.kill('SIGKILL'));
  const found = await fetch(`${server.url}/api/v1/datasets?q=badplatserna`);
  assert.equal(found.status, 200);
  assert.ok(((await found.json()) as { readonly total: number }).total > 0);
  assert.doesNotMatch(server.output(), /search-rebuild/);

  const asked = await command(data, ['reindex'], { ...env, PORT: new URL(server.url).port });
  assert.equal(asked.code, 0, asked.stderr);
  assert.match(asked.stdout, /^88 records indexed by the running server\.\n$/);
  assert.match(server.output(), /"event":"search-rebuilt".*"records":88/);
});

test('a server whose search engine does not answer does everything else, and says so', async (t) => {
  const data = await dataFolder(t);
  await command(data, ['sample', 'load'], env);
  const down = { DATATORGET_ELASTICSEARCH_URL: 'http://127.0.0.1:1' };
  const server = await startServer(data, down);
  t.after(() => server.process.kill('SIGKILL'));
  const get = (path: string, accept = 'application/json') =>
    fetch(server.url + path, { headers: { Accept: accept } });
  const found = await get('/api/v1/datasets?q=badplats');
  assert.equal(found.status, 503);
  const { type } = (await found.json()) as { readonly type: string };
  assert.match(type, /\/problems\/search-unavailable$/);
  assert.equal((await get('/datasets.atom')).status, 503);
  assert.equal((await get('/api/v1/datasets')).status, 200);
  assert.equal((await get('/datasets/umea-badplatser')).status, 200);
  assert.equal((await get('/problems/search-unavailable', 'text/html')).status, 200);
  const state = async () => (await (await get('/ready')).json()) as object;
  while (!JSON.stringify(await state()).includes('unavailable')) await delay(20);
  assert.deepEqual(await state(), { status: 'ready', search: 'unavailable' });
  assert.match(await (await get('/metrics')).text(), /^datatorget_search_available 0$/m);
  const doctor = await command(data, ['doctor'], { ...env, ...down });
  assert.equal(doctor.code, 0);
  assert.match(doctor.stdout, /Elasticsearch, http:\/\/127\.0\.0\.1:1\n {2}does not answer: /);
});

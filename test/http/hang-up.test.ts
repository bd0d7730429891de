import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Stats } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { hangUp } from '../../src/http/hang-up.ts';
import { ClientGone } from '../../src/http/http-problem.ts';
import { openReader } from '../../src/rdf/reader.ts';
import { turtle } from './descriptions.ts';
import { openSite, own, type Site } from './site.ts';

const prefixes = turtle().slice(0, turtle().indexOf('<>'));

/** So many datasets, each with an IRI of its publisher's. */
function catalogue(count: number): string {
  const [one, other = ''] = turtle('Badplatser').slice(prefixes.length).split('<>');
  const datasets = Array.from(
    { length: count },
    (_, n) => `${one}<https://register.umea.se/${n}>${other}`,
  );
  return [prefixes, ...datasets].join('\n');
}

/** Sends a document whole over a connection of its own, and gives the means to hang up. */
async function send({ url, tokens }: Site, path: string, body: string): Promise<() => void> {
  const asking = request(url + path, {
    method: 'POST',
    agent: false,
    headers: {
      Authorization: `Bearer ${tokens.editor}`,
      'Content-Type': 'text/turtle',
      'Content-Length': Buffer.byteLength(body),
    },
  });
  asking.on('error', () => undefined);
  asking.end(body);
  await once(asking, 'finish');
  return () => void asking.destroy();
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const since = performance.now();
  while (!(await isSo())) {
    assert.ok(performance.now() - since < 30_000, 'it never came to be');
    await delay(5);
  }
}

/** A site whose temporary files stand in a folder of their own: a document lies there until its request is done with. */
async function siteWithFolder(t: TestContext): Promise<{
  readonly site: Site;
  /** Bytes of documents that are there. */
  readonly held: () => Promise<number>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-hang-up-'));
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  t.after(async () => {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
    await rm(folder, { recursive: true, force: true });
  });
  const site = await openSite(t, { bodyLimit: 64 * 1024 * 1024 });
  const held = async () => {
    const names = await readdir(folder, { recursive: true });
    const sizes = names.map((name) => stat(join(folder, name)).then(sizeOfFile, () => 0));
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  return { site, held };
}

function sizeOfFile(found: Stats): number {
  return found.isFile() ? found.size : 0;
}

const many = 4000;
const large = catalogue(many);

for (const [name, path] of [
  ['judged', '/api/v1/validate'],
  ['converted', '/api/v1/convert?format=nt'],
  ['taken in', `/api/v1/imports?organization=${own}&publish=true`],
  ['taken in for show', `/api/v1/imports?organization=${own}&dryRun=true`],
] as const) {
  test(`a document whose sender hangs up before it is ${name} is read no further`, async (t) => {
    const { site, held } = await siteWithFolder(t);
    const { catalog } = site.application.store;
    const before = await catalog.revision();
    const hangUp = await send(site, path, large);
    await until(async () => (await held()) === Buffer.byteLength(large));
    hangUp();
    await until(async () => (await held()) === 0);
    assert.equal(await catalog.revision(), before);
    assert.equal(await catalog.count({ kinds: ['dataset'], states: ['published'] }), 0);
    assert.equal(site.lines.filter((line) => line.includes('"level":"error"')).length, 0);
  });
}

test('an import that has begun to write goes on to its end when its sender hangs up', async (t) => {
  const { site, held } = await siteWithFolder(t);
  const { catalog } = site.application.store;
  const count = () => catalog.count({ kinds: ['dataset'], states: ['published'] });
  const hangUp = await send(site, `/api/v1/imports?organization=${own}&publish=true`, large);
  await until(async () => (await count()) > 0);
  hangUp();
  assert.ok((await count()) < many, 'it was under way');
  await until(async () => (await held()) === 0);
  assert.equal(await count(), many);
});

test('the reading is broken off as soon as its client hangs up, and the next is answered', async (t) => {
  const reader = openReader({
    schemas: 'schemas/dcat-ap-se',
    vocabularies: 'vocabularies',
    threads: 1,
  });
  t.after(() => reader.close());
  const ends: unknown[] = [];
  const server = createServer(async (req, res) => {
    using gone = hangUp({ req, res });
    const count = req.url === '/large' ? 20 : 1;
    const text = Array.from({ length: count }, () => large).join('\n');
    const options = { mediaType: 'text/turtle', signal: gone.signal };
    try {
      const { size } = (await reader.parse(count === 1 ? prefixes : text, options)).graph;
      res.end(String(size));
    } catch (error) {
      ends.push(error);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  const asking = request({ host: '127.0.0.1', port, path: '/large', agent: false });
  asking.on('error', () => undefined);
  asking.end();
  await once(asking, 'finish');
  await delay(100);
  asking.destroy();
  assert.equal(await (await fetch(`http://127.0.0.1:${port}/small`)).text(), '0');
  assert.equal(ends.length, 1);
  assert.ok(ends[0] instanceof ClientGone);
});

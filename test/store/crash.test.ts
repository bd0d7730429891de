import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { CatalogStore } from '../../src/catalog/catalog-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { putOrganization } from '../contract/catalog-records.ts';

const seed = 20260301;
const rounds = 10;

test('kill -9 during writes loses nothing acknowledged and leaves nothing half done', async (context) => {
  context.diagnostic(`seed ${seed}`);
  const random = randomNumbers(seed);
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-crash-'));
  context.after(() => rm(folder, { recursive: true }));
  const first = await openStore({ folder });
  const { id: organization } = await putOrganization(first.catalog, 'umea');
  await first.close();
  const acknowledged: string[] = [];

  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await killed([folder, organization, String(round)], random() * 200)));

    const { catalog, close } = await openStore({ folder });
    await assertWhole(catalog, acknowledged);
    await close();
  }

  assert(acknowledged.length > rounds, `only ${acknowledged.length} writes were acknowledged`);
  context.diagnostic(`${acknowledged.length} acknowledged transactions`);
});

/** What the writer acknowledged before it was killed, so many milliseconds after its first word. */
async function killed(args: readonly string[], milliseconds: number): Promise<readonly string[]> {
  const script = join(import.meta.dirname, 'crash-writer.ts');
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await delay(milliseconds);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
  return said.split('\n').slice(0, -1);
}

async function assertWhole(catalog: CatalogStore, acknowledged: readonly string[]): Promise<void> {
  const query = { kinds: ['dataset'], states: ['published'] } as const;
  const records = await catalog.list({ ...query, limit: 1_000_000 });
  const names = new Set(records.map(({ name }) => name));
  assert.equal(names.size, records.length);
  for (const name of acknowledged) {
    assert(names.has(`${name}-left`) && names.has(`${name}-right`), `${name} is lost`);
  }
  // Pairs are whole, and every save has its version and its change.
  for (const { id, name, version } of records) {
    const [side, other] = name.endsWith('-left') ? ['-left', '-right'] : ['-right', '-left'];
    assert(names.has(name.replace(side, other)), `${name} is alone`);
    assert.equal(version, side === '-left' ? 2 : 1);
    assert.equal((await catalog.versions(id, { limit: 10 })).length, version);
  }
  const changes = await catalog.changesAfter(0, 1_000_000);
  assert.equal(changes.length, 1 + records.length * 1.5);
  assert.equal(await catalog.revision(), changes.length);
  assert.deepEqual(
    changes.map(({ revision }) => revision),
    changes.map((_, i) => i + 1),
  );
  assert.equal(await catalog.count(query), records.length);
}

/** Mulberry32: numbers from 0 up to 1 that a seed repeats. */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

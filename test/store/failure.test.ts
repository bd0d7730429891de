import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { failureOf } from '../../src/store/failure.ts';
import { openStore } from '../../src/store/open-store.ts';

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'datatorget-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('a database without room is told from one that cannot be written or read', (t) => {
  const file = join(folderOf(t), 'some.sqlite');
  const writer = new DatabaseSync(file);
  writer.exec('create table t (x text); pragma max_page_count = 3');
  const full = thrownBy(() => writer.prepare('insert into t values (?)').run('x'.repeat(1e6)));
  assert.equal(failureOf(full), 'full');
  writer.close();
  const reader = new DatabaseSync(file, { readOnly: true });
  const readOnly = thrownBy(() => reader.exec("insert into t values ('x')"));
  assert.equal(failureOf(readOnly), 'unavailable');
  reader.close();
});

test('a server that nobody can reach is unavailable, and a fault of ours stays one', async () => {
  const refused = await new Promise((resolve) => connect(1, '127.0.0.1').once('error', resolve));
  assert.equal(failureOf(refused), 'unavailable');
  assert.equal(failureOf(new TypeError('x is not a function')), undefined);
});

test('waiting for a writer in another process holds up nothing else', async (t) => {
  const folder = folderOf(t);
  const store = await openStore({ folder });
  const other = new DatabaseSync(join(folder, 'datatorget.sqlite'));
  t.after(async () => {
    other.close();
    await store.close();
  });
  other.exec('begin immediate');
  const written = store.meta.set('base', 'https://data.example.se');
  let turns = 0;
  for (const end = performance.now() + 500; performance.now() < end; turns += 1) await delay(5);
  other.exec('commit');
  await written;
  assert.equal(await store.meta.get('base'), 'https://data.example.se');
  assert(turns > 30, `${turns} turns of the event loop in half a second`);
});

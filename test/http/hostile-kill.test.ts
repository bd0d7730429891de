import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { JsonObject } from '../../src/kernel/json.ts';
import { openStore } from '../../src/store/open-store.ts';
import { command, startServer } from '../commands/process.ts';
import { dataset } from './descriptions.ts';

const rounds = 5;

test('kill -9 of the server while four clients write loses nothing acknowledged, and a repeat makes nothing twice', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'datatorget-kill-'));
  t.after(() => rm(data, { recursive: true, force: true }));
  await command(data, ['organizations', 'add', 'umea', '--title', 'Umeå kommun']);
  const { stdout } = await command(data, [
    'tokens',
    'create',
    '--role',
    'editor',
    '--organization',
    'umea',
  ]);
  const token = stdout.trim();
  const acknowledged = new Map<string, string>();
  const attempted: { readonly key: string; readonly title: string }[] = [];

  for (let round = 0; round < rounds; round += 1) {
    const server = await startServer(data);
    let isStopped = false;
    const write = async (client: number): Promise<void> => {
      for (let index = 0; !isStopped; index += 1) {
        const key = `r${round}-c${client}-${index}`;
        attempted.push({ key, title: key });
        const iri = await post(server.url, token, key);
        if (iri !== undefined) acknowledged.set(key, iri);
      }
    };
    const clients = [0, 1, 2, 3].map(write);
    await delay(150 + round * 90);
    server.process.kill('SIGKILL');
    isStopped = true;
    await Promise.all(clients);
    await server.ended;
  }

  // Whoever got no answer asks again with the same key: one record for each, made now or before.
  const server = await startServer(data);
  const unanswered = attempted.filter(({ key }) => !acknowledged.has(key));
  assert.ok(unanswered.length > 0, 'some requests were cut off');
  for (const { key } of unanswered) {
    const iri = await post(server.url, token, key);
    assert.ok(iri, key);
    acknowledged.set(key, iri);
  }
  for (const [key, iri] of acknowledged) assert.equal(await post(server.url, token, key), iri);
  server.process.kill('SIGTERM');
  assert.equal(await server.ended, 0);

  const store = await openStore({ folder: data });
  const records = await store.catalog.list({
    kinds: ['dataset'],
    states: ['published'],
    limit: 1_000_000,
  });
  const titles = records.map(({ content }) => (content.title as JsonObject).sv);
  assert.deepEqual(titles.toSorted(), attempted.map(({ title }) => title).toSorted());
  for (const record of records) {
    assert.equal((await store.catalog.versions(record.id, { limit: 10 })).length, 1);
    assert.equal(acknowledged.get(String((record.content.title as JsonObject).sv)), record.iri);
  }
  const changes = await store.catalog.changesAfter(0, 1_000_000);
  assert.equal(
    changes.length,
    records.length + 2,
    'one change for each, and for the organisation and its catalogue',
  );
  await store.close();
  t.diagnostic(`${records.length} records, ${unanswered.length} of them cut off, ${rounds} kills`);
});

/** The IRI of what the key made, or undefined when the connection broke. */
async function post(url: string, token: string, key: string): Promise<string | undefined> {
  try {
    const reply = await fetch(`${url}/api/v1/datasets?organization=umea&publish=true`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      body: JSON.stringify(dataset(key)),
    });
    const body = (await reply.json()) as JsonObject;
    assert.ok([200, 201].includes(reply.status), JSON.stringify(body));
    return String(body['@id']);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

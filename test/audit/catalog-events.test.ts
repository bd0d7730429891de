import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptEvent } from '../../src/audit/kept-event.ts';
import { publish, removeResource, withdraw } from '../../src/catalog/change-state.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import { importCatalog } from '../../src/harvest/import-catalog.ts';
import { openProfile } from '../../src/main.ts';
import { base, dataset, openSquare, operator, type Square } from '../catalog/square.ts';
import { bathing, catalogOf, contact, openImporting, turtle } from '../harvest/importing.ts';

const bad = { actor: operator, kind: 'dataset', name: 'bad', expected: undefined } as const;

test('each change of a record is one event that says what changed, without what it said', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  const node = { ...dataset, title: { sv: 'Strandbad', en: 'Beaches' } };
  await putResource(square.context, { ...bad, node });
  await publish(square.context, bad);
  await withdraw(square.context, bad);
  await square.dataset({ name: 'bad-2' });
  await removeResource(square.context, { ...bad, name: 'bad-2' });

  assert.deepEqual(await told(square), [
    [
      'organization-created',
      'Umeå kommun',
      undefined,
      { state: 'published', version: 1, name: 'umea' },
    ],
    [
      'organization-created',
      'Kalmar kommun',
      undefined,
      { state: 'published', version: 1, name: 'kalmar' },
    ],
    ['record-created', 'Badplatser', undefined, { state: 'draft', version: 1, name: 'bad' }],
    [
      'record-changed',
      'Strandbad',
      { state: 'draft', version: 1 },
      { state: 'draft', version: 2, properties: ['title'] },
    ],
    [
      'record-published',
      'Strandbad',
      { state: 'draft', version: 2 },
      { state: 'published', version: 3 },
    ],
    [
      'record-withdrawn',
      'Strandbad',
      { state: 'published', version: 3 },
      { state: 'withdrawn', version: 4 },
    ],
    ['record-created', 'Badplatser', undefined, { state: 'draft', version: 1, name: 'bad-2' }],
    ['record-removed', 'Badplatser', { state: 'draft', version: 1, name: 'bad-2' }, undefined],
  ]);
});

test('what changes nothing tells nothing, and what is refused neither', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ publish: true });
  const before = (await told(square)).length;

  await putResource(square.context, { ...bad, node: dataset });
  await publish(square.context, bad);
  await assert.rejects(
    publish(square.context, { ...bad, actor: square.actor('editor', square.kalmar) }),
  );
  await assert.rejects(square.dataset());

  assert.equal((await told(square)).length, before);
});

test('an import is one event with what became of its records; a dry run is none', async (t) => {
  const square = await openImporting(t);
  const document = turtle(catalogOf(['a', 'b']), bathing('a'), bathing('b'), contact);
  const before = (await told(square)).length;

  await square.import(document, { dryRun: true });
  await square.import(document);
  await square.import(turtle(catalogOf(['a']), bathing('a'), contact), { replace: true });

  const events = (await told(square)).slice(before);
  assert.deepEqual(
    events.map(([action, name]) => [action, name]),
    [
      ['record-imported', 'Umeå kommun'],
      ['record-imported', 'Umeå kommun'],
    ],
  );
  const counts = { added: 2, updated: 1, unchanged: 0, removed: 0, refused: 0 };
  assert.deepEqual(events[0]?.[3], { ...counts, publish: true, replace: false, isWhole: true });
  assert.equal(events[1]?.[3]?.removed, 1);
});

test('an import that breaks off tells of what it had taken', async (t) => {
  const square = await openImporting(t);
  const { reader } = openProfile(base);
  t.after(() => reader.close());
  const request = { actor: operator, organization: square.umea, publish: true, replace: false };

  await assert.rejects(
    importCatalog(square.context, {
      ...{ ...request, dryRun: false },
      read: async (take) => {
        const document = turtle(bathing('a'), bathing('b'), contact);
        await reader.readCatalog(document, { mediaType: 'text/turtle', onRecords: take });
        throw new Error('the line went dead');
      },
    }),
    /dead/,
  );

  const [, , after] = [...(await told(square))].pop()?.slice(1) ?? [];
  assert.deepEqual(after, {
    added: 2,
    updated: 0,
    unchanged: 0,
    removed: 0,
    refused: 0,
    publish: true,
    replace: false,
    isWhole: false,
  });
});

async function told({ store }: Square) {
  const events = (await store.audit.after(0, 100)).map(keptEvent);
  return events.map(
    ({ action, object, before, after }) => [action, object.name, before, after] as const,
  );
}

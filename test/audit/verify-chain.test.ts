import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type TestContext, test } from 'node:test';
import { systemActor } from '../../src/audit/system-actor.ts';
import { verifyChain } from '../../src/audit/verify-chain.ts';
import { openStore } from '../../src/store/open-store.ts';

const tamperings: readonly (readonly [string, string, number, string])[] = [
  ['an event that is taken away', 'delete from audit where number = 3', 4, 'gap'],
  [
    'an event whose action is changed',
    "update audit set action = 'signed-out' where number = 3",
    3,
    'changed',
  ],
  [
    'an event that is moved to another organisation',
    "update audit set organization_id = 'o2' where number = 3",
    3,
    'changed',
  ],
  [
    'an event whose details are changed',
    "update audit set details = '{}' where number = 3",
    3,
    'changed',
  ],
  [
    'an event that is given to somebody else',
    "update audit set actor_id = 'p2' where number = 3",
    3,
    'changed',
  ],
  [
    'a name that is changed',
    "update audit set personal = replace(personal, 'Datatorget', 'Eva') where number = 3",
    3,
    'personal-changed',
  ],
  [
    'an event whose hash is made anew',
    "update audit set hash = substr(hash, 2) || 'f' where number = 3",
    3,
    'changed',
  ],
  [
    'a chain that is cut and tied',
    'update audit set previous = (select hash from audit where number = 1) where number = 3',
    3,
    'broken-link',
  ],
];

for (const [what, statement, number, fault] of tamperings) {
  test(`${what} is seen`, async (t) => {
    const { store, path } = await kept(t);
    tamper(path, statement);

    assert.deepEqual(await verifyChain(store.audit), { holds: false, number, fault });
  });
}

test('events that are cut off the end are seen by who kept the hash of one of them', async (t) => {
  const { store, path } = await kept(t);
  const head = await store.audit.head();
  const known = { number: head?.number ?? 0, hash: head?.hash ?? '' };
  assert.equal((await verifyChain(store.audit, known)).holds, true);

  tamper(path, 'delete from audit where number > 3');

  assert.equal((await verifyChain(store.audit)).holds, true);
  assert.deepEqual(await verifyChain(store.audit, known), {
    holds: false,
    number: 4,
    fault: 'gap',
  });
});

test('a chain that was written anew is not the one that somebody knows', async (t) => {
  const { store } = await kept(t);

  const verdict = await verifyChain(store.audit, { number: 2, hash: 'f'.repeat(64) });

  assert.deepEqual(verdict, { holds: false, number: 2, fault: 'not-as-known' });
});

async function kept(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-audit-'));
  const store = await openStore({ folder });
  t.after(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  for (let n = 1; n <= 5; n += 1) {
    await store.audit.transact((tx) =>
      tx.audit({
        at: '2026-05-01T00:00:00.000Z',
        actor: systemActor,
        organization: 'o1',
        action: 'record-changed',
        object: { kind: 'dataset', id: `d${n}`, name: 'Träd' },
        after: { version: n },
      }),
    );
  }
  return { store, path: join(folder, 'datatorget.sqlite') };
}

function tamper(path: string, statement: string): void {
  const database = new DatabaseSync(path);
  database.exec(statement);
  database.close();
}

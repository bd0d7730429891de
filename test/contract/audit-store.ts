import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditEvent } from '../../src/audit/audit-event.ts';
import type { AuditStore } from '../../src/audit/audit-store.ts';
import { cleanAudit } from '../../src/audit/clean-audit.ts';
import { keptEvent } from '../../src/audit/kept-event.ts';
import { verifyChain } from '../../src/audit/verify-chain.ts';
import { walkAudit } from '../../src/audit/walk-audit.ts';

/** What every AuditStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function auditStoreContract(
  name: string,
  open: () => Promise<{ readonly audit: AuditStore; close(): Promise<void> }>,
): void {
  const duty = (sentence: string, proof: (audit: AuditStore) => Promise<void>) => {
    test(`${name} ${sentence}`, async (context) => {
      const { audit, close } = await open();
      context.after(close);
      await proof(audit);
    });
  };

  duty('keeps an event just as it was told', async (audit) => {
    await tell(audit, {
      organization: 'o1',
      action: 'token-created',
      object: { kind: 'token', id: 't1', name: 'Nyckel åäö 🏊' },
      before: { role: 'reader' },
      after: { role: 'editor', scopes: ['write'] },
    });

    const [event] = await audit.list({ limit: 9 });

    assert.ok(event !== undefined);
    assert.deepEqual(keptEvent(event), {
      number: 1,
      at: '2026-05-01T00:00:00.000Z',
      organization: 'o1',
      actor: { kind: 'person', id: 'p1', name: 'Eva Ek' },
      action: 'token-created',
      object: { kind: 'token', id: 't1', name: 'Nyckel åäö 🏊' },
      before: { role: 'reader' },
      after: { role: 'editor', scopes: ['write'] },
      address: '192.0.2.7',
      request: 'abcdef12',
    });
  });

  duty('numbers events without gaps however many write, and the chain holds', async (audit) => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => tell(audit, { at: time(n) })));
    await assert.rejects(
      audit.transact(async (tx) => {
        await tx.audit(event());
        throw new Error('power cut');
      }),
    );
    await tell(audit);

    const events = await audit.after(0, 100);

    assert.deepEqual(
      events.map(({ number }) => number),
      Array.from({ length: 31 }, (_, n) => n + 1),
    );
    const head = await audit.head();
    assert.deepEqual(await verifyChain(audit), { holds: true, events: 31, head: head?.hash });
  });

  duty('finds events by organisation, actor, object, action and time', async (audit) => {
    await tell(audit, { organization: 'o1', at: time(1) });
    await tell(audit, { organization: 'O1', at: time(2), action: 'signed-in' });
    await tell(audit, {
      organization: null,
      at: time(3),
      object: { kind: 'token', id: 'x', name: 'x' },
    });
    await tell(audit, { organization: 'o1', at: time(4), actor: { kind: 'anonymous' } });
    const numbers = async (query: Partial<Parameters<AuditStore['list']>[0]>) =>
      (await audit.list({ limit: 9, ...query })).map(({ number }) => number);

    assert.deepEqual(await numbers({}), [4, 3, 2, 1]);
    assert.deepEqual(await numbers({ organizations: ['o1'] }), [4, 1]);
    assert.deepEqual(await numbers({ organizations: [] }), []);
    assert.deepEqual(await numbers({ actor: 'p1' }), [3, 2, 1]);
    assert.deepEqual(await numbers({ object: 'x' }), [3]);
    assert.deepEqual(await numbers({ actions: ['signed-in', 'signed-out'] }), [2]);
    assert.deepEqual(await numbers({ since: time(2), until: time(4) }), [3, 2]);
    assert.deepEqual(await numbers({ limit: 2 }), [4, 3]);
    assert.deepEqual(await numbers({ before: 3 }), [2, 1]);
  });

  duty('walks through everything once', async (audit) => {
    await audit.transact(async (tx) => {
      for (let n = 0; n < 1100; n += 1) await tx.audit(event());
    });
    let expected = 1100;
    for await (const { number } of walkAudit(audit, {})) {
      assert.equal(number, expected);
      expected -= 1;
    }
    assert.equal(expected, 0);
  });

  duty('loses what is personal in its time, and the chain still holds', async (audit) => {
    await tell(audit, {
      at: '2025-04-01T00:00:00.000Z',
      object: { kind: 'person', id: 'p2', name: 'Bo Berg' },
    });
    await tell(audit, { at: '2026-01-01T00:00:00.000Z', action: 'access-refused' });
    await tell(audit, { at: '2026-01-01T00:00:00.000Z' });

    assert.equal(await cleanAudit(audit, new Date('2026-05-01T00:00:00Z')), 2);

    const kept = (await audit.after(0, 9)).map(keptEvent);
    assert.deepEqual(
      kept.map(({ actor, object, address }) => [actor.id, actor.name, object.name, address]),
      [
        ['p1', null, null, null],
        ['p1', null, 'Träd', null],
        ['p1', 'Eva Ek', 'Träd', '192.0.2.7'],
        ['system', 'Datatorget', 'audit', null],
      ],
    );
    assert.deepEqual(kept[3]?.after, { events: 2 });
    assert.equal((await verifyChain(audit)).holds, true);
    assert.equal(await cleanAudit(audit, new Date('2026-05-01T00:00:00Z')), 0);
  });
}

function event(changes: Partial<AuditEvent> = {}): AuditEvent {
  return {
    at: '2026-05-01T00:00:00.000Z',
    actor: {
      kind: 'person',
      id: 'p1',
      name: 'Eva Ek',
      grants: [],
      origin: { address: '192.0.2.7', request: 'abcdef12' },
    },
    organization: 'o1',
    action: 'record-changed',
    object: { kind: 'dataset', id: 'd1', name: 'Träd' },
    ...changes,
  };
}

function tell(audit: AuditStore, changes: Partial<AuditEvent> = {}): Promise<void> {
  return audit.transact((tx) => tx.audit(event(changes)));
}

function time(second: number): string {
  return new Date(Date.UTC(2026, 4, 1, 0, 0, second)).toISOString();
}

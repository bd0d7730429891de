import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { monotonicIds } from '../../src/kernel/monotonic-ids.ts';
import type { Onboarding } from '../../src/onboarding/onboarding.ts';
import type { OnboardingStore } from '../../src/onboarding/onboarding-store.ts';

/** What every OnboardingStore owes its callers; each adapter runs it. */
export function onboardingStoreContract(
  name: string,
  open: () => Promise<{ readonly onboarding: OnboardingStore; close(): Promise<void> }>,
): void {
  const duty = (promise: string, proof: (store: OnboardingStore) => Promise<void>) => {
    test(`${name} ${promise}`, async (context) => {
      const { onboarding, close } = await open();
      context.after(close);
      await proof(onboarding);
    });
  };

  duty('gives an onboarding back as it was kept, every letter of it', async (store) => {
    const kept = made({ interest: { ...made().interest, message: 'åäö 🏊 \u0000 <b>"’' } });
    await store.transact((tx) => tx.add(kept, sender));

    assert.deepEqual(await store.find(kept.id), kept);
    assert.equal(await store.find('x'), undefined);
  });

  duty('replaces exactly the version before', async (store) => {
    const first = made();
    await store.transact((tx) => tx.add(first, sender));
    const second = { ...first, version: 2, state: 'agreed' as const };
    await store.transact((tx) => tx.replace(second));

    await assert.rejects(
      store.transact((tx) => tx.replace({ ...second, state: 'refused' })),
      { code: 'version-conflict' },
    );
    assert.deepEqual(await store.find(first.id), second);
    assert.deepEqual([...(await store.count())], [['agreed', 1]]);
  });

  duty('finds by a link what it is for, until links of that purpose are dropped', async (store) => {
    const [one, other] = [made(), made()];
    await store.transact(async (tx) => {
      await tx.add(one, sender);
      await tx.add(other, sender);
      for (const [hash, onboarding, purpose] of [
        ['a', one.id, 'customer'],
        ['b', one.id, 'customer'],
        ['c', one.id, 'signer'],
        ['d', other.id, 'customer'],
      ] as const)
        await tx.addLink({ hash: key(hash), onboarding, purpose, created: at(1) });
    });

    assert.deepEqual(await store.findByLink(key('b')), { onboarding: one, purpose: 'customer' });
    assert.deepEqual(await store.findByLink(key('c')), { onboarding: one, purpose: 'signer' });
    assert.equal(await store.findByLink(key('B')), undefined);
    await store.transact((tx) => tx.dropLinks(one.id, 'customer'));
    assert.equal(await store.findByLink(key('a')), undefined);
    assert.equal(await store.findByLink(key('b')), undefined);
    assert.ok(await store.findByLink(key('c')));
    assert.ok(await store.findByLink(key('d')));
  });

  duty(
    'takes one away with its links at the version that was read, and no other',
    async (store) => {
      const [one, other] = [made(), made()];
      await store.transact(async (tx) => {
        for (const each of [one, other]) {
          await tx.add(each, sender);
          const link = { onboarding: each.id, purpose: 'customer', created: at(1) } as const;
          await tx.addLink({ ...link, hash: key(each === one ? 'a' : 'b') });
        }
      });
      await store.transact((tx) => tx.remove({ ...one, version: 2 }));
      assert.deepEqual(await store.findByLink(key('a')), { onboarding: one, purpose: 'customer' });
      await store.transact((tx) => tx.remove(one));
      assert.equal(await store.find(one.id), undefined);
      assert.equal(await store.findByLink(key('a')), undefined);
      assert.deepEqual(await store.findByLink(key('b')), {
        onboarding: other,
        purpose: 'customer',
      });
    },
  );

  duty('lists the newest first, of the states asked for, page by page', async (store) => {
    const all = [made(), made({ state: 'agreed' }), made({ state: 'ended' }), made()];
    await store.transact(async (tx) => {
      for (const one of all) await tx.add(one, sender);
    });
    const states = ['interest', 'agreed'] as const;

    const first = await store.list({ states, limit: 2 });
    assert.deepEqual(first, [all[3], all[1]]);
    assert.deepEqual(await store.list({ states, limit: 2, before: first[1]?.id }), [all[0]]);
  });

  duty('counts what came from a place and of an address of mail since a time', async (store) => {
    await store.transact(async (tx) => {
      await tx.add(made({ created: at(1) }), sender);
      await tx.add(made({ created: at(3) }), sender);
      await tx.add(made({ created: at(3) }), { ...sender, email: key('y') });
      await tx.add(made({ created: at(3) }), { ...sender, place: key('z') });
    });
    assert.deepEqual(await store.countSince({ sender, since: at(2) }), { place: 2, email: 2 });
    assert.deepEqual(await store.countSince({ sender, since: at(0) }), { place: 3, email: 3 });
  });

  duty('knows the organisations that are paused or ended', async (store) => {
    await store.transact(async (tx) => {
      await tx.add(made({ state: 'active', organization: 'o1' }), sender);
      await tx.add(made({ state: 'paused', organization: 'o2' }), sender);
      await tx.add(made({ state: 'ended', organization: 'o3' }), sender);
      await tx.add(made({ state: 'refused' }), sender);
    });
    assert.deepEqual([...(await store.closedOrganizations())].sort(), ['o2', 'o3']);
    assert.equal((await store.findByOrganization('o1'))?.state, 'active');
    assert.equal(await store.findByOrganization('o9'), undefined);
  });

  duty('keeps neither the onboarding nor its link when the work throws', async (store) => {
    const lost = made();
    const cut = store.transact(async (tx) => {
      await tx.add(lost, sender);
      const link = { hash: key('a'), onboarding: lost.id, created: at(1) };
      await tx.addLink({ ...link, purpose: 'customer' });
      throw new Error('power cut');
    });
    await assert.rejects(cut, /power cut/);
    assert.equal(await store.find(lost.id), undefined);
    assert.equal(await store.findByLink(key('a')), undefined);
  });

  duty('finds nothing by a number, a truth, a list or an object', async (store) => {
    for (const value of [0, true, ['a'], {}, null, undefined]) {
      await assert.rejects(store.findByLink(value as never), TypeError);
      await assert.rejects(store.find(value as never), TypeError);
    }
  });
}

const key = (letter: string): string => letter.repeat(64);
const at = (hour: number): string => `2026-03-01T0${hour}:00:00.000Z`;
const sender = { place: key('p'), email: key('e') };

function made(changes: Partial<Onboarding> = {}): Onboarding {
  return {
    id: newId(),
    version: 1,
    state: 'interest',
    language: 'sv',
    created: at(1),
    changed: at(1),
    organization: null,
    interest: {
      organizationName: 'Storumans kommun',
      organizationNumber: '212000-2551',
      publisherType: 'http://purl.org/adms/publishertype/LocalAuthority',
      contactName: 'Eva Ek',
      contactEmail: 'eva.ek@storuman.se',
      telephone: '',
      message: '',
    },
    agreement: null,
    order: null,
    signature: null,
    earlier: [],
    history: [],
    ...changes,
  };
}

const newId = monotonicIds(randomUUIDv7);

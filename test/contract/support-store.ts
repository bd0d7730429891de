import assert from 'node:assert/strict';
import { randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import { monotonicIds } from '../../src/kernel/monotonic-ids.ts';
import type { Announcement } from '../../src/support/announcement.ts';
import type { DismissalStore } from '../../src/support/dismissal-store.ts';
import type { SiteStore } from '../../src/support/site-store.ts';
import type { Ticket } from '../../src/support/ticket.ts';
import type { TicketStore } from '../../src/support/ticket-store.ts';

interface Stores {
  readonly tickets: TicketStore;
  readonly site: SiteStore;
  readonly dismissals: DismissalStore;
  close(): Promise<void>;
}

/** What every TicketStore, SiteStore and DismissalStore owes its callers; each adapter runs it. */
export function supportStoreContract(name: string, open: () => Promise<Stores>): void {
  const duty = (promise: string, proof: (stores: Stores) => Promise<void>) => {
    test(`${name} ${promise}`, async (context) => {
      const stores = await open();
      context.after(() => stores.close());
      await proof(stores);
    });
  };

  duty('gives a ticket back as it was kept, and never has two of one number', async (stores) => {
    const { tickets } = stores;
    const kept = ticket({ number: '2026-AAAAAA', name: 'åäö 🏊 <b>' });
    await tickets.transact((tx) => tx.add(kept, sender));

    assert.deepEqual(await tickets.find(kept.id), kept);
    await assert.rejects(
      tickets.transact((tx) => tx.add(ticket({ number: kept.number }), sender)),
      { code: 'name-taken' },
    );
    assert.equal((await tickets.list({ states: ['open'], limit: 9 })).length, 1);
  });

  duty('replaces exactly the version of a ticket before', async ({ tickets }) => {
    const first = ticket();
    await tickets.transact((tx) => tx.add(first, sender));
    const second = { ...first, version: 2, state: 'closed' as const };
    await tickets.transact((tx) => tx.replace(second));

    await assert.rejects(
      tickets.transact((tx) => tx.replace(second)),
      { code: 'version-conflict' },
    );
    assert.deepEqual(await tickets.find(first.id), second);
  });

  duty('takes a ticket away at the version that was read, and no other', async ({ tickets }) => {
    const [one, other] = [ticket(), ticket()];
    await tickets.transact(async (tx) => {
      for (const each of [one, other]) await tx.add(each, sender);
    });
    await tickets.transact((tx) => tx.remove({ ...one, version: 2 }));
    assert.deepEqual(await tickets.find(one.id), one);
    await tickets.transact((tx) => tx.remove(one));
    assert.equal(await tickets.find(one.id), undefined);
    assert.deepEqual(await tickets.find(other.id), other);
  });

  duty('lists and counts tickets of everybody, and of one organisation', async ({ tickets }) => {
    const all = [
      ticket(),
      ticket({ organization: 'o1' }),
      ticket({ organization: 'O1' }),
      ticket({ organization: 'o1', state: 'closed' }),
    ];
    await tickets.transact(async (tx) => {
      for (const one of all) await tx.add(one, sender);
    });
    const states = ['open', 'answered'] as const;

    assert.deepEqual(await tickets.list({ states, limit: 9 }), [all[2], all[1], all[0]]);
    assert.deepEqual(await tickets.list({ states, organization: 'o1', limit: 9 }), [all[1]]);
    assert.deepEqual(await tickets.list({ states, before: all[1]?.id, limit: 9 }), [all[0]]);
    assert.equal((await tickets.count()).get('open'), 3);
    assert.deepEqual([...(await tickets.count('o1'))].sort(), [
      ['closed', 1],
      ['open', 1],
    ]);
  });

  duty('finds a ticket by its links, and says whose each is', async ({ tickets }) => {
    const one = ticket();
    await tickets.transact(async (tx) => {
      await tx.add(one, sender);
      const link = { ticket: one.id, created: at(1) };
      await tx.addLink({ ...link, hash: key('a'), purpose: 'author' });
      await tx.addLink({ ...link, hash: key('b'), purpose: 'publisher' });
    });
    assert.deepEqual(await tickets.findByLink(key('a')), { ticket: one, purpose: 'author' });
    assert.deepEqual(await tickets.findByLink(key('b')), { ticket: one, purpose: 'publisher' });
    assert.equal(await tickets.findByLink(key('A')), undefined);
  });

  duty('counts tickets of a place and of an address of mail since a time', async ({ tickets }) => {
    await tickets.transact(async (tx) => {
      await tx.add(ticket({ created: at(1) }), sender);
      await tx.add(ticket({ created: at(3) }), sender);
      await tx.add(ticket({ created: at(3) }), { ...sender, place: key('z') });
    });
    assert.deepEqual(await tickets.countSince({ ...sender, since: at(2) }), { place: 1, email: 2 });
  });

  duty('keeps announcements, the last to start first, each once', async ({ site }) => {
    const [early, late] = [announcement(at(1)), announcement(at(5))];
    await site.transact(async (tx) => {
      await tx.saveAnnouncement(late);
      await tx.saveAnnouncement(early);
    });
    assert.deepEqual(await site.announcements(9), [late, early]);
    const moved = { ...early, version: 2, starts: at(7) };
    await site.transact((tx) => tx.saveAnnouncement(moved));
    assert.deepEqual(await site.announcements(9), [moved, late]);
    await assert.rejects(
      site.transact((tx) => tx.saveAnnouncement(moved)),
      { code: 'version-conflict' },
    );
    assert.deepEqual(await site.announcement(late.id), late);
    assert.equal(await site.announcement('x'), undefined);
  });

  duty('keeps every version of a text, and none twice', async ({ site }) => {
    const text = (version: number) => ({
      name: 'price' as const,
      version,
      text: { sv: `# Pris ${version} åäö`, en: 'Price' },
      author: 'Drift',
      saved: at(version),
    });
    assert.equal(await site.text('price'), undefined);
    await site.transact((tx) => tx.addText(text(1), 'drift'));
    await site.transact((tx) => tx.addText(text(2), 'drift'));
    await assert.rejects(
      site.transact((tx) => tx.addText(text(2), 'drift')),
      { code: 'version-conflict' },
    );
    assert.deepEqual(await site.text('price'), text(2));
    assert.deepEqual(await site.textVersion('price', 1), text(1));
    assert.deepEqual(await site.textVersions('price', 9), [text(2), text(1)]);
    assert.equal(await site.text('terms'), undefined);
  });

  duty('remembers of each person what they have put away, once', async ({ dismissals }) => {
    const dismissal = { person: newId(), announcement: newId(), at: at(1) };
    await dismissals.dismiss(dismissal);
    await dismissals.dismiss({ ...dismissal, at: at(2) });
    assert.deepEqual([...(await dismissals.dismissed(dismissal.person))], [dismissal.announcement]);
    assert.equal((await dismissals.dismissed(newId())).size, 0);
  });
}

const key = (letter: string): string => letter.repeat(64);
const at = (hour: number): string => `2026-03-01T0${hour}:00:00.000Z`;
const sender = { place: key('p'), email: key('e') };

function ticket(changes: Partial<Ticket> = {}): Ticket {
  const id = newId();
  return {
    id,
    number: `2026-${id.slice(-10)}`,
    version: 1,
    state: 'open',
    topic: 'fault',
    language: 'sv',
    created: at(1),
    changed: at(1),
    page: '/datasets/umea-bad',
    record: { kind: 'dataset', name: 'umea-bad', title: 'Badplatser' },
    organization: null,
    name: '',
    email: '',
    assignee: null,
    entries: [],
    ...changes,
  };
}

function announcement(starts: string): Announcement {
  return {
    id: newId(),
    version: 1,
    kind: 'planned',
    starts,
    ends: null,
    title: { sv: 'Underhåll', en: 'Maintenance' },
    text: { sv: '', en: '' },
    created: at(1),
    changed: at(1),
    isRemoved: false,
  };
}

const newId = monotonicIds(randomUUIDv7);

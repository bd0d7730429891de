import assert from 'node:assert/strict';
import { hash, randomUUIDv7 } from 'node:crypto';
import { test } from 'node:test';
import type { AccountStore, StoredSession } from '../../src/accounts/account-store.ts';
import { emailKeyOf, type Person } from '../../src/accounts/person.ts';
import { monotonicIds } from '../../src/kernel/monotonic-ids.ts';
import type { Store } from '../../src/store/open-store.ts';
import { newRecord, put, putOrganization } from './catalog-records.ts';

type Opened = Pick<
  Store,
  'accounts' | 'catalog' | 'close' | 'editing' | 'publishing' | 'quality' | 'site' | 'usage'
>;

/** In order also within a millisecond: lists are in the order of ids. */
const newId = monotonicIds(randomUUIDv7);
const at = '2026-11-23T08:00:00.000Z';
const later = '2026-11-23T09:00:00.000Z';

/** What every AccountStore owes its callers; each adapter runs it on the real thing. `open` gives an empty store. */
export function accountStoreContract(name: string, open: () => Promise<Opened>): void {
  const duty = (sentence: string, proof: (opened: Opened) => Promise<void>) => {
    test(`${name} ${sentence}`, async (context) => {
      const opened = await open();
      context.after(opened.close);
      await proof(opened);
    });
  };
  const add = async ({ accounts }: Opened, ...people: readonly Person[]) => {
    await accounts.transact(async (tx) => {
      for (const person of people) await tx.addPerson(person);
    });
  };

  duty('finds people by id and address, just as they were added and saved', async (opened) => {
    const { accounts } = opened;
    const anna = person('Åsa Öberg 🏊', { confirmed: null, seen: null });
    await add(opened, anna);
    assert.deepEqual(await accounts.findPerson(anna.id), anna);
    assert.deepEqual(await accounts.findPersonByEmail(anna.emailKey), anna);
    assert.equal(await accounts.findPersonByEmail(anna.emailKey.toUpperCase()), undefined);
    const saved = { ...anna, name: 'Åsa', language: 'en', isOperator: true, seen: later } as const;
    await accounts.transact((tx) => tx.savePerson(saved));
    assert.deepEqual(await accounts.findPerson(anna.id), saved);
  });

  duty('tells å from a and knows an address once', async (opened) => {
    const { accounts } = opened;
    await add(opened, person('Å', { email: 'åsa@umea.se' }), person('A', { email: 'asa@umea.se' }));
    const again = person('Again', { email: 'ÅSA@umea.se' });
    await assert.rejects(add(opened, again), { code: 'name-taken' });
    const [first] = await accounts.listPeople({ limit: 1 });
    assert.ok(first !== undefined);
    const taken = { ...first, email: 'asa@umea.se', emailKey: 'asa@umea.se' };
    await assert.rejects(
      accounts.transact((tx) => tx.savePerson(taken)),
      { code: 'name-taken' },
    );
    assert.equal(await accounts.countPeople(), 2);
  });

  duty(
    'lists and counts people, page by page, also by a part of name or address as it is written',
    async (opened) => {
      const { accounts } = opened;
      const people = ['Anna 100%', 'Bo_Ek', 'Åsa ÖBERG'].map((name) => person(name));
      await add(opened, ...people);
      const [first, second] = people;
      assert.deepEqual(await accounts.listPeople({ limit: 1, after: first?.id ?? '' }), [second]);
      const found = async (text: string) =>
        (await accounts.listPeople({ text, limit: 9 })).map(({ name }) => name);
      assert.deepEqual(await found('0%'), ['Anna 100%']);
      assert.deepEqual(await found('o_e'), ['Bo_Ek']);
      assert.deepEqual(await found('%'), ['Anna 100%']);
      assert.deepEqual(await found("' or 1=1 -- "), []);
      assert.deepEqual(await found('öb'), ['Åsa ÖBERG']);
      assert.deepEqual(await found('åsa'), ['Åsa ÖBERG']);
      const counts = ['', '%', 'o_e', 'a', 'nobody'].map((text) => accounts.countPeople(text));
      assert.deepEqual(await Promise.all(counts), [3, 1, 1, 3, 0]);
    },
  );

  duty('keeps neither change, nor audit, nor letter when the work throws', async (opened) => {
    const { accounts } = opened;
    const anna = person('Anna');
    await assert.rejects(
      accounts.transact(async (tx) => {
        await tx.addPerson(anna);
        await tx.enqueue({ kind: 'mail', payload: {} });
        throw new Error('power cut');
      }),
      /power cut/,
    );
    assert.equal(await accounts.findPerson(anna.id), undefined);
  });

  duty('takes everything that hangs on a person with the person', async (opened) => {
    const { accounts } = opened;
    const [anna, bo] = [person('Anna'), person('Bo')];
    await add(opened, anna, bo);
    for (const { id } of [anna, bo]) await accounts.transact((tx) => everything(tx, id));
    await accounts.transact((tx) => tx.removePerson(anna.id));
    const left = async (id: string) => [
      await accounts.findPassword(id),
      await accounts.findTotp(id),
      await accounts.countRecoveryCodes(id),
      (await accounts.listPasskeys(id)).length,
      (await accounts.listIdentities(id)).length,
      (await accounts.listSessions(id)).length,
      (await accounts.listMemberships(id)).length,
      (await accounts.listRequestsOf(id)).length,
    ];
    assert.deepEqual(await left(anna.id), [undefined, undefined, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual((await left(bo.id)).slice(2), [2, 1, 1, 1, 1, 1]);
    assert.equal(
      await accounts.findOneTime('choose-password', hashOf(`link ${anna.id}`)),
      undefined,
    );
  });

  duty('uses a one-time secret once, however many try', async (opened) => {
    const { accounts } = opened;
    const oneTime = { hash: hashOf('x'), kind: 'oidc', person: null, expires: 5 } as const;
    await accounts.transact((tx) => tx.addOneTime({ ...oneTime, data: { state: 'å', n: [1] } }));
    assert.deepEqual(await accounts.findOneTime('oidc', oneTime.hash), {
      ...oneTime,
      data: { state: 'å', n: [1] },
    });
    assert.equal(await accounts.findOneTime('choose-password', oneTime.hash), undefined);
    const used = await Promise.all(
      Array.from({ length: 8 }, () => accounts.transact((tx) => tx.useOneTime(oneTime.hash))),
    );
    assert.equal(used.filter(Boolean).length, 1);
  });

  duty('lets those who lock see what the one before did', async (opened) => {
    const { accounts } = opened;
    const keyHash = hashOf('counted');
    await Promise.all(
      Array.from({ length: 20 }, () =>
        accounts.transact(async (tx) => {
          await tx.lock();
          const count = ((await tx.findAttempts(keyHash))?.count ?? 0) + 1;
          await tx.saveAttempts({ keyHash, count, notBefore: 0, at: 1 });
        }),
      ),
    );
    assert.equal((await accounts.findAttempts(keyHash))?.count, 20);
  });

  duty('keeps, lists and ends sessions one by one and all but one', async (opened) => {
    const { accounts } = opened;
    const [anna, bo] = [person('Anna'), person('Bo')];
    await add(opened, anna, bo);
    const a = session(anna.id, 'a', 0);
    const b = session(anna.id, 'b', 1);
    const c = session(anna.id, 'c', 2);
    await accounts.transact(async (tx) => {
      for (const one of [a, b, c]) await tx.addSession(one);
      await tx.addSession(session(bo.id, 'd', 0));
    });
    assert.deepEqual(await accounts.listSessions(anna.id), [c, b, a]);
    assert.deepEqual(await accounts.findSession(b.hash), b);
    const seeAs = { organization: randomUUIDv7(), role: 'editor' } as const;
    await accounts.transact((tx) => tx.saveSession({ ...b, seen: later, seeAs }));
    assert.deepEqual(await accounts.findSession(b.hash), { ...b, seen: later, seeAs });
    await accounts.touchSession(b.id, at);
    assert.equal((await accounts.findSession(b.hash))?.seen, later, 'never goes back');
    assert.equal(await accounts.transact((tx) => tx.removeSession(bo.id, a.id)), false);
    assert.equal(await accounts.transact((tx) => tx.removeSessions(anna.id, b.id)), 2);
    assert.deepEqual((await accounts.listSessions(anna.id)).length, 1);
    assert.deepEqual((await accounts.listSessions(bo.id)).length, 1);
  });

  duty('counts administrators who can act, and lists members by name', async (opened) => {
    const { accounts } = opened;
    const organization = newId();
    const people = [
      person('Cilla'),
      person('Anna'),
      person('Bo', { disabled: at }),
      person('Dag', { confirmed: null }),
    ];
    await add(opened, ...people);
    await accounts.transact(async (tx) => {
      for (const { id } of people)
        await tx.saveMembership({ person: id, organization, role: 'administrator', since: at });
    });
    assert.equal(await accounts.countAdministrators(organization), 2);
    const names = (await accounts.listMembers(organization)).map(({ name }) => name);
    assert.deepEqual(names, ['Anna', 'Bo', 'Cilla', 'Dag']);
    const [cilla] = people;
    const changed = {
      person: cilla?.id ?? '',
      organization,
      role: 'reader',
      since: later,
    } as const;
    await accounts.transact((tx) => tx.saveMembership(changed));
    assert.deepEqual(await accounts.findMembership(changed.person, organization), {
      ...changed,
      since: at,
    });
    assert.equal(await accounts.countAdministrators(organization), 1);
    const [again, never] = await accounts.transact(async (tx) => [
      await tx.removeMembership(changed.person, organization),
      await tx.removeMembership(changed.person, organization),
    ]);
    assert.deepEqual([again, never], [true, false]);
  });

  duty(
    'writes another name over one person’s, in one organisation or in all, and over no namesake’s',
    async (opened) => {
      const { accounts, catalog, publishing, editing, site } = opened;
      const [one, other] = [
        await putOrganization(catalog, 'one'),
        await putOrganization(catalog, 'other'),
      ];
      const klara = { id: 'klara', name: 'Klara' };
      const namesake = { id: 'klara-2', name: 'Klara' };
      const write = async (organization: string, slug: string, author: typeof klara) => {
        const { id } = await put(catalog, { ...newRecord(organization, slug), author });
        const declaration = {
          ...{ classifiedBy: 'Ägare', classifiedOn: '2026-11-23', ground: 'Offentlig' },
          ...{ declaredBy: author, declaredAt: at },
        };
        await publishing.transact(async (tx) => {
          await tx.keepDeclaration(id, 1, declaration);
          await tx.keepApproval(id, { version: 1, askedBy: author, approvedBy: author, at });
          const kept = { organization, content: {}, author } as const;
          const copy = { ...kept, resource: id, base: 1, revision: 1, state: 'submitted' } as const;
          await tx.saveCopy({ ...copy, saved: at, publishAt: null, declaration, note: null });
          await tx.saveTemplate({ ...kept, id, kind: 'dataset', name: slug, saved: at });
          await tx.keepRemoved({
            ...kept,
            id,
            what: 'draft',
            kind: 'dataset',
            name: slug,
            base: 0,
            at,
          });
          const bulk = { id, organization, action: 'publish', property: null, by: author } as const;
          await tx.keepBulkChange({ ...bulk, at, undone: null, count: 0, records: [] });
          await tx.markUndone(id, author, later);
        });
        return { id, organization };
      };
      const places = [
        await write(one.id, 'a', klara),
        await write(one.id, 'b', namesake),
        await write(other.id, 'c', klara),
      ];
      const text = { name: 'price', version: 1, text: { sv: 'a', en: 'a' }, saved: at } as const;
      await site.transact((tx) => tx.addText({ ...text, author: 'Klara' }, klara.id));
      /** Every name that is kept of a record and around it, each once. */
      const names = () =>
        Promise.all(
          places.map(async ({ id, organization }) => {
            const copy = await editing.copyOf(id);
            const approval = await publishing.approvalOf(id, 1);
            const bulk = await publishing.bulkChange(id);
            const own = <T extends { readonly id: string }>(list: readonly T[]) =>
              list.find((each) => each.id === id);
            const found = [
              (await catalog.version(id, 1))?.author,
              (await editing.declarationOf(id, 1))?.declaredBy.name,
              ...[copy?.author.name, copy?.declaration?.declaredBy.name],
              ...[approval?.askedBy.name, approval?.approvedBy.name],
              ...[bulk?.by.name, bulk?.undone?.by],
              own(await editing.templates(organization))?.author.name,
              own(await editing.removed(organization))?.author.name,
            ];
            return [...new Set(found)];
          }),
        );

      assert.deepEqual(await names(), [['Klara'], ['Klara'], ['Klara']]);
      const erase = { person: klara.id, organization: one.id, by: 'One' };
      await accounts.transact((tx) => tx.eraseName(erase));
      assert.deepEqual(await names(), [['One'], ['Klara'], ['Klara']]);
      assert.equal((await site.text('price'))?.author, 'Klara');
      await accounts.transact((tx) => tx.eraseName({ person: klara.id, by: 'Nobody' }));
      assert.deepEqual(await names(), [['Nobody'], ['Klara'], ['Nobody']]);
      assert.equal((await site.text('price'))?.author, 'Nobody');
    },
  );

  duty(
    'loses members, use and scores with their organisation, and nobody else’s',
    async (opened) => {
      const { accounts, catalog, quality, usage } = opened;
      const anna = person('Anna');
      await add(opened, anna);
      const [gone, left] = [
        await putOrganization(catalog, 'gone'),
        await putOrganization(catalog, 'left'),
      ];
      for (const { id: organization } of [gone, left]) {
        const membership = { person: anna.id, organization, role: 'editor', since: at } as const;
        await accounts.transact((tx) => tx.saveMembership(membership));
        const day = '2026-11-23';
        await quality.keepDays([{ day, organization, datasets: 1, average: 4000 }]);
        await usage.addUsage(day, [
          { resource: organization, organization, views: 1, downloads: 0 },
        ]);
      }
      await catalog.transact((tx) => tx.purge(gone.id, new Date(later)));
      const kept = async (id: string) => [
        (await accounts.listMembers(id)).length,
        (await quality.days(id, '2026-01-01')).length,
        (await usage.usageDays(id, '2026-01-01')).length,
      ];
      assert.deepEqual(await kept(gone.id), [0, 0, 0]);
      assert.deepEqual(await kept(left.id), [1, 1, 1]);
    },
  );

  duty('cleans what is too old and nothing else', async (opened) => {
    const { accounts } = opened;
    const anna = person('Anna');
    await add(opened, anna, person('Old', { confirmed: null }));
    await accounts.transact((tx) => everything(tx, anna.id));
    const before = {
      sessionsSeen: at,
      sessionsCreated: at,
      unconfirmedCreated: at,
      invitationsExpired: at,
      devicesSeen: at,
      oneTimesExpired: 10,
      attempts: 10,
    };
    assert.equal(await accounts.transact((tx) => tx.clean(before)), 0);
    const after = {
      ...before,
      sessionsSeen: later,
      unconfirmedCreated: later,
      oneTimesExpired: 11,
    };
    assert.equal(await accounts.transact((tx) => tx.clean(after)), 3);
    assert.equal(await accounts.countPeople(), 1);
    assert.deepEqual(await accounts.listSessions(anna.id), []);
  });

  duty('lets nobody in by a number, a truth, a list or an object', async (opened) => {
    const { accounts } = opened;
    await add(opened, person('Anna'));
    for (const value of [0, 1, true, [0], ['a', 'b'], {}, null, undefined]) {
      const loose = value as never;
      await assert.rejects(accounts.findPerson(loose), TypeError);
      await assert.rejects(accounts.findPersonByEmail(loose), TypeError);
      await assert.rejects(accounts.findSession(loose), TypeError);
      await assert.rejects(accounts.findOneTime('choose-password', loose), TypeError);
      await assert.rejects(accounts.findInvitation(loose), TypeError);
      await assert.rejects(accounts.findPasskey(loose), TypeError);
      await assert.rejects(
        accounts.transact((tx) => tx.useRecoveryCode(loose, loose)),
        TypeError,
      );
    }
  });
}

/** One of each thing that a person can have. */
async function everything(
  tx: Parameters<Parameters<AccountStore['transact']>[0]>[0],
  id: string,
): Promise<void> {
  const organization = '0192f0c1-0000-7000-8000-000000000001';
  await tx.savePassword({ person: id, hash: 'phc', changed: at });
  await tx.saveTotp({ person: id, secret: 'sealed', confirmed: null, lastStep: 0 });
  await tx.replaceRecoveryCodes(id, [hashOf('1'), hashOf('2')]);
  const passkey = { id: newId(), person: id, credential: 'x'.repeat(1300) + id };
  await tx.addPasskey({
    ...passkey,
    publicKey: 'key',
    counter: 0,
    transports: ['usb'],
    name: 'Telefon',
    created: at,
    used: null,
  });
  const identity = { id: newId(), person: id, provider: 'idp', issuer: 'https://idp.se' };
  await tx.addIdentity({ ...identity, subject: id, created: at, used: null });
  await tx.addSession(session(id, id, 0));
  await tx.saveDevice({ hash: hashOf('device'), person: id, created: at, seen: at });
  await tx.saveDevice({ hash: hashOf('device'), person: id, created: at, seen: later });
  const link = { hash: hashOf(`link ${id}`), kind: 'choose-password', person: id } as const;
  await tx.addOneTime({ ...link, data: {}, expires: 10 });
  await tx.saveMembership({ person: id, organization, role: 'editor', since: at });
  const request = { id: newId(), person: id, organization, message: 'Hej', created: at };
  await tx.saveRequest(request);
  await tx.saveRequest({ ...request, id: newId() });
}

function person(name: string, changes: Partial<Omit<Person, 'emailKey'>> = {}): Person {
  const id = newId();
  const email = changes.email ?? `${id.slice(-8)}@umea.se`;
  return {
    id,
    email,
    emailKey: emailKeyOf(email),
    name,
    language: 'sv',
    confirmed: at,
    disabled: null,
    isOperator: false,
    created: at,
    seen: null,
    ...changes,
  };
}

function session(owner: string, name: string, minute: number): StoredSession {
  const seen = `2026-11-23T08:0${minute}:00.000Z`;
  return {
    id: newId(),
    hash: hashOf(name),
    person: owner,
    created: at,
    seen,
    proved: at,
    agent: 'Firefox åäö',
    address: '192.0.2.1',
    seeAs: null,
  };
}

function hashOf(text: string): string {
  return hash('sha256', text);
}

import assert from 'node:assert/strict';
import type { CatalogStore } from '../../src/catalog/catalog-store.ts';
import { newRecord, put, putOrganization } from './catalog-records.ts';
import type { Duty } from './catalog-store.ts';

/** Text: compared byte by byte, kept byte by byte, and nothing but text taken for it. */
export function catalogStoreText(duty: Duty): void {
  const alike = [
    'asa',
    'åsa',
    'a\u030asa',
    'ASA',
    'Åsa',
    'asa ',
    ' asa',
    'aßa',
    'assa',
    'asa\0',
    'asa%',
    'a_a',
  ];

  duty('tells names apart byte by byte', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    for (const [i, name] of alike.entries()) {
      await put(store, newRecord(organization, name, { iri: `https://example.se/${i}` }));
    }

    for (const [i, name] of alike.entries()) {
      const found = await store.find('dataset', name);
      assert.deepEqual([found?.name, found?.iri], [name, `https://example.se/${i}`]);
    }
    assert.equal(await store.find('dataset', 'Asa'), undefined);
    assert.equal(await store.find('dataset', 'a%'), undefined);
  });

  duty('tells IRIs apart byte by byte, however long they are', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    const long = `https://example.se/${'å'.repeat(3000)}`;
    const iris = [...alike.map((name) => `https://example.se/${name}`), long, `${long}a`];
    for (const [i, iri] of iris.entries()) {
      await put(store, newRecord(organization, `d${i}`, { iri }));
    }

    for (const [i, iri] of iris.entries()) {
      assert.equal((await store.findByIri(iri))?.name, `d${i}`);
    }
    assert.equal(await store.findByIri(long.toUpperCase()), undefined);
  });

  duty('gives content back byte for byte, emoji and a megabyte included', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    const contents = [
      'Åäö 🏊‍♀️ 𝒳 e\u0301 \u2028\u2029\uFEFF\uFFFD',
      `'"\`\\ \\' \\0 \0 \b\f\n\r\t\v %_ ?:$1 -- /* */ ; drop table resource`,
      '\ud83d lone',
      '🏊'.repeat(262_144),
      '',
    ];
    for (const [i, note] of contents.entries()) {
      const iri = `https://example.se/${i}`;
      const content = { '@id': iri, '@type': 'Dataset', z: 1, a: [1.5e-7, true, null], note };
      const saved = await put(store, newRecord(organization, `d${i}`, { iri, content }));

      const text = JSON.stringify(content);
      assert.equal((await store.findText('dataset', `d${i}`))?.contentText === text, true);
      assert.deepEqual((await store.find('dataset', `d${i}`))?.content, content);
      assert.deepEqual((await store.version(saved.id, 1))?.content, content);
    }
  });

  duty('keeps every character of who and why', async (store) => {
    const { id: organization } = await putOrganization(store, 'umea');
    const odd = `100 % _x_ 'a' "b" \\ \\' \0 \n 🏊 \u{10FFFF} \u001a end`;

    const { id } = await put(store, {
      ...newRecord(organization, 'trees'),
      author: { id: 'odd', name: odd },
      reason: odd,
    });
    await store.transact((tx) =>
      tx.remember(odd, { fingerprint: odd, resource: odd, at: new Date() }),
    );

    const version = await store.version(id, 1);
    assert.deepEqual([version?.author, version?.reason], [odd, odd]);
    await store.transact(async (tx) => {
      assert.deepEqual(await tx.recall(odd, new Date()), { fingerprint: odd, resource: odd });
    });
  });

  duty('refuses numbers, truths, lists and objects where text belongs', async (store) => {
    const organization = await putOrganization(store, 'umea');
    const loose: readonly unknown[] = [
      0,
      1,
      true,
      [0],
      ['umea', 'x'],
      {},
      null,
      undefined,
      new Date(),
    ];

    for (const value of loose) {
      for (const ask of questions(store, value)) await assert.rejects(ask, TypeError);
      const save = newRecord(organization.id, 'trees');
      const changed = { ...save, resource: { ...save.resource, name: unsafe<string>(value) } };
      await assert.rejects(put(store, changed), TypeError);
    }
    assert.equal(await store.count({ kinds: ['dataset'], states: ['published'] }), 0);
    assert.equal(await store.revision(), 1);
  });

  duty('refuses text where a number belongs', async (store) => {
    for (const value of ['1', '1 or 1=1', [1], null, Number.NaN, Number.POSITIVE_INFINITY, 1.5]) {
      await assert.rejects(store.changesAfter(unsafe(value), 1), TypeError);
      await assert.rejects(store.version('x', unsafe(value)), TypeError);
      await assert.rejects(
        store.listKeys({ kinds: ['dataset'], states: ['published'], limit: unsafe(value) }),
      );
    }
  });
}

function* questions(store: CatalogStore, value: unknown): Generator<Promise<unknown>> {
  yield store.find('organization', unsafe(value));
  yield store.findText(unsafe(value), 'umea');
  yield store.findById(unsafe(value));
  yield store.findByIri(unsafe(value));
  yield store.findManyByIri([unsafe(value)]);
  yield store.organizationRevision(unsafe(value));
  yield store.versions(unsafe(value), { limit: 1 });
  yield store.list({ kinds: [unsafe(value)], states: ['published'], limit: 1 });
  yield store.transact((tx) => tx.recall(unsafe(value), new Date()));
}

/** A value as it may come from JSON that nobody checked: TypeScript believes it, the store must not. */
function unsafe<T>(value: unknown): T {
  return value as T;
}

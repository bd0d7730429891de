import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyBulk } from '../../src/catalog/apply-bulk.ts';
import { type BulkRequest, planBulk } from '../../src/catalog/plan-bulk.ts';
import { undoBulk } from '../../src/catalog/undo-bulk.ts';
import { openPublishingSquare, type PublishingSquare, words } from './publishing-square.ts';
import { operator, refusal } from './square.ts';

const names = ['bad', 'trad'] as const;
const records = names.map((name) => ({ kind: 'dataset', name }) as const);
const keyword = {
  action: 'property',
  change: { path: ['keyword'], mode: 'add', value: { sv: ['sommar'] } },
} as const;

async function square(t: Parameters<typeof openPublishingSquare>[0]) {
  const opened = await openPublishingSquare(t);
  await opened.dataset({ publish: true });
  await opened.dataset({ name: 'trad' });
  const request = (ask: BulkRequest['ask'], more: Partial<BulkRequest> = {}): BulkRequest => ({
    actor: opened.person('Anna'),
    organization: 'umea',
    records,
    ask,
    ...more,
  });
  return { ...opened, request };
}

async function seen({ find }: PublishingSquare): Promise<Map<string, number>> {
  const found = await Promise.all(names.map((name) => find(name)));
  return new Map(found.map(({ id, version }) => [id, version]));
}

test('one property of many records is changed at once, and undone at once', async (t) => {
  const at = await square(t);
  const { publishing, request, find, person } = at;
  const before = (await find('bad')).content;

  const plan = await planBulk(publishing, request(keyword));
  assert.deepEqual(
    plan.rows.map(({ outcome }) => outcome),
    ['changed', 'changed'],
  );
  assert.equal((await find('bad')).version, 1, 'a plan changes nothing');
  const change = await applyBulk(publishing, request(keyword), await seen(at));

  for (const name of names) {
    const { content, version } = await find(name);
    assert.equal(version, 2);
    assert.match(JSON.stringify(content.keyword), /sommar/);
  }
  const again = await planBulk(publishing, request(keyword));
  assert.deepEqual(
    again.rows.map(({ outcome }) => outcome),
    ['unchanged', 'unchanged'],
  );
  const undo = { actor: person('Bo'), organization: 'umea', id: change?.id ?? '' };
  await undoBulk(publishing, undo);
  const after = await find('bad');
  assert.deepEqual([after.content, after.version, after.state], [before, 3, 'published']);
  await assert.rejects(undoBulk(publishing, undo), refusal('state-conflict'));
});

test('one unknown or foreign name, and nothing is changed or told', async (t) => {
  const at = await square(t);
  const { publishing, request, trace, kalmar, person } = at;
  await at.dataset({ name: 'kalmarbad', organization: 'kalmar', publish: true });
  const before = await trace();
  for (const name of ['kalmarbad', 'nobody']) {
    const more = { records: [...records, { kind: 'dataset', name } as const] };
    await assert.rejects(
      applyBulk(publishing, request(keyword, more), await seen(at)),
      refusal('not-found'),
    );
  }
  const stranger = person('Stina', 'administrator', kalmar);
  await assert.rejects(
    applyBulk(
      publishing,
      request(keyword, { organization: 'kalmar', actor: stranger }),
      await seen(at),
    ),
    refusal('not-found'),
  );
  await assert.rejects(
    planBulk(publishing, request(keyword, { actor: stranger })),
    refusal('not-permitted'),
  );
  await assert.rejects(
    planBulk(publishing, request({ action: 'move', to: 'kalmar' })),
    refusal('not-permitted'),
  );
  assert.equal(await trace(), before);
});

test('a record that changed since it was looked at keeps all as they were', async (t) => {
  const at = await square(t);
  const { publishing, request, trace } = at;
  const looked = await seen(at);
  await applyBulk(
    publishing,
    request(keyword, { records: [{ kind: 'dataset', name: 'trad' }] }),
    looked,
  );
  const before = await trace();

  const other = { ...keyword, change: { ...keyword.change, value: { sv: ['vinter'] } } } as const;
  await assert.rejects(applyBulk(publishing, request(other), looked), refusal('version-conflict'));
  assert.equal(await trace(), before);
});

test('what would break the profile is refused with its reason, and the rest is changed', async (t) => {
  const at = await square(t);
  const { publishing, request, find } = at;
  const ask = {
    action: 'property',
    change: { path: ['title'], mode: 'remove', value: {} },
  } as const;

  const { rows } = await planBulk(publishing, request(ask));
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['refused', 'changed'],
  );
  assert.ok(rows[0]?.reason);
  await applyBulk(publishing, request(ask), await seen(at));
  assert.deepEqual([(await find('bad')).version, (await find('trad')).version], [1, 2]);
});

test('publishing many takes one declaration and what is being written; undoing withdraws what was new', async (t) => {
  const at = await square(t);
  const { publishing, request, find, write, store, person } = at;
  await write(await find('trad'), { title: { sv: 'Träd i stan', en: 'Trees' } });
  await assert.rejects(
    applyBulk(publishing, request({ action: 'publish', words: {} }), await seen(at)),
    refusal('declaration-required'),
  );

  const change = await applyBulk(publishing, request({ action: 'publish', words }), await seen(at));

  const trad = await find('trad');
  assert.deepEqual(
    [change?.count, trad.state, trad.content.title],
    [1, 'published', { sv: 'Träd i stan', en: 'Trees' }],
  );
  assert.equal((await store.editing.declarationOf(trad.id, 2))?.ground, words.ground);
  await undoBulk(publishing, { actor: person('Bo'), organization: 'umea', id: change?.id ?? '' });
  assert.equal((await find('trad')).state, 'withdrawn');
});

test('four eyes let nothing public change in bulk', async (t) => {
  const at = await square(t);
  await at.setRules({ fourEyes: true });
  const { rows } = await planBulk(at.publishing, at.request(keyword));
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['refused', 'changed'],
  );
});

test('the operator moves records to another organisation, both catalogues change, and back', async (t) => {
  const at = await square(t);
  const { publishing, request, find, store, umea, kalmar } = at;
  const revisions = async () => [
    await store.catalog.organizationRevision(umea.id),
    await store.catalog.organizationRevision(kalmar.id),
  ];
  const before = await revisions();
  const move = request({ action: 'move', to: 'kalmar' }, { actor: operator });
  const change = await applyBulk(publishing, move, await seen(at));

  const moved = await find('bad');
  assert.deepEqual([moved.organization, moved.state], [kalmar.id, 'published']);
  assert.equal(moved.content.publisher, kalmar.iri);
  const after = await revisions();
  assert.ok(after.every((revision, index) => revision > (before[index] ?? 0)));
  await undoBulk(publishing, { actor: operator, organization: 'umea', id: change?.id ?? '' });
  assert.equal((await find('bad')).organization, umea.id);
});

test('what was withdrawn in bulk says why, and comes back when undone', async (t) => {
  const at = await square(t);
  const { publishing, request, find, store, person } = at;
  const ask = { action: 'withdraw', reason: 'Flyttat' } as const;
  const change = await applyBulk(publishing, request(ask), await seen(at));

  const bad = await find('bad');
  assert.deepEqual([change?.count, bad.state], [1, 'withdrawn']);
  assert.equal((await store.catalog.version(bad.id, 2))?.reason, 'Flyttat');
  await undoBulk(publishing, { actor: person('Anna'), organization: 'umea', id: change?.id ?? '' });
  assert.equal((await find('bad')).state, 'published');
});

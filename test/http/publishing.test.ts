import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResource } from '../../src/catalog/create-resource.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import { dataset } from './descriptions.ts';
import { openSite, own, type Site } from './site.ts';

const path = `/workspace/${own}/datasets/bad`;
const html = { Accept: 'text/html' };
const words = {
  classifiedBy: 'Informationsägare, fritid',
  classifiedOn: '2026-11-20',
  ground: 'Allmän handling utan sekretess',
};

/** A draft, and on it a copy with another title. */
async function withDraft(site: Site, name = 'bad'): Promise<void> {
  const { application } = site;
  const { resource } = await createResource(application.context, {
    actor: localOperator,
    kind: 'dataset',
    organization: own,
    name,
    node: dataset(),
  });
  await application.store.editing.saveCopy({
    resource: resource.id,
    organization: resource.organization,
    base: 1,
    revision: 1,
    content: { ...resource.content, title: { sv: 'Badplatser vid havet', en: 'Bathing' } },
    state: 'editing',
    author: { id: 'anna', name: 'Anna Andersson' },
    saved: new Date().toISOString(),
    publishAt: null,
    declaration: null,
    note: null,
  });
}

test('an editor looks through, declares and publishes; anybody reads it; and it can be undone', async (t) => {
  const site = await openSite(t);
  await withDraft(site);
  const editor = await site.person({ role: 'editor' });

  const page = await (await site.ask(`${path}/publish`, { as: editor })).text();
  assert.match(page, /Badplatser vid havet/);
  assert.match(page, /name="classifiedBy"/);
  assert.equal((await site.ask('/datasets/bad')).status, 404);

  const form = { version: '1', revision: '1', ...words };
  const faulty = await site.ask(`${path}/publish`, { as: editor, form: { ...form, ground: '' } });
  assert.equal(faulty.status, 422);
  assert.match(await faulty.text(), /href="#ground"[\s\S]*Informationsägare, fritid/);
  const done = await site.ask(`${path}/publish`, { as: editor, form });
  assert.deepEqual(
    [done.status, done.headers.get('location')],
    [303, `${path}/publish?done=published`],
  );

  const shown = await (await site.ask('/datasets/bad', { headers: html })).text();
  assert.match(shown, /Badplatser vid havet/);
  assert.match(shown, /Informationsägare, fritid/);
  assert.doesNotMatch(shown, /Anna Andersson|Person 1/);
  assert.match(
    await (await site.ask(`${path}/publish?done=published`, { as: editor })).text(),
    /undo/,
  );

  const undone = await site.ask(`${path}/undo`, { as: editor, form: { version: '2' } });
  assert.equal(undone.headers.get('location'), `${path}/publish?done=undone`);
  assert.equal((await site.ask('/datasets/bad')).status, 410);
});

test('strangers find nothing there, readers may look and not publish', async (t) => {
  const site = await openSite(t);
  await withDraft(site);
  const stranger = await site.person({ role: 'administrator', organization: 'malmo' });
  const reader = await site.person({ role: 'reader' });
  const form = { version: '1', revision: '1', ...words };

  for (const below of ['publish', 'withdraw', 'versions']) {
    const reply = await site.ask(`${path}/${below}`, { as: stranger });
    assert.equal(reply.status, 404, below);
    const own = await site.ask(`/workspace/malmo/datasets/bad/${below}`, { as: stranger });
    assert.equal(own.status, 404, `${below} by one's own organisation`);
  }
  for (const below of [
    'publish',
    'undo',
    'restore',
    'approve',
    'send-back',
    'take-back',
    'withdraw',
  ]) {
    const reply = await site.ask(`${path}/${below}`, { as: stranger, form });
    assert.equal(reply.status, 404, below);
    const foreign = await site.ask(`/workspace/malmo/datasets/bad/${below}`, {
      as: stranger,
      form,
    });
    assert.equal(foreign.status, 404, `${below} by one's own organisation`);
    const refused = await site.ask(`${path}/${below}`, {
      as: reader,
      form: { ...form, note: 'x' },
    });
    assert.ok([403, 409].includes(refused.status), `${below} by a reader: ${refused.status}`);
  }
  assert.equal((await site.ask(`${path}/publish`, { as: reader })).status, 200);
  assert.equal((await site.ask(`${path}/publish`)).status, 303);
  const { cookie, ...rest } = reader;
  const forged = { ...rest, cookie, csrf: 'x'.repeat(43) };
  assert.equal((await site.ask(`${path}/publish`, { as: forged, form })).status, 403);
});

test('a reason to withdraw is told to readers, and the history shows who did what to its own only', async (t) => {
  const site = await openSite(t);
  await withDraft(site);
  const editor = await site.person({ role: 'editor' });
  await site.ask(`${path}/publish`, {
    as: editor,
    form: { version: '1', revision: '1', ...words },
  });

  const form = { version: '2', reason: 'Ersatt av badplatser-2027' };
  assert.equal((await site.ask(`${path}/withdraw`, { as: editor, form })).status, 303);
  const tombstone = await site.ask('/datasets/bad');
  assert.equal(tombstone.status, 410);
  assert.match(await tombstone.text(), /Ersatt av badplatser-2027/);

  const versions = await (await site.ask(`${path}/versions`, { as: editor })).text();
  assert.match(versions, /Anna Andersson/);
  assert.match(versions, /Ersatt av/);
  const changes = await site.ask(`${path}/changes?from=1&to=2`, { as: editor });
  assert.match(await changes.text(), /vid havet/);
  const restored = await site.ask(`${path}/restore`, { as: editor, form: { version: '1' } });
  assert.equal(restored.headers.get('location'), `${path}/publish?done=restored`);
});

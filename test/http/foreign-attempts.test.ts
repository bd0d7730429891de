import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { keptEvent } from '../../src/audit/kept-event.ts';
import type { Route } from '../../src/http/route.ts';
import { dataset, series, service } from './descriptions.ts';
import { foreign, openSite, own, type Site } from './site.ts';

/** Fewer than what is kept of one person in an hour. */
const mostOfOne = 50;

test('every workspace and operator page tells the audit when somebody tries it who does not belong', async (t) => {
  const site = await openSite(t);
  const tried = site.routes.filter(isInside);
  assert.ok(tried.length > 100, String(tried.length));
  const silent: string[] = [];
  let before = 0;
  let stranger = await site.person({ role: 'administrator', organization: foreign });
  for (const [index, route] of tried.entries()) {
    if (index % mostOfOne === 0)
      stranger = await site.person({ role: 'administrator', organization: foreign });
    const { method } = route;
    const form = method === 'GET' ? {} : { form: {} };
    const reply = await site.ask(filled(route), { method, as: stranger, ...form });
    await reply.arrayBuffer();
    const told = await refusals(site);
    if (reply.status !== 404 || told.length !== before + 1)
      silent.push(`${method} ${route.path}: ${reply.status}, told ${told.length - before} times`);
    before = told.length;
  }
  assert.deepEqual(silent, []);
});

test('a foreign record asked for in one’s own workspace is not there, and its owner reads of it', async (t) => {
  const site = await openSite(t);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=utkast`, {
    as: 'editor',
    body: dataset(),
  });
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  for (const page of ['edit', 'preview', 'versions', 'publish', 'withdraw']) {
    const address = `/workspace/${foreign}/datasets/utkast/${page}`;
    assert.equal((await site.ask(address, { as: stranger })).status, 404, page);
    const [event] = await refusals(site);
    assert.equal(event?.object.name, 'utkast', page);
    assert.equal(event.organization, site.organizations.get(own));
    assert.equal(event.actor.id, stranger.id);
  }
  const told = (await refusals(site)).length;
  await site.ask(`/workspace/${foreign}/datasets/inget/edit`, { as: stranger });
  assert.equal((await refusals(site)).length, told, 'what is not there is nobody’s');
});

test('every try by a stranger’s token at a hidden record or at people is in its owner’s audit', async (t) => {
  const site = await openSite(t);
  for (const folder of ['datasets', 'series', 'services'] as const) {
    const body = { datasets: dataset, series, services: service }[folder]();
    const address = `/api/v1/${folder}?organization=${own}&name=${folder}-utkast`;
    await site.askJson(201, address, { as: 'editor', body });
  }
  const made = { organization: own, name: 'Nyckel', scopes: ['read'], days: 1 };
  const token = await site.askJson(201, '/api/v1/tokens', { as: 'operator', body: made });
  const member = await site.person({ role: 'editor' });
  const silent: string[] = [];
  let told = 0;
  for (const { method, path } of site.routes) {
    const [, folder] = /^\/api\/v1\/(datasets|series|services)\/\{name\}/.exec(path) ?? [];
    const isAbout = /^\/api\/v1\/(organizations\/\{name\}\/members|tokens\/\{id\})/.test(path);
    if (folder === undefined && !isAbout) continue;
    const address = path
      .replace('{name}', folder === undefined ? own : `${folder}-utkast`)
      .replace('{version}', '1')
      .replace('{id}', path.includes('/tokens/') ? String(token.id) : member.id);
    const isRead = method === 'GET';
    const body = path.endsWith('/members')
      ? { email: 'ny@malmo.se', role: 'reader' }
      : isAbout
        ? { role: 'reader' }
        : { datasets: dataset, series, services: service }[folder as 'datasets']();
    const reply = await site.ask(address, {
      method,
      as: 'strange-administrator',
      ...(isRead || method === 'DELETE' || /\/(?:publish|withdraw)$/.test(path) ? {} : { body }),
      headers: { 'If-Match': '*' },
    });
    await reply.arrayBuffer();
    const events = (await refusals(site)).filter(
      ({ organization }) => organization === site.organizations.get(own),
    );
    if (reply.status < 400 || events.length !== told + 1)
      silent.push(`${method} ${path}: ${reply.status}, told ${events.length - told} times`);
    told = events.length;
  }
  assert.ok(told > 20, String(told));
  assert.deepEqual(silent, []);
});

test('the owner’s administrator reads who tried, what, when and from where, in plain words', async (t) => {
  const site = await openSite(t);
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  await site.ask(`/workspace/${own}/members`, { as: stranger });
  const administrator = await site.person({ role: 'administrator' });
  for (const [language, words] of [
    ['sv', ['nekades åtkomst', 'rätt som saknades hantera medlemmar']],
    ['en', ['was refused access', 'right that was missing manage members']],
  ] as const) {
    const reply = await site.ask(`/workspace/${own}/log?lang=${language}`, { as: administrator });
    const page = await reply.text();
    for (const shown of [...words, stranger.name, '127.0.0.1', '<time ', '/members'])
      assert.ok(page.includes(shown), `${language}: ${shown}`);
  }
  const log = await site.ask(`/workspace/${foreign}/log`, { as: stranger });
  assert.doesNotMatch(await log.text(), /manage|hantera medlemmar/, 'who tried learns nothing');
});

test('nobody fills the audit: strangers are counted after sixty in an hour, and the anonymous leave none', async (t) => {
  const site = await openSite(t);
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  for (let tries = 0; tries < 75; tries += 1) {
    await (await site.ask(`/workspace/${own}/members`, { as: stranger })).arrayBuffer();
    await (await site.ask(`/api/v1/organizations/${own}/members`)).arrayBuffer();
  }
  assert.equal((await refusals(site)).length, 60);
});

function isInside({ path }: Route): boolean {
  // Ending to see as somebody else is open to all: there is nothing to end for others.
  return (
    /^\/(operator|workspace\/\{organization\})(\/|$)/.test(path) && !path.endsWith('/see-as/end')
  );
}

function filled({ path }: Route): string {
  const name = path.includes('/texts/') ? 'terms' : 'badplatser';
  const query = path.endsWith('/log/export')
    ? '?form=csv'
    : path.endsWith('/changes')
      ? '?from=1&to=2'
      : '';
  return (
    path
      .replace('{organization}', own)
      .replace('{name}', name)
      .replace(/\{[a-z]+\}/gi, randomUUID()) + query
  );
}

async function refusals({ application }: Site) {
  const events = await application.store.audit.list({ actions: ['access-refused'], limit: 1000 });
  return events.map(keptEvent);
}

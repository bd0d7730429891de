import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { keptEvent } from '../../src/audit/kept-event.ts';
import type { Route } from '../../src/http/route.ts';
import { dataset } from './descriptions.ts';
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

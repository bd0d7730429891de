import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post } from '../../src/mail/letter.ts';
import { until } from '../jobs/until.ts';
import { letter } from '../mail/letters.ts';
import { openSite, type SignedInPerson, type Site } from './site.ts';

const pages = ['', '/organizations', '/users', '/jobs', '/mail', '/search', '/log'];

test('the operator sees every page of operation, and for everybody else there is none', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const administrator = await site.person({ role: 'administrator' });
  for (const page of pages) {
    const seen = await show(site, `/operator${page}`, operator);
    assert.equal(seen.status, 200, page);
    assert.equal((await show(site, `/operator${page}`, administrator)).status, 404, page);
    assert.equal((await site.ask(`/operator${page}`)).status, 303, page);
  }
  for (const page of ['/users', '/jobs', '/search', '/see-as']) {
    const id = page === '/users' || page === '/jobs' ? `/${administrator.id}` : '';
    const reply = await site.ask(`/operator${page}${id}`, {
      as: administrator,
      form: { act: 'appoint' },
    });
    assert.equal(reply.status, 404, page);
  }
});

test('an operator closes an account, ends its sessions and sends a link, and never chooses a password', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const editor = await site.person({ role: 'editor' });
  const act = async (what: string) =>
    site.ask(`/operator/users/${editor.id}`, { as: operator, form: { act: what } });
  const found = await show(site, '/operator/users?q=EXAMPLE', operator);
  assert.match(found.text, new RegExp(editor.email));
  const listed = await site.askJson(200, '/api/v1/users?q=EXAMPLE&limit=1', { as: 'operator' });
  assert.equal(listed.total, 2, 'all that are found, not those of the page');
  assert.doesNotMatch(
    (await show(site, `/operator/users/${editor.id}`, operator)).text,
    /type="password"/,
  );

  assert.equal((await act('endSessions')).status, 303);
  assert.equal((await site.ask('/account', { as: editor })).status, 303);
  assert.equal((await act('reset')).status, 303);
  const mail = await until(async () => {
    const { text } = await show(site, '/operator/mail', operator);
    return /\/operator\/mail\/([0-9a-f-]{36})/.exec(text)?.[1];
  });
  const sent = await show(site, `/operator/mail/${mail}`, operator);
  assert.match(sent.text, new RegExp(editor.email));
  assert.equal((await act('disable')).status, 303);
  const { disabled } = (await site.application.accounts.store.findPerson(editor.id)) ?? {};
  assert.notEqual(disabled, null);
  assert.equal((await act('reset')).status, 409);
  assert.equal((await act('enable')).status, 303);

  const told = await actions(site);
  for (const action of [
    'session-ended',
    'password-reset-asked',
    'person-disabled',
    'person-enabled',
  ])
    assert.ok(told.includes(action), action);
});

test('an operator makes somebody an operator, and the last one stays', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const editor = await site.person({ role: 'editor' });
  const act = async (id: string, what: string) =>
    (await site.ask(`/operator/users/${id}`, { as: operator, form: { act: what } })).status;

  assert.equal(await act(operator.id, 'dismiss'), 409);
  assert.equal(await act(editor.id, 'appoint'), 303);
  assert.equal((await show(site, '/operator', editor)).status, 200);
  assert.equal(await act(operator.id, 'dismiss'), 303);
  assert.equal((await show(site, '/operator', operator)).status, 404);
});

test('a letter that could not be sent is shown with its reason, tried again and removed', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const { jobs } = site.application.store;
  await jobs.transact((tx) => post(tx, { ...letter, to: 'ingen adress' }));
  const [failed] = await until(async () => {
    const found = await jobs.list({ states: ['failed'], limit: 1 });
    return found.length > 0 && found;
  });
  const id = failed?.id ?? '';

  assert.match((await show(site, '/operator', operator)).text, /1 jobb har misslyckats/);
  const page = await show(site, '/operator/jobs', operator);
  assert.match(page.text, /The letter has no receiver/);
  const answer = async (what: string) =>
    (await site.ask(`/operator/jobs/${id}`, { as: operator, form: { what } })).status;
  assert.equal(await answer('retry'), 303);
  await until(async () => (await jobs.list({ states: ['failed'], limit: 1 })).length > 0);
  assert.equal(await answer('drop'), 303);
  assert.equal(await answer('drop'), 404);
  assert.equal((await jobs.list({ states: ['failed'], limit: 1 })).length, 0);
});

test('an operator sees as a reader, reads only, with a banner on every page, and the organisation is told', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const form = { organization: 'umea', role: 'reader' };
  assert.equal((await site.ask('/operator/see-as', { as: operator, form })).status, 303);

  const workspace = await show(site, '/workspace/umea', operator);
  assert.match(workspace.text, /Du ser sidorna som läsare/);
  assert.match((await show(site, '/datasets', operator)).text, /Du ser sidorna som läsare/);
  assert.equal((await show(site, '/operator', operator)).status, 404);
  assert.equal((await show(site, '/workspace/malmo', operator)).status, 404);
  assert.equal((await site.ask('/operator/see-as/end', { as: operator, form: {} })).status, 303);
  assert.equal((await show(site, '/operator', operator)).status, 200);

  const umea = site.organizations.get('umea') ?? '';
  const told = await site.application.store.audit.list({
    organizations: [umea],
    limit: 9,
    actions: ['seen-as'],
  });
  assert.equal(told.length, 2);
});

test('the operator asks for the index to be built anew, and it is', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  await site.searched();

  assert.equal((await site.ask('/operator/search', { as: operator, form: {} })).status, 303);
  await until(async () => (await show(site, '/operator/search', operator)).text.includes('Klar'));

  assert.ok((await actions(site)).includes('setting-changed'));
});

test('a form of the operator without its token changes nothing', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const editor = await site.person({ role: 'editor' });

  const reply = await site.ask(`/operator/users/${editor.id}`, {
    as: { ...operator, csrf: 'x'.repeat(43) },
    form: { act: 'appoint' },
  });

  assert.equal(reply.status, 403);
  assert.equal((await show(site, '/operator', editor)).status, 404);
});

async function show(site: Site, path: string, as: SignedInPerson) {
  const reply = await site.ask(path, {
    as,
    headers: { Accept: 'text/html', 'Accept-Language': 'sv' },
  });
  return { status: reply.status, text: await reply.text() };
}

async function actions(site: Site): Promise<readonly string[]> {
  return (await site.application.store.audit.after(0, 1000)).map(({ action }) => action);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, own } from '../http/site.ts';

test('a session that has begun is found by its cookie, and a form of it is believed', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'editor' });

  const secret = person.cookie.split('=')[1] ?? '';
  const found = await site.application.accounts.store.listSessions(person.id);
  assert.equal(found.length, 1);
  assert.notEqual(found[0]?.hash, secret);
  assert.match(person.csrf, /^[\w-]{43}$/);
  assert.deepEqual(
    (await site.application.accounts.store.listMemberships(person.id)).map(
      ({ role, organization }) => [role, organization],
    ),
    [['editor', site.organizations.get(own)]],
  );
  const page = await site.ask('/', { as: person });
  assert.equal(page.headers.get('cache-control'), 'private, no-store');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite } from './site.ts';

const secret = 'A'.repeat(43);

test('a passkey’s addresses answer nonsense with a refusal, and make nothing of it', async (t) => {
  const site = await openSite(t);
  const person = await site.person('operator');
  const wrong: readonly [path: string, as: typeof person | undefined, body: object][] = [
    ['/sign-in/passkey', undefined, {}],
    ['/sign-in/passkey', undefined, { secret, response: { id: 'x' } }],
    ['/sign-in/passkey', undefined, { secret: 1, response: null }],
    ['/account/passkeys', person, { csrf: person.csrf, secret, response: {}, name: 'x' }],
    ['/account/prove/passkey', person, { csrf: person.csrf, secret, response: 'x' }],
  ];
  for (const [path, as, body] of wrong) {
    const reply = await site.ask(path, { as, body: JSON.stringify(body), headers: json });
    assert.equal(reply.status, 422, `${path} ${JSON.stringify(body)}`);
    assert.deepEqual(reply.headers.getSetCookie(), []);
  }
  for (const body of ['[]', 'null', '"x"', '{']) {
    const reply = await site.ask('/sign-in/passkey/options', { body, headers: json });
    assert.equal(reply.status, 400, body);
  }
  const { store } = site.application.accounts;
  assert.deepEqual(await store.listPasskeys(person.id), []);
});

test('an answer to a challenge that does not hold signs nobody in', async (t) => {
  const site = await openSite(t);
  const asked = await site.askJson(200, '/sign-in/passkey/options', { method: 'POST', body: {} });
  const id = 'AAAA';
  const response = { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' };
  const body = { secret: String(asked.secret), response: { id, rawId: id, response } };
  const reply = await site.ask('/sign-in/passkey', { method: 'POST', body });
  assert.equal(reply.status, 422);
  assert.deepEqual(await reply.json(), { refused: 'refused' });
});

test('passkeys of a session want the session’s token, and another’s passkey cannot be renamed', async (t) => {
  const site = await openSite(t);
  const person = await site.person('operator');
  const body = { csrf: 'of another session' };
  for (const path of ['/account/passkeys/options', '/account/prove/passkey/options']) {
    assert.equal((await site.ask(path, { as: person, method: 'POST', body })).status, 403);
    assert.equal((await site.ask(path, { method: 'POST', body })).status, 401);
  }
  const path = '/account/passkeys/019aa000-0000-7000-8000-000000000000/rename';
  assert.equal((await site.ask(path, { as: person, form: { name: 'x' } })).status, 404);
});

const json = { 'Content-Type': 'application/json' };

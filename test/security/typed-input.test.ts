import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject, JsonValue } from '../../src/kernel/json.ts';
import { openBrowser } from '../http/browser.ts';
import { dataset } from '../http/descriptions.ts';
import { openSite, own } from '../http/site.ts';

/** What MySQL would compare with text by its own rules, and what a form can make of a name. */
const loose: readonly JsonValue[] = [0, 1, true, [0], ['a', 'b'], {}, null];

/** What nobody may set about themselves or their records. */
const rights: JsonObject = {
  role: 'operator',
  organizationId: 'x',
  createdBy: 'x',
  ownerId: 'x',
  status: 'published',
  passwordHash: 'x',
  emailVerified: true,
  isOperator: true,
};

test('a value of another type than the field’s reaches no database (loose comparison in MySQL)', async (t) => {
  const site = await openSite(t);
  const good = { organization: own, name: 'Nattjobbet', scopes: ['read'], days: 30 };
  for (const value of loose) {
    for (const field of ['organization', 'name', 'scopes']) {
      const body = { ...good, [field]: field === 'scopes' ? [value] : value };
      const reply = await site.ask('/api/v1/tokens', { as: 'administrator', body });
      assert.ok([400, 422].includes(reply.status), `${field}: ${JSON.stringify(value)}`);
      await reply.text();
    }
  }
});

test('a field of a form that stands twice or has an index is refused, whoever asks', async (t) => {
  const browser = openBrowser(await openSite(t));
  for (const [path, name] of [
    ['/sign-in', 'email'],
    ['/sign-in', 'password'],
    ['/reset', 'email'],
    ['/register', 'name'],
  ]) {
    for (const body of [`${name}=a&${name}=b`, `${name}[]=a`, `${name}[0]=a&${name}[99999999]=1`]) {
      const reply = await browser.post(String(path), body);
      assert.equal(reply.status, 400, `${path} ${body}`);
      await reply.text();
    }
  }
});

test('nobody is given a right by naming it (mass assignment)', async (t) => {
  const site = await openSite(t);
  for (const [field, value] of Object.entries(rights)) {
    const record = await site.ask(`/api/v1/datasets?organization=${own}&name=ny`, {
      as: 'editor',
      body: { ...dataset(), [field]: value },
    });
    assert.equal(record.status, 422, field);
    await record.text();
    const token = await site.ask('/api/v1/tokens', {
      as: 'administrator',
      body: { organization: own, name: 'Nattjobbet', scopes: ['read'], days: 30, [field]: value },
    });
    assert.ok([400, 422].includes(token.status), field);
    await token.text();
  }
});

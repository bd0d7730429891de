import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startKeyServer } from '../services/key-server.ts';
import { openSite, own } from './site.ts';

const issuer = 'https://idp.example.se';
const audience = 'https://data.example.se';

test('the access token of an outside issuer opens what its role opens, and a bad one nothing', async (t) => {
  const keys = await startKeyServer(t);
  await keys.addKey('first');
  const site = await openSite(t, {
    jwt: {
      issuer,
      audience,
      jwksUrl: keys.url,
      algorithms: ['ES256'],
      type: 'at+jwt',
      requiredClaims: [],
      roleClaim: 'role',
      organizationClaim: 'https://id.oidc.se/claim/orgNumber',
      maxAge: 3600,
    },
  });
  const now = Math.floor(Date.now() / 1000);
  const token = (change: object = {}) =>
    keys.sign({
      iss: issuer,
      aud: audience,
      sub: 'robot',
      iat: now,
      exp: now + 300,
      role: 'editor',
      // Long, as tokens of real issuers are.
      groups: Array.from({ length: 60 }, (_, n) => `group-${n}`),
      'https://id.oidc.se/claim/orgNumber': '212000-2627',
      ...change,
    });
  const create = async (organization: string, bearer: string, name: string) =>
    (
      await site.ask(`/api/v1/datasets?organization=${organization}&name=${name}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ '@type': 'Dataset', title: { sv: 'Träd' } }),
      })
    ).status;
  assert.equal(await create(own, await token(), 'trad'), 201);
  assert.ok([403, 404].includes(await create('malmo', await token(), 'andras')));
  assert.equal(await create(own, await token({ role: 'reader' }), 'last'), 403);
  assert.equal(await create(own, await token({ aud: 'https://other.se' }), 'x'), 401);
  assert.equal(await create(own, await token({ exp: now - 61 }), 'x'), 401);
  await keys.stop();
});

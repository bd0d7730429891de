import assert from 'node:assert/strict';
import { createHmac, createPublicKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { CompactEncrypt, exportJWK, exportSPKI, SignJWT } from 'jose';
import type { JwtSettings } from '../../src/accounts/jwt-settings.ts';
import { createJwtVerifier, type JwtVerifier } from '../../src/accounts/jwt-verifier.ts';
import { CatalogError } from '../../src/kernel/errors.ts';
import { type KeyServer, startKeyServer } from '../services/key-server.ts';

const issuer = 'https://idp.example.se';
const audience = 'https://data.example.se';
const start = Date.parse('2027-03-01T08:00:00Z');

interface Verifying {
  readonly keys: KeyServer;
  readonly verify: JwtVerifier;
  /** Moves the clock, in seconds. */
  pass(seconds: number): void;
  /** A good set of claims, changed. */
  claims(change?: object): object;
}

async function open(t: TestContext, change: Partial<JwtSettings> = {}): Promise<Verifying> {
  const keys = await startKeyServer(t);
  await keys.addKey('first');
  let at = start;
  const settings: JwtSettings = {
    issuer,
    audience,
    jwksUrl: keys.url,
    algorithms: ['ES256', 'EdDSA'],
    type: 'at+jwt',
    requiredClaims: ['jti'],
    roleClaim: 'role',
    organizationClaim: 'organization',
    maxAge: 3600,
    ...change,
  };
  return {
    keys,
    verify: createJwtVerifier(settings, {
      findOrganization: (name) => Promise.resolve(name === 'umea' ? 'id-of-umea' : undefined),
      now: () => new Date(at),
      cooldown: 0,
    }),
    pass: (seconds) => {
      at += seconds * 1000;
    },
    claims: (changed = {}) => ({
      iss: issuer,
      aud: audience,
      sub: 'robot',
      jti: 'j1',
      iat: start / 1000,
      exp: start / 1000 + 300,
      role: 'editor',
      organization: 'umea',
      ...changed,
    }),
  };
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('an access token of the issuer is an actor with the role and the organisation that it names', async (t) => {
  const { keys, verify, claims } = await open(t);
  assert.deepEqual(await verify(await keys.sign(claims())), {
    kind: 'token',
    id: `${issuer}#robot`,
    name: 'robot',
    grants: [{ role: 'editor', organization: 'id-of-umea' }],
  });
});

test('a role or an organisation that is unknown gives no right, and scopes of ours narrow', async (t) => {
  const { keys, verify, claims } = await open(t);
  const grantsOf = async (change: object) => {
    const actor = await verify(await keys.sign(claims(change)));
    assert.equal(actor?.kind, 'token');
    return actor.grants;
  };
  assert.deepEqual(await grantsOf({ role: 'sysadmin' }), []);
  assert.deepEqual(await grantsOf({ role: { operator: true } }), []);
  assert.deepEqual(await grantsOf({ organization: 'malmo' }), []);
  assert.deepEqual(await grantsOf({ organization: undefined }), []);
  assert.deepEqual(await grantsOf({ role: ['operator'], organization: 'umea' }), [
    { role: 'operator', organization: null },
  ]);
  const narrowed = await verify(
    await keys.sign(claims({ scope: 'openid datatorget:read datatorget:everything' })),
  );
  assert.equal(narrowed?.kind, 'token');
  assert.deepEqual(narrowed.scopes, ['read']);
});

test('alg none is refused however it is spelled', async (t) => {
  const { verify, claims } = await open(t);
  for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
    const body = encoded(claims());
    assert.equal(await verify(`${encoded({ alg, typ: 'at+jwt' })}.${body}.`), undefined, alg);
    assert.equal(await verify(`${encoded({ alg, typ: 'at+jwt' })}.${body}.AA`), undefined, alg);
  }
});

test('HS256 signed with the public key is refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  const pair = await keys.addKey('shown');
  const spki = await exportSPKI(pair.publicKey);
  const jwk = JSON.stringify(await exportJWK(pair.publicKey));
  const der = createPublicKey(spki).export({ type: 'spki', format: 'der' });
  for (const secret of [spki, spki.trim(), jwk, der]) {
    const signed = `${encoded({ alg: 'HS256', typ: 'at+jwt', kid: 'shown' })}.${encoded(claims())}`;
    const mac = createHmac('sha256', secret).update(signed).digest('base64url');
    assert.equal(await verify(`${signed}.${mac}`), undefined);
  }
});

test('an algorithm that is not allowed is refused though the key is the issuer’s', async (t) => {
  const { keys, verify, claims } = await open(t);
  await keys.addKey('rsa', 'RS256');
  assert.equal(await verify(await keys.sign(claims(), { kid: 'rsa', alg: 'RS256' })), undefined);
});

test('an unknown kid, and one that is a path or a query, are refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  for (const kid of ['gone', '../../dev/null', "' or 1=1 --", '', 'https://evil.example/keys']) {
    assert.equal(await verify(await keys.sign(claims(), { kid })), undefined, kid);
  }
});

test('a key that the token brings or points at is never used', async (t) => {
  const { keys, verify, claims } = await open(t);
  let asked = 0;
  const evil = await startKeyServer(t);
  const pair = await evil.addKey('first');
  const trap = createServer((_request, response) => {
    asked += 1;
    response.end('{}');
  });
  await new Promise<void>((done) => trap.listen(0, '127.0.0.1', done));
  t.after(() => trap.close());
  const address = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/`;
  const jwk = await exportJWK(pair.publicKey);
  for (const header of [{ jwk }, { jku: evil.url }, { jku: address }, { x5u: address }]) {
    for (const kid of ['first', 'theirs']) {
      const token = await new SignJWT({ ...claims() })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
        .sign(pair.privateKey);
      assert.equal(await verify(token), undefined, JSON.stringify(header));
    }
  }
  assert.equal(asked, 0);
  assert.equal(evil.fetches(), 0);
  assert.ok(await verify(await keys.sign(claims())));
});

test('an identity token used as an access token is refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  const asIdentity = await new SignJWT({ ...claims() })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: 'first' })
    .sign((await keys.addKey('first')).privateKey);
  assert.equal(await verify(asIdentity), undefined);
  for (const claim of ['nonce', 'at_hash', 'c_hash']) {
    assert.equal(await verify(await keys.sign(claims({ [claim]: 'x' }))), undefined, claim);
  }
});

test('a token for somebody else, of somebody else, or without type is refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  const { privateKey } = await keys.addKey('first');
  for (const change of [
    { aud: 'https://other.example.se' },
    { aud: [] },
    { aud: undefined },
    { aud: `${audience}/` },
    { iss: `${issuer}/` },
    { iss: 'https://evil.example' },
    { iss: undefined },
    { iss: [issuer] },
  ]) {
    assert.equal(await verify(await keys.sign(claims(change))), undefined, JSON.stringify(change));
  }
  const untyped = await new SignJWT({ ...claims() })
    .setProtectedHeader({ alg: 'ES256', kid: 'first' })
    .sign(privateKey);
  assert.equal(await verify(untyped), undefined);
});

test('a token is refused 61 seconds after its end, and before its beginning', async (t) => {
  const { keys, verify, claims, pass } = await open(t);
  const token = await keys.sign(claims());
  assert.ok(await verify(token));
  const early = await keys.sign(claims({ nbf: start / 1000 + 61 }));
  assert.equal(await verify(early), undefined);
  assert.ok(await verify(await keys.sign(claims({ nbf: start / 1000 + 60 }))));
  pass(300 + 59);
  assert.ok(await verify(token), 'clocks may differ by a minute');
  pass(2);
  assert.equal(await verify(token), undefined);
});

test('a verified token is not believed past its end because it was remembered', async (t) => {
  const { keys, verify, claims, pass } = await open(t);
  const token = await keys.sign(claims({ exp: start / 1000 + 5, iat: start / 1000 - 60 }));
  assert.ok(await verify(token));
  pass(30);
  keys.removeKey('first');
  await keys.addKey('second');
  assert.ok(await verify(await keys.sign(claims(), { kid: 'second' })));
  assert.equal(await verify(token), undefined, 'asked anew after its exp: its key is gone');
});

test('times that are texts, missing claims and a token that is too old are refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  for (const change of [
    { exp: String(start / 1000 + 300) },
    { nbf: 'now' },
    { iat: String(start / 1000) },
    { exp: undefined },
    { iat: undefined },
    { sub: undefined },
    { sub: '' },
    { sub: 7 },
    { jti: undefined },
    { iat: start / 1000 - 3700 },
    { iat: start / 1000 + 3600, exp: start / 1000 + 7200 },
  ]) {
    assert.equal(await verify(await keys.sign(claims(change))), undefined, JSON.stringify(change));
  }
});

test('a changed payload, a changed signature and a truncated token are refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  const [header, , signature] = (await keys.sign(claims())).split('.');
  const raised = encoded(claims({ role: 'operator' }));
  assert.equal(await verify(`${header}.${raised}.${signature}`), undefined);
  const good = await keys.sign(claims());
  for (const bad of [
    good.slice(0, -4),
    `${good}AA`,
    `${good}.`,
    good.replace(/\.[^.]+$/, '.'),
    `.${good}`,
    'a.b.c',
    'null',
    '',
    '..',
  ]) {
    assert.equal(await verify(bad), undefined, bad);
  }
});

test('a refresh token and an encrypted token are refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  assert.equal(await verify('dGhpcy1pcy1hLXJlZnJlc2gtdG9rZW4'), undefined);
  const { publicKey } = await keys.addKey('encrypting', 'ECDH-ES');
  const jwe = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims())))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', typ: 'at+jwt' })
    .encrypt(publicKey);
  assert.equal(await verify(jwe), undefined);
});

test('an unknown critical header is refused', async (t) => {
  const { keys, verify, claims } = await open(t);
  const [, body, signature] = (await keys.sign(claims())).split('.');
  const header = { alg: 'ES256', kid: 'first', typ: 'at+jwt', crit: ['x'], x: 1 };
  assert.equal(await verify(`${encoded(header)}.${body}.${signature}`), undefined);
});

test('while keys rotate both verify, and the old one stops when it is shown no more', async (t) => {
  const { keys, verify, claims, pass } = await open(t);
  const old = await keys.sign(claims());
  assert.ok(await verify(old));
  await keys.addKey('second');
  const fresh = await keys.sign(claims(), { kid: 'second' });
  assert.ok(await verify(fresh), 'an unknown kid makes the keys be fetched again');
  assert.ok(await verify(await keys.sign(claims({ jti: 'j2' }))), 'the old key still signs');
  keys.removeKey('first');
  pass(61);
  await keys.addKey('third');
  assert.ok(await verify(await keys.sign(claims({ jti: 'j3' }), { kid: 'third' })));
  assert.equal(await verify(old), undefined, 'its key is gone');
  assert.ok(await verify(fresh));
});

test('tokens of one known key do not make the keys be fetched again', async (t) => {
  const { keys, verify, claims } = await open(t);
  for (let n = 0; n < 5; n++) assert.ok(await verify(await keys.sign(claims({ jti: `j${n}` }))));
  assert.equal(keys.fetches(), 1);
});

test('an issuer that does not answer is told of as such, and its tokens are not taken for bad ones', async (t) => {
  const { keys, verify, claims } = await open(t);
  const token = await keys.sign(claims());
  await keys.stop();
  for (let n = 0; n < 3; n++) {
    await assert.rejects(
      verify(token),
      (error) => error instanceof CatalogError && error.code === 'service-unavailable',
    );
  }
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { OidcFailure } from '../../../src/accounts/oidc/oidc-failure.ts';
import { type OidcChecks, oidcProvider } from '../../../src/accounts/oidc/oidc-provider.ts';
import { type OidcSettings, readOidcSettings } from '../../../src/accounts/oidc/oidc-settings.ts';
import {
  type Forgery,
  type IdentityProvider,
  startIdentityProvider,
} from '../../services/identity-provider.ts';

const redirectUri = 'https://data.example.se/sign-in/callback/test';

const checks: OidcChecks = {
  state: 'state-of-this-browser-0123456789',
  nonce: 'nonce-of-this-attempt-0123456789',
  verifier: 'verifier-of-this-attempt-0123456789-0123456789-0123456789',
  redirectUri,
};

function settingsFor(idp: IdentityProvider, change: Partial<OidcSettings> = {}): OidcSettings {
  const [settings] = readOidcSettings(
    {
      DATATORGET_OIDC_PROVIDERS: 'test',
      DATATORGET_OIDC_TEST_ISSUER: idp.issuer,
      DATATORGET_OIDC_TEST_CLIENT_ID: idp.clientId,
      DATATORGET_OIDC_TEST_CLIENT_SECRET: idp.clientSecret,
    },
    (fault) => assert.fail(fault),
  );
  assert.ok(settings);
  return { ...settings, ...change };
}

/** The whole way: our question, the provider, our judgement of its answer. */
async function signIn(
  idp: IdentityProvider,
  change: Partial<OidcSettings> = {},
  expected: OidcChecks = checks,
) {
  const provider = oidcProvider(settingsFor(idp, change));
  const asked = await provider.authorization(checks);
  assert.ok(asked.ok, String(asked.ok || asked.cause));
  const back = new URL(await idp.visit(asked.url));
  return { provider, back, answer: await provider.identify(back, expected) };
}

async function refused(
  t: TestContext,
  failure: OidcFailure,
  {
    forgery,
    change,
    expected,
  }: {
    readonly forgery?: Forgery;
    readonly change?: Partial<OidcSettings>;
    readonly expected?: OidcChecks;
  },
): Promise<void> {
  const idp = await startIdentityProvider(t, [redirectUri]);
  idp.forgery = forgery;
  const { answer } = await signIn(idp, change, expected);
  assert.equal(answer.ok, false);
  assert.equal(answer.failure, failure, String(answer.cause));
}

test('a provider is asked by code, with PKCE, state and nonce, and says who it is', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  const provider = oidcProvider(settingsFor(idp));
  const asked = await provider.authorization(checks);
  assert.ok(asked.ok);
  const parameters = new URL(asked.url).searchParams;
  assert.equal(parameters.get('response_type'), 'code');
  assert.equal(parameters.get('code_challenge_method'), 'S256');
  assert.equal(parameters.get('state'), checks.state);
  assert.equal(parameters.get('nonce'), checks.nonce);
  assert.doesNotMatch(asked.url, new RegExp(checks.verifier));
  const answer = await provider.identify(new URL(await idp.visit(asked.url)), checks);
  assert.ok(answer.ok, String(answer.ok || answer.cause));
  assert.deepEqual(answer.who, {
    issuer: idp.issuer,
    subject: 'anna',
    name: 'Anna Ek',
    verifiedEmail: 'anna.ek@umea.se',
    organization: undefined,
  });
});

test('an address that the provider does not call verified is nobody’s', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  for (const email_verified of [false, undefined, 'no', {}]) {
    idp.person = { sub: 'eva', email: 'chef@umea.se', email_verified };
    const { answer } = await signIn(idp);
    assert.ok(answer.ok);
    assert.equal(answer.who.verifiedEmail, undefined);
  }
});

test('the level that was asked for is demanded in the answer', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  const good = await signIn(idp, { acr: ['loa3'] });
  assert.ok(good.answer.ok, String(good.answer.ok || good.answer.cause));
  idp.forgery = { claims: (claims) => ({ ...claims, acr: 'loa2' }) };
  const low = await signIn(idp, { acr: ['loa3'] });
  assert.equal(low.answer.ok, false);
});

test('an identity token that is signed anew with the same words is taken: forgeries fail for their words', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  idp.forgery = { claims: (held) => ({ ...held }) };
  const { answer } = await signIn(idp);
  assert.ok(answer.ok, String(answer.ok || answer.cause));
});

test('an answer with another nonce is refused', async (t) => {
  await refused(t, 'invalid', { forgery: { claims: (held) => ({ ...held, nonce: 'other' }) } });
});

test('an answer without a nonce is refused', async (t) => {
  await refused(t, 'invalid', {
    forgery: { claims: ({ nonce: _, ...held }) => held },
  });
});

test('an answer for another audience is refused', async (t) => {
  await refused(t, 'invalid', { forgery: { claims: (held) => ({ ...held, aud: 'other' }) } });
});

test('an answer of another issuer is refused', async (t) => {
  const iss = 'https://evil.example';
  await refused(t, 'invalid', { forgery: { claims: (held) => ({ ...held, iss }) } });
});

test('an unsigned identity token is refused', async (t) => {
  await refused(t, 'invalid', { forgery: { unsigned: true } });
});

test('an identity token with a broken signature is refused', async (t) => {
  await refused(t, 'invalid', { forgery: { broken: true } });
});

test('an identity token that has expired is refused', async (t) => {
  await refused(t, 'invalid', {
    forgery: { claims: (held) => ({ ...held, iat: 1_000_000, exp: 1_000_300 }) },
  });
});

test('an identity token of somebody else than the access token’s is refused', async (t) => {
  await refused(t, 'invalid', { forgery: { claims: (held) => ({ ...held, sub: 'chefen' }) } });
});

test('the state of another attempt is refused', async (t) => {
  await refused(t, 'invalid', { expected: { ...checks, state: 'another-browser-0123456789' } });
});

test('a code is not taken with the verifier of another attempt', async (t) => {
  const verifier = 'another-verifier-0123456789-0123456789-0123456789-0123456789';
  await refused(t, 'stale', { expected: { ...checks, verifier } });
});

test('a claim that is demanded and missing is refused', async (t) => {
  await refused(t, 'invalid', { change: { required: ['employeeHsaId'] } });
});

test('a code is taken once', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  const { provider, back, answer } = await signIn(idp);
  assert.ok(answer.ok);
  const again = await provider.identify(back, checks);
  assert.equal(again.ok, false);
  assert.equal(again.failure, 'stale');
});

test('somebody who says no at the provider is told so, not let in', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  idp.person = undefined;
  const { answer } = await signIn(idp);
  assert.equal(answer.ok, false);
  assert.equal(answer.failure, 'refused');
});

test('metadata of another issuer than the settings name is not believed', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  const provider = oidcProvider(
    settingsFor(idp, { issuer: idp.issuer.replace('127.0.0.1', 'localhost') }),
  );
  const asked = await provider.authorization(checks);
  assert.equal(asked.ok, false);
});

test('a provider that is down says so, and is asked again when it is up', async (t) => {
  const idp = await startIdentityProvider(t, [redirectUri]);
  const provider = oidcProvider(settingsFor(idp));
  await idp.stop();
  const asked = await provider.authorization(checks);
  assert.equal(asked.ok, false);
  assert.equal(asked.failure, 'down');
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';

/** Somebody at the provider. */
export interface ProviderPerson {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

/** What is done to an identity token before it leaves: the claims and header that are then signed by the provider's own key. */
export interface Forgery {
  readonly claims?: (claims: JWTPayload) => JWTPayload;
  /** Whether it goes unsigned, with `alg: none`. */
  readonly unsigned?: boolean;
  /** Whether its signature is broken. */
  readonly broken?: boolean;
}

/** A real provider of OpenID Connect (`oidc-provider`), whose people sign in without being asked. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next; undefined: the person refuses. */
  person: ProviderPerson | undefined;
  /** What it does to the next identity tokens. */
  forgery: Forgery | undefined;
  /** Follows the browser's way through the provider. @returns where it sends the browser in the end. */
  visit(url: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts one that knows a single client. Also answers `acr_values` with the first of them. */
export async function startIdentityProvider(
  t: TestContext,
  redirectUris: readonly string[],
): Promise<IdentityProvider> {
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const pair = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(pair.privateKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  const stop = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  const self: IdentityProvider = {
    issuer,
    clientId: 'datatorget',
    clientSecret: 'a-secret-that-only-two-know-of',
    person: { sub: 'anna', name: 'Anna Ek', email: 'anna.ek@umea.se', email_verified: true },
    forgery: undefined,
    visit,
    stop,
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: self.clientId,
        client_secret: self.clientSecret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['only-a-test'] },
    acrValues: ['loa2', 'loa3'],
    conformIdTokenClaims: false,
    claims: {
      openid: ['sub', 'acr'],
      profile: ['name', 'organization'],
      email: ['email', 'email_verified'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => Promise.resolve({ ...self.person, sub }),
    }),
  });
  const callback = provider.callback();
  t.after(stop);
  return self;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/interaction/')) return interact(request, response);
    if (request.url === '/token' && self.forgery !== undefined) rewrite(response, self.forgery);
    await callback(request, response);
  }

  /** Signs the person in and consents, without a page. */
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, grantId } = await provider.interactionDetails(request, response);
    if (self.person === undefined) {
      const refusal = { error: 'access_denied', error_description: 'No.' };
      return provider.interactionFinished(request, response, refusal);
    }
    const accountId = self.person.sub;
    if (prompt.name === 'login') {
      const acr = String(params.acr_values ?? '').split(' ')[0];
      const login = { accountId, ...(acr ? { acr } : {}) };
      return provider.interactionFinished(request, response, { login });
    }
    const found = grantId === undefined ? undefined : await provider.Grant.find(grantId);
    const grant = found ?? new provider.Grant({ accountId, clientId: self.clientId });
    grant.addOIDCScope(String(params.scope));
    const consent = { grantId: await grant.save() };
    return provider.interactionFinished(request, response, { consent });
  }

  /** Replaces the identity token in what the token endpoint answers. */
  function rewrite(response: ServerResponse, { claims, unsigned, broken }: Forgery): void {
    const end = response.end.bind(response) as (body: string) => ServerResponse;
    const forged = async (body: string) => {
      const answer = JSON.parse(body) as { id_token?: string };
      const token = answer.id_token;
      if (token === undefined) return end(body);
      const [, payload = ''] = token.split('.');
      const held = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload;
      const changed = claims?.(held) ?? held;
      const signed = await new SignJWT(changed)
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .sign(pair.privateKey);
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      const bare = `${none}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.`;
      const id_token = unsigned ? bare : broken ? `${signed.slice(0, -8)}AAAAAAAA` : signed;
      const text = JSON.stringify({ ...answer, id_token });
      response.setHeader('Content-Length', Buffer.byteLength(text));
      return end(text);
    };
    response.end = ((body: unknown) => {
      void forged(String(body));
      return response;
    }) as typeof response.end;
  }

  async function visit(url: string): Promise<string> {
    const jar = new Map<string, string>();
    let next = url;
    for (let hop = 0; hop < 12 && next.startsWith(issuer); hop++) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const reply = await fetch(next, { redirect: 'manual', headers: { cookie } });
      for (const line of reply.headers.getSetCookie()) {
        const [pairText = ''] = line.split(';');
        const at = pairText.indexOf('=');
        jar.set(pairText.slice(0, at), pairText.slice(at + 1));
      }
      const location = reply.headers.get('location');
      if (location === null) throw new Error(`${next} answered ${reply.status}`);
      next = new URL(location, next).href;
    }
    return next;
  }
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, SignJWT } from 'jose';

/** An issuer's key server: shows the public keys that it is given, and signs tokens with any of its keys. */
export interface KeyServer {
  readonly url: string;
  /** How often the keys have been fetched. */
  readonly fetches: () => number;
  /** Makes a key pair and shows its public half. */
  addKey(kid: string, algorithm?: string): Promise<GenerateKeyPairResult>;
  /** Shows it no more; tokens of it can still be signed. */
  removeKey(kid: string): void;
  sign(claims: object, header?: { readonly kid?: string; readonly alg?: string }): Promise<string>;
  stop(): Promise<void>;
}

export async function startKeyServer(t: TestContext): Promise<KeyServer> {
  const shown = new Map<string, object>();
  const pairs = new Map<string, GenerateKeyPairResult>();
  let fetches = 0;
  const server = createServer((_request, response) => {
    fetches += 1;
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ keys: [...shown.values()] }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((done) => {
      server.closeAllConnections();
      server.close(() => done());
    });
  t.after(stop);
  return {
    url: `http://127.0.0.1:${port}/keys`,
    fetches: () => fetches,
    addKey: async (kid, algorithm = 'ES256') => {
      const pair = await generateKeyPair(algorithm, { extractable: true });
      pairs.set(kid, pair);
      shown.set(kid, { ...(await exportJWK(pair.publicKey)), kid, alg: algorithm, use: 'sig' });
      return pair;
    },
    removeKey: (kid) => {
      shown.delete(kid);
    },
    sign: async (claims, { kid = 'first', alg = 'ES256', ...header } = {}) => {
      const pair = pairs.get(kid) ?? pairs.get('first');
      if (pair === undefined) throw new Error('There is no key to sign with.');
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header })
        .sign(pair.privateKey);
    },
    stop,
  };
}

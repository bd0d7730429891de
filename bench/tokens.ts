import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createJwtVerifier } from '../src/accounts/jwt-verifier.ts';
import { type Row, row } from './row.ts';

/** Verifying access tokens of an outside issuer (RS256, 2048 bits): the first time, and again. */
export async function run(): Promise<readonly Row[]> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const issuer = 'https://idp.example.se';
  const verify = createJwtVerifier(
    {
      issuer,
      audience: 'datatorget',
      jwksUrl: `http://127.0.0.1:${port}/`,
      algorithms: ['RS256'],
      type: 'at+jwt',
      requiredClaims: [],
      roleClaim: 'role',
      organizationClaim: 'organization',
      maxAge: 3600,
    },
    { findOrganization: () => Promise.resolve('o'), now: () => new Date() },
  );
  const now = Math.floor(Date.now() / 1000);
  const tokens = await Promise.all(
    Array.from({ length: 1200 }, (_, n) =>
      new SignJWT({ role: 'editor', organization: 'umea', n })
        .setProtectedHeader({ alg: 'RS256', kid: 'k', typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience('datatorget')
        .setSubject(`s${n}`)
        .setIssuedAt(now)
        .setExpirationTime(now + 300)
        .sign(privateKey),
    ),
  );
  for (const token of tokens.slice(0, 200)) await verify(token);
  const fresh = tokens.slice(200);
  const first = await each(fresh, verify);
  for (let round = 0; round < 20; round++) await each(fresh, verify);
  const again = await each(fresh, verify);
  server.closeAllConnections();
  server.close();
  return [
    row('JWT access token, first time, of 0.5 ms', { value: first * 1000, baseline: 0.5, goal: 1 }),
    row('JWT access token, again, of 5 µs', {
      value: again * 1e6,
      baseline: 5,
      goal: 1,
      unit: 'µs',
    }),
  ];
}

/** Seconds for each, on average. */
async function each(
  tokens: readonly string[],
  verify: (token: string) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  for (const token of tokens) {
    if ((await verify(token)) === undefined) throw new Error('A good token was refused.');
  }
  return (performance.now() - start) / 1000 / tokens.length;
}

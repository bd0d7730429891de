import type {
  AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Accounts } from './accounts.ts';
import type { Person } from './person.ts';
import type { Passkey } from './proofs.ts';

/** What the browser is asked when a passkey is added or used, and whether what it answers is true. User verification always. */

type Site = Pick<Accounts, 'base' | 'title'>;

export type AddOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
export type SignInOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/** What `navigator.credentials.create` is given. */
export async function addingOptions(
  { base, title }: Site,
  { id, email, name }: Person,
  known: readonly Passkey[],
): Promise<AddOptions> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: title,
    rpID: new URL(base).hostname,
    userID: new TextEncoder().encode(id),
    userName: email,
    userDisplayName: name,
    // Which make of key it is is nobody's business.
    attestationType: 'none',
    excludeCredentials: known.map(named),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What `navigator.credentials.get` is given; without known passkeys the browser offers those it has. */
export async function signingOptions(
  { base }: Site,
  known: readonly Passkey[],
): Promise<SignInOptions> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: new URL(base).hostname,
    userVerification: 'required',
    ...(known.length === 0 ? {} : { allowCredentials: known.map(named) }),
  });
}

/** The passkey that the browser made; undefined when its answer does not hold. */
export async function verifyAdded(
  { base }: Site,
  response: unknown,
  expectedChallenge: string,
): Promise<Pick<Passkey, 'credential' | 'publicKey' | 'counter' | 'transports'> | undefined> {
  const { verifyRegistrationResponse } = await library();
  const verified = await held(() =>
    verifyRegistrationResponse({
      // The library checks every part of it and throws at what is not there.
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      ...place(base),
      requireUserVerification: true,
    }),
  );
  if (verified === undefined || !verified.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  const shown = transports.filter((one) => typeof one === 'string').slice(0, 10);
  return {
    credential: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    counter,
    transports: shown,
  };
}

/** The passkey's counter after its use; undefined when the answer does not hold, or the counter went back: it has been copied. */
export async function verifySigned(
  { base }: Site,
  response: unknown,
  expectedChallenge: string,
  { credential, publicKey, counter }: Passkey,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const verified = await held(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      ...place(base),
      credential: {
        id: credential,
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
        counter,
      },
      requireUserVerification: true,
    }),
  );
  return verified?.verified === true ? verified.authenticationInfo.newCounter : undefined;
}

function place(base: string) {
  const { origin, hostname } = new URL(base);
  return { expectedOrigin: origin, expectedRPID: hostname };
}

/** The library's own list of transports is closed, ours is what browsers say. */
function named({ credential, transports }: Passkey) {
  return { id: credential, transports: transports as AuthenticatorTransport[] };
}

type AuthenticatorTransport = NonNullable<
  NonNullable<SignInOptions['allowCredentials']>[number]['transports']
>[number];

/** Whatever the library throws says that a stranger's answer does not hold. */
async function held<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** Takes long to read, and few processes need it. */
function library() {
  return import('@simplewebauthn/server');
}

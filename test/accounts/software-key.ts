import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A passkey in software: it answers as a telephone does, by the rules of WebAuthn level 3 §6, §7. */
export interface SoftwareKey {
  readonly id: string;
  counter: number;
  create(challenge: string, origin?: string): unknown;
  /** `verified`: whether it says that it asked for a finger or a code. */
  get(
    challenge: string,
    options?: { readonly origin?: string; readonly verified?: boolean },
  ): unknown;
}

const home = 'https://data.example.se';

/** A new key for the site of the tests. */
export function softwareKey(): SoftwareKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credential = randomBytes(32);
  const id = credential.toString('base64url');
  const key: SoftwareKey = {
    id,
    counter: 0,
    create(challenge, origin = home) {
      const data = authenticatorData(
        0x45,
        key.counter,
        Buffer.concat([
          Buffer.alloc(16),
          Buffer.from([0, credential.length]),
          credential,
          coseKey(publicKey),
        ]),
      );
      // { "fmt": "none", "attStmt": {}, "authData": … } in CBOR.
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', challenge, origin).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    get(challenge, { origin = home, verified = true } = {}) {
      key.counter += 1;
      const data = authenticatorData(verified ? 0x05 : 0x01, key.counter, Buffer.alloc(0));
      const client = clientData('webauthn.get', challenge, origin);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
  return key;
}

function authenticatorData(flags: number, counter: number, attested: Buffer): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const site = createHash('sha256').update(new URL(home).hostname).digest();
  return Buffer.concat([site, Buffer.from([flags]), count, attested]);
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** RFC 9053 §7.1: { 1: 2, 3: -7, -1: 1, -2: x, -3: y }. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ]);
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** What must be readable again is encrypted with AES-256-GCM under a key derived from the site's secret. ASVS 5.0 §11.3.2. */

/**
 * The secret of the settings; without one, a secret that is made once and kept in the store.
 * @param kept keeps a value unless there is one, and says which is kept
 */
export async function accountSecret(
  given: string | undefined,
  kept: (name: string, value: string) => Promise<string>,
): Promise<string> {
  return given ?? (await kept('secret', randomBytes(32).toString('base64url')));
}

/** Encrypts the text for one purpose and one owner: neither opens what was sealed for another. @returns base64url of nonce, text and tag. */
export function seal(secret: string, purpose: string, owner: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce);
  cipher.setAAD(Buffer.from(owner));
  return Buffer.concat([
    nonce,
    cipher.update(text, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64url');
}

/** Opens what `seal` made. @returns undefined when the secret is another, or a byte was changed. */
export function unseal(
  secret: string,
  purpose: string,
  owner: string,
  sealed: string,
): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < 28) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, 12), {
    authTagLength: 16,
  });
  decipher.setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    // The tag is not that of this key: GCM says no more than that.
    return undefined;
  }
}

/** What is kept of a secret short enough to be written by hand: nobody who has only the store can try them all. */
export function keyedHash(secret: string, purpose: string, text: string): string {
  return createHmac('sha256', keyFor(secret, purpose)).update(text).digest('hex');
}

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'datatorget', purpose, 32));
}

import { isWebAddress } from '../kernel/iri.ts';

/**
 * Whether secrets and keys may travel to the address: by TLS, or to this machine itself. ASVS 5.0 §12.2.1.
 */
export function isSafeServer(address: string): boolean {
  if (!isWebAddress(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return username === '' && (protocol === 'https:' || isHere);
}

import type { IncomingMessage } from 'node:http';

/**
 * Who is at the other end. `X-Forwarded-For` is believed for as many hops as the operator says there are proxies of ours,
 * counted from our end, so that what a client writes in it itself is never read. ASVS 5.0 §4.1.3.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (proxies === 0) return plainAddress(socket);
  const header = request.headers['x-forwarded-for'];
  const hops = typeof header === 'string' ? header.split(',') : [];
  const hop = hops[Math.max(0, hops.length - proxies)]?.trim();
  return plainAddress(hop === undefined || hop === '' ? socket : hop);
}

/** IPv4 written inside IPv6 is IPv4. RFC 4291 §2.5.5.2. */
function plainAddress(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

/**
 * What shares a budget: an IPv4 address, or the /64 that one subscriber has of IPv6 (RFC 6177), so that a client does not
 * get a new budget with each of its 2^64 addresses.
 */
export function subscriber(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = new Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** Whether the client is on this machine. */
export function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';

/**
 * Whether an address answers, asked by the server on behalf of whoever wrote it: never one inside our own network, whatever its name
 * resolves to and wherever it leads on. OWASP, Server-Side Request Forgery; RFC 6890.
 */

const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6');

/** Whether an IP address is one that strangers may not make us ask. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const family = isIP(mapped);
  return family === 0 || inside.check(mapped, family === 4 ? 'ipv4' : 'ipv6');
}

const outsideOnly: LookupFunction = (host, options, done) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, []);
    const outside = found.filter(({ address }) => !isInside(address));
    const [first] = outside;
    if (first === undefined) return done(new Error('inside'), []);
    if (options.all === true) done(null, outside);
    else done(null, first.address, first.family);
  });
};

const agent = new Agent({ connect: { lookup: outsideOnly }, keepAliveTimeout: 1 });

/** Statuses after which another method may fare better: some servers know only GET. */
const worthAnotherTry: ReadonlySet<number> = new Set([403, 404, 405, 501]);
const mostRedirects = 5;
const name = 'Datatorget-links/1.0';

/** Asks by HEAD, and by GET where HEAD is not taken. @returns what is wrong, in a word; undefined for a final 2xx. RFC 9110 §9.3.2. */
export async function askAddress(url: string, signal: AbortSignal): Promise<string | undefined> {
  const patience = AbortSignal.any([signal, AbortSignal.timeout(15_000)]);
  try {
    const head = await statusOf(url, 'HEAD', patience);
    const status = worthAnotherTry.has(head) ? await statusOf(url, 'GET', patience) : head;
    return status >= 200 && status < 300 ? undefined : String(status);
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'no answer';
  }
}

async function statusOf(
  first: string,
  method: 'HEAD' | 'GET',
  signal: AbortSignal,
): Promise<number> {
  let url = new URL(first);
  for (let step = 0; step <= mostRedirects; step += 1) {
    mustBeOutside(url);
    const reply = await fetch(url, {
      method,
      signal,
      redirect: 'manual',
      dispatcher: agent,
      headers: { 'User-Agent': name, Accept: '*/*' },
    });
    await reply.body?.cancel();
    const location = reply.headers.get('location');
    if (reply.status < 300 || reply.status > 399 || location === null) return reply.status;
    url = new URL(location, url);
  }
  return 310;
}

/** An address in numbers is never looked up, so it is judged here. */
function mustBeOutside({ protocol, hostname, port }: URL): void {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const isWeb = protocol === 'http:' || protocol === 'https:';
  const isUsual =
    port === '' || port === '8080' || port === '8443' || port === '443' || port === '80';
  if (!isWeb || !isUsual || (isIP(bare) !== 0 && isInside(bare))) throw new Error('inside');
}

import { isWebAddress } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import { pointer } from '../kernel/issue.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';

/**
 * V033: whether the addresses of a description answer. HEAD is asked first, GET where HEAD is not taken. An API's own address
 * (`endpointUrl`) is never asked: it need not answer without a question. DCAT-AP-SE, the portal's nightly link check.
 */
export interface LinkOptions {
  /** Milliseconds for one answer. */
  readonly patience?: number;
  /** Addresses asked at the same time. */
  readonly atOnce?: number;
  /** Told after each address how many have been asked. */
  readonly progress?: (asked: number, all: number) => void;
}

const asked: ReadonlySet<string> = new Set([
  'accessUrl',
  'downloadUrl',
  'landingPage',
  'page',
  'conformsTo',
  'endpointDescription',
]);

/** Statuses after which another method may fare better. RFC 9110 §15.5.6, §15.6.2; some servers know only GET. */
const worthAnotherTry: ReadonlySet<number> = new Set([403, 404, 405, 501]);

/** Asks every address of the records once, and gives the issues of each record, in their order. Asks whoever is named: not for strangers' documents on a server. */
export async function checkLinks(
  records: readonly NodeObject[],
  { patience = 10_000, atOnce = 8, progress = () => undefined }: LinkOptions = {},
): Promise<readonly (readonly Issue[])[]> {
  const links = records.map((record) => [...linksOf(record as JsonObject, '')]);
  const addresses = [...new Set(links.flat().map((link) => link.address))];
  const faults = new Map<string, string | undefined>();
  const queue = addresses.values();
  const ask = async () => {
    for (const address of queue) {
      faults.set(address, await faultOf(address, patience));
      progress(faults.size, addresses.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, ask));
  return links.map((own) =>
    own.flatMap(({ address, place }) => {
      const fault = faults.get(address);
      return fault === undefined ? [] : [deadLink(address, place, fault)];
    }),
  );
}

interface Link {
  readonly address: string;
  readonly place: string;
}

function* linksOf(node: JsonObject, place: string): Iterable<Link> {
  for (const [name, value] of Object.entries(node)) {
    yield* linksIn(value, place + pointer(name), asked.has(name));
  }
}

function* linksIn(value: JsonValue, place: string, isAsked: boolean): Iterable<Link> {
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries())
      yield* linksIn(member, `${place}/${index}`, isAsked);
  } else if (isJsonObject(value)) {
    if (isAsked && typeof value['@id'] === 'string' && isWebAddress(value['@id'])) {
      yield { address: value['@id'], place };
    }
    yield* linksOf(value, place);
  } else if (isAsked && typeof value === 'string' && isWebAddress(value)) {
    yield { address: value, place };
  }
}

/** What is wrong with an address, in a word or two; undefined when it answers. */
async function faultOf(address: string, patience: number): Promise<string | undefined> {
  const head = await statusOf(address, 'HEAD', patience);
  const status =
    typeof head === 'number' && worthAnotherTry.has(head)
      ? await statusOf(address, 'GET', patience)
      : head;
  if (typeof status === 'string') return status;
  return status < 400 ? undefined : String(status);
}

async function statusOf(
  address: string,
  method: 'HEAD' | 'GET',
  patience: number,
): Promise<number | string> {
  try {
    const reply = await fetch(address, { method, signal: AbortSignal.timeout(patience) });
    await reply.body?.cancel();
    return reply.status;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'no answer';
  }
}

function deadLink(address: string, place: string, fault: string): Issue {
  return {
    rule: 'V033',
    level: 'warning',
    blocks: 'nothing',
    pointer: place,
    message: {
      sv: `${address} går inte att nå (${fault}). Rätta adressen, eller ta bort den.`,
      en: `${address} cannot be reached (${fault}). Mend the address, or remove it.`,
    },
  };
}

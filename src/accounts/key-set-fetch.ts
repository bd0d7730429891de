import type { FetchImplementation } from 'jose';

/** Bytes of a key set that are read: some hundreds of keys. */
const largest = 512 * 1024;

/** Milliseconds to leave a server alone that has just failed. */
const pause = 5000;

/**
 * Fetches a key set: no redirects, no more than so many bytes, and after a failure not again for a while, so that nobody who
 * sends us tokens makes us knock on the issuer's door for each of them.
 */
export function keySetFetch(now: () => Date): FetchImplementation {
  let failure: { readonly error: unknown; readonly at: number } | undefined;
  return async (url, options) => {
    if (failure !== undefined && now().getTime() - failure.at < pause) throw failure.error;
    try {
      const reply = await fetch(url, options);
      if (reply.status !== 200) throw new Error(`The key set answers ${reply.status}.`);
      const text = await bounded(reply);
      failure = undefined;
      return new Response(text, { status: 200, headers: { 'Content-Type': 'application/json' } });
    } catch (error) {
      failure = { error, at: now().getTime() };
      throw error;
    }
  };
}

async function bounded(reply: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of reply.body ?? []) {
    size += chunk.length;
    if (size > largest) throw new Error('The key set is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

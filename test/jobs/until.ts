import { setTimeout as delay } from 'node:timers/promises';

/** Waits until it is so. @returns what it then is @throws after half a minute. */
export async function until<T>(ask: () => T | Promise<T>): Promise<Exclude<T, undefined | false>> {
  for (let waited = 0; waited < 30_000; waited += 10) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    await delay(10);
  }
  throw new Error('It never came to that.');
}

/**
 * Serves what `main.ts` composes, on any free port, and answers its parent's questions about memory. A program: `site.ts`
 * starts it.
 */
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createToken } from '../src/accounts/create-token.ts';
import { readConfig } from '../src/config.ts';
import { jsonLogger, streamSink } from '../src/http/log.ts';
import { openApplication } from '../src/main.ts';
import { serve } from '../src/serve.ts';

const watchEvery = 5;

const application = await openApplication(readConfig(process.env));
const { secret } = await createToken(application.store.tokens, {
  id: application.context.newId(),
  name: 'bench',
  role: 'operator',
  organization: null,
  expires: null,
  now: new Date(),
});
const running = await serve(application, jsonLogger(streamSink(process.stdout)));
let most = now();
let isWatching = false;

process.on('message', async (question) => {
  if (question === 'stop') {
    await running.drain({ linger: 0 });
    await application.close();
    process.exit(0);
  }
  if (question === 'peak') {
    watch();
    process.send?.(most);
    return;
  }
  // Not before it is asked for: looking costs some.
  if (!isWatching) setInterval(watch, watchEvery);
  isWatching = true;
  // What is freed is not given back to the system at once.
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.();
    await delay(100);
  }
  most = now();
  process.send?.(most);
});
process.send?.({ port: (running.server.address() as AddressInfo).port, token: secret });

function now(): { readonly rss: number; readonly heap: number } {
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}

function watch(): void {
  const { rss, heap } = now();
  most = { rss: Math.max(most.rss, rss), heap: Math.max(most.heap, heap) };
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { openConfiguredSearch } from '../configured-engine.ts';
import { jsonLogger, streamSink } from '../http/log.ts';
import type { Search } from '../search/search.ts';
import type { Command, Output } from './command.ts';
import { attempt, readOptions } from './options.ts';
import { untilStopped } from './until-stopped.ts';

/** Serves HTTP until it is told to stop; what is being answered then is answered. */
export const serveCommand: Command = {
  async run({ args, config, out }) {
    readOptions(args, {}, 0);
    // The thread reads its dictionary while all else is loaded.
    const search = openConfiguredSearch(config);
    try {
      return await run(config, search, out);
    } finally {
      // Its thread would keep a program alive that could not start.
      await search.then(({ close }) => close()).catch(() => undefined);
    }
  },
};

async function run(config: Config, search: Promise<Search>, out: Output): Promise<0> {
  const { openApplication, version } = await import('../main.ts');
  const { serve } = await import('../serve.ts');
  const application = await openApplication(config);
  const logger = jsonLogger(streamSink(process.stdout));
  const { store } = application;
  await rememberBase(application.store.meta, config.base, out.note);
  if (
    config.sample &&
    (await store.catalog.count({ kinds: ['organization'], states: ['published'] })) === 0
  ) {
    out.note(
      'The store is empty: taking in the sample catalogue (DATATORGET_SAMPLE=false turns this off).',
    );
    const { loadSample } = await import('./load-sample.ts');
    await loadSample(application);
  }
  const server = await attempt(serve(application, logger, search));
  const stopped = untilStopped(async (signal) => {
    logger.info('draining', { signal });
    await server.drain({ linger: config.production ? 5_000 : 0 });
  });
  await Promise.race([
    server.follower.settled(),
    delay(patience, undefined, { ref: false }),
    stopped,
  ]);
  logger.info('started', {
    version,
    base: config.base,
    address: server.address,
    store: store.kind,
  });
  const { warmPortal } = await import('../portal/load-portal.ts');
  warmPortal().catch((error: unknown) => logger.fault('portal-not-built', error));
  out.note(`Datatorget ${version} answers at ${config.base}`);
  await stopped;
  await application.close();
  logger.info('stopped');
  return 0;
}

/** Milliseconds that the first index gets before the site says that it answers: enough for a small store. */
const patience = 3000;

/** IRIs are made of the base and kept for ever, so a base that has changed is worth a word. */
async function rememberBase(
  meta: {
    get(key: string): Promise<string | undefined>;
    set(key: string, value: string): Promise<void>;
  },
  base: string,
  warn: (text: string) => void,
): Promise<void> {
  const before = await meta.get('base');
  if (before === undefined) await meta.set('base', base);
  else if (before !== base) {
    warn(
      `Warning: records here have IRIs that begin with ${before}, and this site now says it is ${base}. Set DATATORGET_URL=${before}, or start with an empty store.`,
    );
  }
}

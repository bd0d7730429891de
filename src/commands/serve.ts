import { jsonLogger, streamSink } from '../http/log.ts';
import { openApplication, serve, version } from '../main.ts';
import { warmPortal } from '../portal/load-portal.ts';
import type { Command } from './command.ts';
import { loadSample } from './load-sample.ts';
import { attempt, readOptions } from './options.ts';

/** Serves HTTP until it is told to stop; what is being answered then is answered. */
export const serveCommand: Command = {
  async run({ args, config, out }) {
    readOptions(args, {}, 0);
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
      await loadSample(application);
    }
    const server = await attempt(serve(application, logger));
    logger.info('started', {
      version,
      base: config.base,
      address: server.address,
      store: store.kind,
    });
    warmPortal().catch((error: unknown) => logger.fault('portal-not-built', error));
    out.note(`Datatorget ${version} answers at ${config.base}`);
    await new Promise<void>((resolve) => {
      let asked = false;
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        process.on(signal, () => {
          // A second signal means now.
          if (asked) process.exit(1);
          asked = true;
          logger.info('draining', { signal });
          void server.drain({ linger: config.production ? 5_000 : 0 }).then(resolve);
        });
      }
    });
    await application.close();
    logger.info('stopped');
    return 0;
  },
};

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

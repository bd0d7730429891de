import { jsonLogger, streamSink } from '../http/log.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';
import { untilStopped } from './until-stopped.ts';

/** Does the jobs that wait, beside the processes that serve, until it is told to stop. */
export const workCommand: Command = {
  async run({ args, config, out }) {
    readOptions(args, {}, 0);
    const { startJobs } = await import('../configured-jobs.ts');
    const { openApplication, version } = await import('../main.ts');
    const application = await openApplication(config);
    const logger = jsonLogger(streamSink(process.stdout));
    const worker = startJobs(application, logger);
    // Its timers keep no process alive, and nothing else here does.
    const alive = setInterval(() => undefined, 60_000);
    logger.info('working', { version, store: application.store.kind });
    out.note(`Datatorget ${version} works on jobs`);
    await untilStopped(async (signal) => {
      logger.info('draining', { signal });
      await worker.stop();
    });
    clearInterval(alive);
    await application.close();
    logger.info('stopped');
    return 0;
  },
};

import { openApplication } from '../main.ts';
import { type Command, UsageError } from './command.ts';
import { loadSample } from './load-sample.ts';
import { readOptions } from './options.ts';
import { removeSample } from './remove-sample.ts';

/** Loads the sample catalogue, or takes it away again. */
export const sampleCommand: Command = {
  async run({ args: [action, ...args], config, out }) {
    if (action !== 'load' && action !== 'remove')
      throw new UsageError('Say what to do: sample load or sample remove.');
    readOptions(args, {}, 0);
    const application = await openApplication(config);
    try {
      const count =
        action === 'load'
          ? await loadSample(application, (name) => out.progress(name))
          : await removeSample(application.context);
      out.line(action === 'load' ? `${count} records added.` : `${count} records removed.`);
      return 0;
    } finally {
      await application.close();
    }
  },
};

import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { openConfiguredSearch } from '../configured-engine.ts';
import { documentShape, documentSource, storeIdentity } from '../configured-search.ts';
import { type Application, openApplication } from '../main.ts';
import { rebuildIndex } from '../search/rebuild-index.ts';
import {
  noteRebuild,
  type RebuildNote,
  readRebuildNote,
  requestRebuild,
} from '../search/rebuild-request.ts';
import type { Command, Output } from './command.ts';
import { attempt, readOptions } from './options.ts';

/**
 * Builds the index of the search anew while searches go on. A server that runs does it when it is asked, for the embedded index is
 * its own; when none answers within a few seconds, it is done here.
 */
export const reindexCommand: Command = {
  async run({ args, config, out }) {
    readOptions(args, {}, 0);
    const application = await openApplication(config);
    try {
      const id = randomUUID();
      await requestRebuild(application.store.meta, id, new Date());
      const note = await taken(application, id);
      return note === undefined
        ? await rebuildHere(application, id, out)
        : await watch(application, note, out);
    } finally {
      await application.close();
    }
  },
};

/** Milliseconds in which a server that runs takes what it is asked for: it looks several times a second, when it has no other work. */
const patience = 4000;
/** The same for one that answers on this machine, so that surely somebody will. */
const longPatience = 60_000;
const glance = 150;

/** What the server says that has taken it; undefined when none has. */
async function taken(application: Application, id: string): Promise<RebuildNote | undefined> {
  const most = (await isServing(application.config)) ? longPatience : patience;
  for (let waited = 0; waited < most; waited += glance) {
    await delay(glance);
    const note = await readRebuildNote(application.store.meta);
    if (note?.id !== id || note.state !== 'asked') return note;
  }
  return undefined;
}

/** Whether a server answers where the settings say that one listens. */
async function isServing({ host, port }: Config): Promise<boolean> {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const address = `http://${name.includes(':') ? `[${name}]` : name}:${port}/health`;
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    // Nobody listens.
    return false;
  }
}

/** Shows how far the server has come. @returns 1 when it failed */
async function watch({ store }: Application, taking: RebuildNote, out: Output): Promise<0 | 1> {
  for (let note: RebuildNote | undefined = taking; ; note = await readRebuildNote(store.meta)) {
    if (note === undefined || note.id !== taking.id) {
      out.line('Another rebuild has taken over.');
      return 0;
    }
    if (note.state === 'done') {
      out.line(`${note.done} records indexed by the running server.`);
      return 0;
    }
    if (note.state === 'failed' || note.until < Date.now()) {
      out.line(
        'The server that began it has stopped or failed; its log says why. The old index still answers.',
      );
      return 1;
    }
    out.progress(bar(note.done, note.total));
    await delay(glance);
  }
}

/** No server runs: this process does it, and says so in the store, so that one that starts meanwhile waits. */
async function rebuildHere(application: Application, id: string, out: Output): Promise<0 | 1> {
  const { config, context, store } = application;
  const holder = `reindex ${process.pid}`;
  const say = (state: RebuildNote['state'], done: number, total: number) =>
    noteRebuild(store.meta, { id, state, holder, done, total }, new Date());
  await say('running', 0, 0);
  const search = await attempt(openConfiguredSearch(config));
  let records = 0;
  let state: RebuildNote['state'] = 'failed';
  try {
    const source = documentSource(context, (event) => {
      if ('id' in event) out.note(`Left out: ${event.id}: ${String(event.error)}`);
    });
    const position = await attempt(
      rebuildIndex(source, {
        search,
        store: await storeIdentity(store.meta),
        shape: documentShape(),
        async progress(done, total) {
          records = done;
          out.progress(bar(done, total));
          await say('running', done, total);
        },
      }),
    );
    state = 'done';
    out.line(`${records} records indexed, up to revision ${position.revision}.`);
    return 0;
  } finally {
    await say(state, records, records);
    await search.close();
  }
}

/** `██████████░░░░░░░░░░ 50 % 40 of 80`. */
function bar(done: number, total: number): string {
  const share = total === 0 ? 0 : done / total;
  const full = Math.round(share * 20);
  return `${'█'.repeat(full)}${'░'.repeat(20 - full)} ${Math.floor(share * 100)} % ${done} of ${total}`;
}

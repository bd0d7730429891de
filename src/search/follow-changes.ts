import { setTimeout as delay } from 'node:timers/promises';
import { ahead } from './ahead.ts';
import { changeSteps, type IndexStep } from './apply-changes.ts';
import type { DocumentSource } from './gather-documents.ts';
import { rebuildIndex } from './rebuild-index.ts';
import {
  isOpen,
  isTaken,
  type Notes,
  noteRebuild,
  type RebuildNote,
  readRebuildNote,
} from './rebuild-request.ts';
import type { Search } from './search.ts';
import {
  type BuildProgress,
  type IndexBatch,
  type IndexPosition,
  SearchUnavailable,
} from './search-index.ts';

/**
 * Keeps the index in step with the change log: reads from the saved position, loads what each record is now, applies, and saves the
 * position last, so that a crash repeats work and loses none. Builds the index anew when there is none that fits. When the engine
 * or the store does not answer it tries again, for ever, and catches up by itself.
 */
export interface FollowOptions extends DocumentSource {
  readonly search: Pick<Search, 'position' | 'apply' | 'rebuild'>;
  readonly notes: Notes;
  /** Identity of the store: a position in another log says nothing about this one. */
  readonly identity: string;
  /** What documents look like; an index of another shape is built anew. */
  readonly shape: string;
  /** Name of this process among those that follow. */
  readonly holder: string;
  readonly now: () => Date;
  readonly report: (event: FollowEvent) => void;
  /** Milliseconds between looks for what other processes have committed. */
  readonly poll?: number;
}

export type FollowEvent =
  | { readonly event: 'search-rebuild-started'; readonly reason: string }
  | {
      readonly event: 'search-rebuilt';
      readonly revision: number;
      readonly records: number;
      readonly milliseconds: number;
    }
  | { readonly event: 'search-unavailable'; readonly error: unknown }
  | { readonly event: 'search-back' };

export interface Follower {
  /** Says that something has been committed here. */
  wake(): void;
  /** Resolves when everything that is committed by now can be found. Waits for as long as the engine is down. */
  caughtUp(): Promise<void>;
  /** Resolves when the index is in step for the first time, or cannot be got at. */
  settled(): Promise<void>;
  lag(): Promise<FollowLag>;
  /** How far the building of the index has come, here or in another process; undefined when nobody is at it. */
  progress(): Promise<BuildProgress | undefined>;
  /** Stops after the step that is being taken. */
  close(): Promise<void>;
}

/** How far the index is behind the store. */
export interface FollowLag {
  /**
   * `unavailable`: the last try failed. `building`: there is no index yet, and searches are refused. `behind`: changes wait, or
   * another index is being built beside the one that answers.
   */
  readonly state: 'ready' | 'behind' | 'building' | 'unavailable';
  readonly revisions: number;
  /** Age of the oldest change that waits. */
  readonly seconds: number;
  /** While the index is being built. */
  readonly rebuilding?: BuildProgress;
}

/** Changes read at a time. */
const atOnce = 250;
/** Batches after which it is looked whether something else is asked for. */
const batchesPerStep = 20;
/** Milliseconds between tries while something does not answer: twice as long each time. */
const shortestPause = 200;
const longestPause = 10_000;
/** Milliseconds in which another process that claims a rebuild at the same time shows. */
const takeover = 30;
/** Looks without finding anything, after which the engine is asked again where it stands: others may have put it elsewhere. */
const looksPerCheck = 10;

/** Somebody asks for another rebuild, or does one: this one is given up. */
class Overtaken extends Error {}

/** Begins to follow. */
export function followChanges(options: FollowOptions): Follower {
  const { store, search, identity, shape, notes, holder, now, report, poll = 400 } = options;
  let position: IndexPosition | undefined;
  let rebuilding: FollowLag['rebuilding'];
  let isDown = false;
  let isMissing = false;
  let pause = shortestPause;
  let looks = 0;
  let isClosed = false;
  let bell = Promise.withResolvers<void>();
  let reached = Promise.withResolvers<void>();
  const settling = Promise.withResolvers<void>();
  const closing = Promise.withResolvers<void>();

  const following = follow();
  return {
    wake: () => bell.resolve(),
    async caughtUp() {
      const revision = await store.revision();
      bell.resolve();
      while (!isClosed && (position === undefined || position.revision < revision))
        await reached.promise;
    },
    settled: () => settling.promise,
    lag,
    progress,
    async close() {
      isClosed = true;
      closing.resolve();
      await following;
      reached.resolve();
    },
  };

  async function follow(): Promise<void> {
    while (!isClosed) {
      try {
        const isMore = await step();
        answers();
        if (isMore) continue;
        settling.resolve();
        await rest(poll);
      } catch (error) {
        if (isClosed) return;
        if (!isDown) report({ event: 'search-unavailable', error });
        isDown = true;
        settling.resolve();
        position = undefined;
        await rest(pause, { evenWhenWoken: true });
        pause = Math.min(longestPause, pause * 2);
      }
    }
  }

  /** One look at the log. @returns whether there may be more */
  async function step(): Promise<boolean> {
    if (position === undefined || looks >= looksPerCheck) {
      looks = 0;
      const held = await search.position();
      isMissing = held === undefined;
      arrive(await fitting(held));
    }
    const note = await readRebuildNote(notes);
    if (position === undefined || isOpen(note, now())) {
      if (isTaken(note, holder, now())) return false;
      await rebuild(note);
      return true;
    }
    let batches = 0;
    for await (const batch of ahead(pending(position))) {
      await search.apply(batch);
      if (batch.position.revision !== position.revision) {
        answers();
        arrive(batch.position);
        batches += 1;
      }
      if (isClosed) return false;
      if (batches === batchesPerStep) return true;
    }
    if (batches === 0) looks += 1;
    return false;
  }

  /** What is in the log after a position, in the order that it has to be applied in; only the last of a batch moves the position. */
  async function* pending(from: IndexPosition): AsyncGenerator<IndexBatch> {
    for (let at = from; ; ) {
      const changes = await store.changesAfter(at.revision, atOnce);
      const last = changes.at(-1);
      if (last === undefined) return;
      let held: IndexStep = { documents: [], deletions: [] };
      for await (const one of changeSteps(options, changes)) {
        if (held.documents.length + held.deletions.length > 0) yield { ...held, position: at };
        held = one;
      }
      at = { ...at, revision: last.revision };
      yield { ...held, position: at };
      if (changes.length < atOnce) return;
    }
  }

  /** The position when it is one in this log, of documents as they are made now. */
  async function fitting(held: IndexPosition | undefined): Promise<IndexPosition | undefined> {
    if (held?.store !== identity || held.shape !== shape) return undefined;
    return held.revision <= (await store.revision()) ? held : undefined;
  }

  async function rebuild(note: RebuildNote | undefined): Promise<void> {
    const asked = note !== undefined && isOpen(note, now()) ? note.id : undefined;
    const id = asked ?? `${holder} ${now().getTime()}`;
    const say = (state: RebuildNote['state'], done = 0, total = 0) =>
      noteRebuild(notes, { id, state, holder, done, total }, now());
    const isOurs = async () => (await readRebuildNote(notes))?.holder === holder;
    const began = performance.now();
    let said = began;
    await say('running');
    await delay(takeover);
    if (!(await isOurs())) return;
    // Somebody else may have built it since we looked.
    const built = asked === undefined ? await fitting(await search.position()) : undefined;
    if (built !== undefined) {
      await say('done');
      arrive(built);
      return;
    }
    report({
      event: 'search-rebuild-started',
      reason: position === undefined ? 'no index that fits' : 'asked for',
    });
    try {
      const fresh = await rebuildIndex(options, {
        search,
        store: identity,
        shape,
        async progress(done, total) {
          if (isClosed) throw new Error('The program is stopping.');
          rebuilding = { done, total };
          if (performance.now() - said < 500) return;
          if (!(await isOurs())) throw new Overtaken();
          said = performance.now();
          await say('running', done, total);
        },
      });
      const { done: records = 0, total = 0 } = rebuilding ?? {};
      arrive(fresh);
      const milliseconds = Math.round(performance.now() - began);
      report({ event: 'search-rebuilt', revision: fresh.revision, records, milliseconds });
      // Last: who reads that it is done finds everything done.
      await say('done', records, total);
    } catch (error) {
      if (error instanceof Overtaken) return;
      // What was asked for stays asked for when the engine is down; else the one who asked hears that it failed.
      const isLater = error instanceof SearchUnavailable || isClosed;
      if (await isOurs()) await say(isLater ? 'asked' : 'failed');
      throw error;
    } finally {
      rebuilding = undefined;
    }
  }

  function answers(): void {
    if (isDown) report({ event: 'search-back' });
    isDown = false;
    pause = shortestPause;
  }

  function arrive(at: IndexPosition | undefined): void {
    position = at;
    if (at !== undefined) isMissing = false;
    reached.resolve();
    reached = Promise.withResolvers();
  }

  async function rest(milliseconds: number, { evenWhenWoken = false } = {}): Promise<void> {
    const woken = bell.promise;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    await Promise.race([promise, closing.promise, ...(evenWhenWoken ? [] : [woken])]);
    clearTimeout(timer);
    bell = Promise.withResolvers();
  }

  async function lag(): Promise<FollowLag> {
    const newest = await store.revision();
    const at = position?.revision ?? 0;
    const [oldest] = position === undefined ? [] : await store.changesAfter(at, 1);
    const seconds = oldest === undefined ? 0 : (now().getTime() - Date.parse(oldest.at)) / 1000;
    const revisions = Math.max(0, newest - at);
    const waits = position === undefined || rebuilding !== undefined || seconds > 5;
    return {
      state: isDown ? 'unavailable' : isMissing ? 'building' : waits ? 'behind' : 'ready',
      revisions,
      seconds: Math.max(0, seconds),
      ...(rebuilding === undefined ? {} : { rebuilding }),
    };
  }

  async function progress(): Promise<BuildProgress | undefined> {
    if (rebuilding !== undefined) return rebuilding;
    const note = await readRebuildNote(notes);
    if (note?.state !== 'running' || note.total === 0) return undefined;
    return { done: note.done, total: note.total };
  }
}

import type { QualityKeeper } from './keep-quality.ts';

/** Catches up soon after each commit, one run at a time. */
export interface QualityFollower {
  wake(): void;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Commits that come close together are followed once. Milliseconds. */
const pause = 250;

/** Begins to follow, at once. @param report told what could not be done; it is tried again after the next commit. */
export function followQuality(
  keeper: Pick<QualityKeeper, 'catchUp'>,
  report: (error: unknown) => void,
): QualityFollower {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let closed = false;
  const wake = (): void => {
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      running = running.then(() => keeper.catchUp()).catch(report);
    }, pause);
    timer.unref();
  };
  wake();
  return {
    wake,
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

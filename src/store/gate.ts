import { CatalogError } from '../kernel/errors.ts';

/** Lets a few in at a time; the others queue in the order they came. */
export interface Gate {
  /** Runs the work when there is room. @throws CatalogError `busy` when the queue is full. */
  pass<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody is inside and nobody waits; at once when it is so already. */
  idle(): Promise<void>;
}

/** How many may queue, and for how many milliseconds each; without `patience` there is no end to it. */
interface Queue {
  readonly limit?: number;
  readonly patience?: number | undefined;
}

/**
 * A gate that lets `width` in at once. The queue is bounded, so that overload is answered and never piles up in memory.
 */
export function gate(width: number, { limit = 1000, patience }: Queue = {}): Gate {
  const waiting: (() => void)[] = [];
  let resting: (() => void)[] = [];
  let inside = 0;

  function leave(): void {
    const next = waiting.shift();
    if (next !== undefined) {
      next(); // the place is handed over, so that nobody slips in between
      return;
    }
    inside -= 1;
    if (inside === 0) {
      for (const wake of resting) wake();
      resting = [];
    }
  }

  function turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer =
        patience === undefined
          ? undefined
          : setTimeout(() => {
              waiting.splice(waiting.indexOf(enter), 1);
              reject(crowded());
            }, patience);
      waiting.push(enter);
    });
  }

  return {
    async pass(work) {
      if (inside < width) {
        inside += 1;
      } else {
        if (waiting.length >= limit) throw crowded();
        await turn();
      }
      try {
        return await work();
      } finally {
        leave();
      }
    },
    async idle() {
      while (inside > 0) await new Promise<void>((resolve) => resting.push(resolve));
    },
  };
}

function crowded(): CatalogError {
  return new CatalogError('busy', {
    sv: 'För mycket väntar på databasen. Försök igen om en stund.',
    en: 'Too much is waiting for the database. Try again shortly.',
  });
}

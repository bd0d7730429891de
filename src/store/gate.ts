import { CatalogError } from '../kernel/errors.ts';

/** Lets a few in at a time; the others queue in the order they came. */
export interface Gate {
  /** Runs the work when there is room. @throws CatalogError `busy` when the queue is full. */
  pass<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nobody is inside and nobody waits; at once when it is so already. */
  idle(): Promise<void>;
}

/**
 * A gate that lets `width` in at once. The queue is bounded, so that overload is answered and never piles up in memory.
 */
export function gate(width: number, queueLimit = 1000): Gate {
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

  return {
    async pass(work) {
      if (inside < width) {
        inside += 1;
      } else {
        if (waiting.length >= queueLimit) {
          throw new CatalogError('busy', {
            sv: 'För mycket väntar på databasen. Försök igen om en stund.',
            en: 'Too much is waiting for the database. Try again shortly.',
          });
        }
        await new Promise<void>((resolve) => waiting.push(resolve));
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

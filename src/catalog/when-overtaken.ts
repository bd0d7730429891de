import { CatalogError, type FailureCode } from '../kernel/errors.ts';

/** More writers than this at one record at the same time, and the last hears of the conflict. */
export const patience = 10;

/**
 * Does work that reads and then writes again from its reading, when another writer was quicker in between.
 * @param codes refusals that may be gone the next time
 * @throws what the work throws; after `attempts`, those refusals too.
 */
export async function whenOvertaken<T>(
  codes: readonly FailureCode[],
  attempts: number,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const isRace = error instanceof CatalogError && codes.includes(error.code);
      if (!isRace || attempt >= attempts) throw error;
    }
  }
}

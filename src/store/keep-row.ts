import type { CompiledQuery } from 'kysely';
import type { Run } from './database.ts';
import { failureOf } from './failure.ts';

/** Writes a row in place of the one with its key, or as a new one: neither database has the other's word for it. */
export async function keepRow(
  run: Run,
  update: CompiledQuery<unknown>,
  insert: CompiledQuery<unknown>,
): Promise<void> {
  if (((await run(update)).numAffectedRows ?? 0n) !== 0n) return;
  try {
    await run(insert);
  } catch (error) {
    if (failureOf(error) !== 'duplicate') throw error;
    // Another process was first.
    await run(update);
  }
}

import { openAnalyser } from '../src/language/open-analyser.ts';
import { openEmbeddedIndex } from '../src/search/embedded/open-embedded-index.ts';
import type { EngineQuery } from '../src/search/search-index.ts';

/** What a process that only searches has seen. Times are milliseconds. */
export interface SearchProcessReport {
  readonly start: number;
  /** By query, in the order given. */
  readonly finds: readonly number[];
  /** Bytes that the index took, everything that can be let go apart. */
  readonly memory: number;
}

/** Opens an index as after a start of the program, and asks it. */
async function answer(folder: string, queries: readonly EngineQuery[]): Promise<void> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const started = performance.now();
  const index = await openEmbeddedIndex({ folder, analyser: openAnalyser() });
  const start = performance.now() - started;
  const finds: number[] = [];
  for (const query of queries) {
    const asked = performance.now();
    await index.find(query);
    finds.push(performance.now() - asked);
  }
  globalThis.gc?.();
  const report: SearchProcessReport = {
    start,
    finds,
    memory: process.memoryUsage.rss() - before,
  };
  await index.close();
  process.send?.(report);
}

process.on('message', (message) => {
  const { folder, queries } = message as { folder: string; queries: readonly EngineQuery[] };
  void answer(folder, queries).finally(() => process.disconnect?.());
});

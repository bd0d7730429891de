/**
 * Loaded before every test. Programs that tests start read their modules from one cache, types stripped already: a third of each start.
 *
 * Properties are tried on the same values each time, so that a run says something about the change it is run for. Another seed is
 * another search: `FAST_CHECK_SEED=7 npm test`.
 */
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';

process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'datatorget-test-modules');
enableCompileCache(process.env.NODE_COMPILE_CACHE);

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261123) });

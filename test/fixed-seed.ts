/**
 * Properties are tried on the same values each time, so that a run says something about the change it is run for. Another seed is
 * another search: `FAST_CHECK_SEED=7 npm test`.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20261123) });

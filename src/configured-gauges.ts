import type { CatalogStore } from './catalog/catalog-store.ts';
import { createHealth, type Health } from './http/health.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import type { Follower } from './search/follow-changes.ts';

/** What whoever runs the program can ask of it: whether it takes calls, and how it is getting on. */

interface Asked {
  readonly catalog: CatalogStore;
  readonly follower: Pick<Follower, 'lag'>;
}

/** Without search everything else works, so it is told of and does not take the process out of rotation. */
export function configuredHealth({ catalog, follower }: Asked): Health {
  return createHealth([{ name: 'store', ping: () => catalog.ping() }], async () => ({
    search: (await follower.lag()).state,
  }));
}

/** The gauges beside those of every program of its kind. */
export function configuredMetrics({ catalog, follower }: Asked): Metrics {
  return createMetrics([
    {
      name: 'datatorget_change_log_revision',
      help: 'Newest revision of the change log.',
      read: () => catalog.revision(),
    },
    {
      name: 'datatorget_search_lag_revisions',
      help: 'Changes that search does not know of yet.',
      read: async () => (await follower.lag()).revisions,
    },
    {
      name: 'datatorget_search_lag_seconds',
      help: 'Age of the oldest change that search does not know of yet.',
      read: async () => (await follower.lag()).seconds,
    },
    {
      name: 'datatorget_search_available',
      help: '1 when the search engine answers, 0 when it does not.',
      read: async () => ((await follower.lag()).state === 'unavailable' ? 0 : 1),
    },
  ]);
}

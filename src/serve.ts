import { openConfiguredSearch } from './configured-engine.ts';
import { configuredHealth, configuredMetrics } from './configured-gauges.ts';
import { configuredIdentities } from './configured-identities.ts';
import { startJobs } from './configured-jobs.ts';
import { configuredApi, configuredRoutes } from './configured-routes.ts';
import { followStore } from './configured-search.ts';
import { configuredServices } from './configured-services.ts';
import { createApp } from './http/app.ts';
import type { Logger } from './http/log.ts';
import { removeLeftovers } from './http/remove-leftovers.ts';
import type { Route } from './http/route.ts';
import { componentSchemas } from './http/routes/record-schemas.ts';
import { type RunningServer, startServer } from './http/server.ts';
import { tellEvent } from './http/tell-event.ts';
import { tellRefusals } from './http/tell-refusals.ts';
import type { Application } from './main.ts';
import { loadPortal } from './portal/load-portal.ts';
import { followQuality } from './quality/follow-quality.ts';
import type { Follower } from './search/follow-changes.ts';
import type { Search } from './search/search.ts';
import { tellProgress } from './search/tell-progress.ts';
import { countUsage } from './usage/count-usage.ts';

/** The program while it serves. */
export interface RunningSite extends RunningServer {
  /** What keeps the index in step with the store. */
  readonly follower: Follower;
  /** What it answers, beside what every program of its kind does: `http/app.ts` adds those. */
  readonly routes: readonly Route[];
}

/**
 * Serves HTTP until it is drained. @throws when the port is taken.
 * @param opened search that somebody has begun to open already
 */
export async function serve(
  application: Application,
  logger: Logger,
  opened: Promise<Search> = openConfiguredSearch(application.config, application),
): Promise<RunningSite> {
  const { config, context, store, profile } = application;
  const leftovers = await removeLeftovers(new Date());
  if (leftovers > 0) logger.info('leftovers-removed', { count: leftovers });
  const engine = await opened;
  const follower = await followStore(application, engine, (event) => tellEvent(logger, event));
  application.whenChanged(follower.wake);
  const scores = followQuality(application.quality, (error) =>
    logger.fault('quality-not-kept', error),
  );
  application.whenChanged(scores.wake);
  const usage = countUsage({
    store: store.usage,
    now: context.now,
    report: (error) => logger.fault('usage-not-kept', error),
  });
  const search = tellProgress(engine, follower.progress);
  const services = await configuredServices(application, { search, usage, logger });
  const portal = await loadPortal(services);
  const routes = [...configuredRoutes(services), ...portal.routes];
  const gauged = { catalog: store.catalog, follower };
  const health = configuredHealth(gauged);
  const metrics = configuredMetrics(gauged);
  const app = createApp({
    base: config.base,
    api: configuredApi(config),
    routes,
    schemas: componentSchemas(profile),
    ...configuredIdentities(application),
    logger,
    tellRefusal: tellRefusals(store.audit, context.now),
    metrics,
    health,
    limits: {
      read: { burst: config.readsPerMinute, perSecond: config.readsPerMinute / 60 },
      write: { burst: config.writesPerMinute, perSecond: config.writesPerMinute / 60 },
    },
    pages: portal.pages,
    proxies: config.proxies,
  });
  const worker = startJobs(application, logger);
  const stopRest = async () => {
    await worker.stop();
    await follower.close();
    await scores.close();
    await usage.close();
    await search.close();
  };
  const server = await startServer({
    host: config.host,
    port: config.port,
    handle: app.callback(),
    onDrain: () => health.drain(),
  }).catch(async (error: unknown) => {
    await stopRest();
    throw error;
  });
  return {
    ...server,
    follower,
    routes,
    drain: async (options) => {
      await server.drain(options);
      metrics.close();
      await stopRest();
    },
  };
}

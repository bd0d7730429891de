import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Accounts } from './accounts/accounts.ts';
import { authenticate } from './accounts/authenticate.ts';
import { identifySession } from './accounts/identify-session.ts';
import { createJwtVerifier } from './accounts/jwt-verifier.ts';
import { oidcProvider } from './accounts/oidc/oidc-provider.ts';
import { announceCommits } from './catalog/announce-commits.ts';
import type { CatalogContext } from './catalog/catalog-context.ts';
import { findClaimedOrganization } from './catalog/find-claimed-organization.ts';
import type { PublishingContext } from './catalog/publishing-context.ts';
import type { Config } from './config.ts';
import { openConfiguredAccounts } from './configured-accounts.ts';
import { openConfiguredSearch } from './configured-engine.ts';
import { startWorker } from './configured-jobs.ts';
import { type ConfiguredMail, configuredMail } from './configured-mail.ts';
import { followStore, type IndexEvent } from './configured-search.ts';
import { openConfiguredStore } from './configured-store.ts';
import { createApp } from './http/app.ts';
import type { Identify } from './http/authenticate.ts';
import { colleaguesOf } from './http/colleagues-of.ts';
import { createDumpGate } from './http/dump-gate.ts';
import { createHealth } from './http/health.ts';
import type { Logger } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { organizationTitles } from './http/organization-titles.ts';
import { removeLeftovers } from './http/remove-leftovers.ts';
import type { Route } from './http/route.ts';
import { auditRoutes } from './http/routes/audit.ts';
import { catalogDocumentRoutes } from './http/routes/catalog-documents.ts';
import { documentRoutes } from './http/routes/documents.ts';
import { importRoutes } from './http/routes/imports.ts';
import { memberApiRoutes } from './http/routes/member-api.ts';
import { organizationApiRoutes } from './http/routes/organization-api.ts';
import { publishedProfileRoutes } from './http/routes/published-profile.ts';
import { qualityRoutes } from './http/routes/quality.ts';
import { recordAddressRoutes } from './http/routes/record-addresses.ts';
import { recordApiRoutes } from './http/routes/record-api.ts';
import { componentSchemas } from './http/routes/record-schemas.ts';
import { searchListRoutes } from './http/routes/search-lists.ts';
import { searchSuggestionRoutes } from './http/routes/search-suggestions.ts';
import { sitemapRoutes } from './http/routes/sitemap.ts';
import { startRoutes } from './http/routes/start.ts';
import { tokenApiRoutes } from './http/routes/token-api.ts';
import { userApiRoutes } from './http/routes/user-api.ts';
import { type RunningServer, startServer } from './http/server.ts';
import type { Services } from './http/services.ts';
import { tellRefusals } from './http/tell-refusals.ts';
import type { WorkEvent, Worker } from './jobs/work.ts';
import { monotonicIds } from './kernel/monotonic-ids.ts';
import { accountPeople } from './onboarding/account-people.ts';
import { closedOrganizations } from './onboarding/closed-organizations.ts';
import { manualSignature } from './onboarding/manual-signature.ts';
import { loadPortal } from './portal/load-portal.ts';
import { loadProfile } from './profile/load-profile.ts';
import type { Profile } from './profile/profile.ts';
import { followQuality } from './quality/follow-quality.ts';
import { type QualityKeeper, qualityKeeper } from './quality/keep-quality.ts';
import { type RdfWriters, rdfWriters } from './rdf/rdf-writers.ts';
import { openReader, type Reader } from './rdf/reader.ts';
import type { Follower } from './search/follow-changes.ts';
import type { Search } from './search/search.ts';
import { tellProgress } from './search/tell-progress.ts';
import type { Store } from './store/open-store.ts';
import { currentAnnouncements } from './support/current-announcements.ts';
import { countUsage } from './usage/count-usage.ts';
import { loadVocabularies } from './vocabularies/vocabularies.ts';

/** Composition by hand: which adapter stands behind each port is decided here and nowhere else. */

/** Everything but HTTP: what the commands and the server share. */
export interface Application {
  readonly config: Config;
  readonly store: Store;
  readonly profile: Profile;
  readonly writers: RdfWriters;
  readonly reader: Reader;
  readonly context: CatalogContext;
  readonly publishing: PublishingContext;
  readonly accounts: Accounts;
  /** Scores of what is published. */
  readonly quality: QualityKeeper;
  /** How letters leave. */
  readonly mail: ConfiguredMail;
  /** Whether nothing is kept: neither the store nor what is made of it. */
  readonly memory: boolean;
  /** Calls the listener after every commit of this process. */
  whenCommitted(listener: () => void): void;
  close(): Promise<void>;
}

/** The program while it serves. */
export interface RunningSite extends RunningServer {
  /** What keeps the index in step with the store. */
  readonly follower: Follower;
  /** What it answers, beside what every program of its kind does: `http/app.ts` adds those. */
  readonly routes: readonly Route[];
}

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The program's own version, from its manifest. */
export const version: string = (
  JSON.parse(readFileSync(folder('package.json'), 'utf8')) as { readonly version: string }
).version;

/** What needs no store: the profile, and RDF in and out. */
export function openProfile(base: string): Pick<Application, 'profile' | 'reader' | 'writers'> {
  const schemas = folder('schemas/dcat-ap-se');
  const profile = loadProfile(schemas, loadVocabularies(folder('vocabularies')));
  const contextUrl = `${base}/context.jsonld`;
  return {
    profile,
    writers: rdfWriters(profile.plan, profile.vocabularies, { contextUrl }),
    reader: openReader({
      schemas,
      vocabularies: folder('vocabularies'),
      contexts: { [contextUrl]: profile.context },
    }),
  };
}

/**
 * Opens the store and everything around it.
 * @throws Error when the database cannot be reached, or is newer than this program.
 */
export async function openApplication(
  config: Config,
  { memory = false }: { readonly memory?: boolean } = {},
): Promise<Application> {
  const parts = openProfile(config.base);
  const listeners: (() => void)[] = [];
  const store = tellingStore(await openConfiguredStore(config, { memory }), () => {
    for (const listener of listeners) listener();
  });
  const mail = configuredMail(config, { memory });
  const context: CatalogContext = {
    store: store.catalog,
    profile: parts.profile,
    base: config.base,
    now: () => new Date(),
    newId: monotonicIds(randomUUIDv7),
  };
  const accounts = await openConfiguredAccounts(config, store);
  return {
    ...parts,
    config,
    store,
    context,
    publishing: {
      ...context,
      publishing: store.publishing,
      colleagues: colleaguesOf(store.accounts),
    },
    accounts,
    mail,
    memory,
    quality: qualityKeeper({
      catalog: store.catalog,
      store: store.quality,
      position: store.meta,
      profile: parts.profile,
      base: config.base,
      now: context.now,
      askSoon: () =>
        store.catalog.transact((tx) =>
          tx.enqueue({ kind: 'ask-links', payload: {}, key: 'ask-links' }),
        ),
    }),
    whenCommitted: (listener) => {
      listeners.push(listener);
    },
    close: async () => {
      await parts.reader.close();
      await mail.close();
      await store.close();
    },
  };
}

/** The store, telling of what may have left changes to follow or letters to send. */
function tellingStore(store: Store, committed: () => void): Store {
  return {
    ...store,
    catalog: announceCommits(store.catalog, committed),
    publishing: announceCommits(store.publishing, committed),
    editing: announceCommits(store.editing, committed),
    accounts: announceCommits(store.accounts, committed),
    onboarding: announceCommits(store.onboarding, committed),
    tickets: announceCommits(store.tickets, committed),
  };
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
  const { config, context, reader, store, writers, profile } = application;
  const leftovers = await removeLeftovers(new Date());
  if (leftovers > 0) logger.info('leftovers-removed', { count: leftovers });
  const engine = await opened;
  const follower = await followStore(application, engine, (event) => tell(logger, event));
  application.whenCommitted(follower.wake);
  const scores = followQuality(application.quality, (error) =>
    logger.fault('quality-not-kept', error),
  );
  application.whenCommitted(scores.wake);
  const usage = countUsage({
    store: store.usage,
    now: context.now,
    report: (error) => logger.fault('usage-not-kept', error),
  });
  const search = tellProgress(engine, follower.progress);
  const about = { title: config.title, contact: config.contact };
  const announcements = currentAnnouncements(store.site, {
    now: context.now,
    faulted: (error) => logger.fault('announcements-not-read', error),
  });
  await announcements.refresh();
  const closed = closedOrganizations(store.onboarding);
  const bearer = identifyBearer(application);
  const services: Services = {
    onboarding: {
      store: store.onboarding,
      catalog: context,
      site: about,
      signatures: manualSignature,
      people: accountPeople(application.accounts, store.tokens),
    },
    support: { tickets: store.tickets, site: store.site, catalog: context, about },
    announcements,
    dismissals: store.dismissals,
    audit: store.audit,
    context,
    editing: store.editing,
    publishing: application.publishing,
    operation: { jobs: store.jobs, letters: application.mail.folder, notes: store.meta },
    writers,
    reader,
    search,
    accounts: application.accounts,
    providers: config.oidc.map((settings) => oidcProvider(settings, context.now)),
    quality: { keeper: application.quality, store: store.quality },
    usage: { counter: usage, store: store.usage },
    organizationTitles: organizationTitles(store.catalog),
    dumps: createDumpGate(config.dumps),
    bodyLimit: config.bodyLimit,
    importLimit: config.importLimit,
    site: {
      ...about,
      tiles: config.tiles,
      telephone: config.telephone,
      openingHours: config.openingHours,
    },
  };
  const portal = await loadPortal(services);
  // Without search everything else works, so it is told of and does not take the process out of rotation.
  const health = createHealth([{ name: 'store', ping: () => store.catalog.ping() }], async () => ({
    search: (await follower.lag()).state,
  }));
  const metrics = createMetrics([
    {
      name: 'datatorget_change_log_revision',
      help: 'Newest revision of the change log.',
      read: () => store.catalog.revision(),
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
  const routes = [
    ...startRoutes(services),
    ...searchListRoutes(services),
    ...searchSuggestionRoutes(services),
    ...sitemapRoutes(services),
    ...qualityRoutes(services),
    ...recordAddressRoutes(services),
    ...catalogDocumentRoutes(services),
    ...recordApiRoutes(services),
    ...organizationApiRoutes(services),
    ...importRoutes(services),
    ...auditRoutes(services),
    ...documentRoutes(services),
    ...memberApiRoutes(services),
    ...tokenApiRoutes(services),
    ...userApiRoutes(services),
    ...publishedProfileRoutes(services),
    ...portal.routes,
  ];
  const app = createApp({
    base: config.base,
    api: {
      name: config.title,
      version: '1.0.0',
      released: '2026-11-23',
      status: 'active',
      description: {
        sv: 'Katalog över öppna data enligt DCAT-AP-SE 3.0.1. Begränsningar: högst 1000 poster per sida, och antalet anrop per minut begränsas.',
        en: 'Open-data catalogue by DCAT-AP-SE 3.0.1. Limits: at most 1000 items a page, and calls per minute are limited.',
      },
      contact: { name: config.title, url: `${config.base}/`, email: config.contact },
      license: { name: 'CC0-1.0', url: 'http://creativecommons.org/publicdomain/zero/1.0/' },
      termsOfService: `${config.base}/`,
    },
    routes,
    schemas: componentSchemas(profile),
    identify: async (secret) => {
      const actor = await bearer(secret);
      return actor && (await closed.narrowed(actor));
    },
    identifySession: async (secret, from) => {
      const found = await identifySession(application.accounts, secret, from);
      return found && { ...found, actor: await closed.narrowed(found.actor) };
    },
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

/** Begins to do the jobs that wait; those that this process asks for are looked for at once. */
export function startJobs(application: Application, logger: Logger): Worker {
  const worker = startWorker(application, (event) => tell(logger, event));
  application.whenCommitted(worker.wake);
  return worker;
}

/** What the follower and the worker have to say, in the log. */
function tell(logger: Logger, { event, ...fields }: IndexEvent | WorkEvent): void {
  if ('error' in fields) {
    const { error, ...rest } = fields;
    logger.fault(event, error, rest);
  } else logger.info(event, fields);
}

/** Whose bearer token it is: one made here, or one of the outside issuer that is set. */
function identifyBearer({ config, context, store }: Application): Identify {
  const outside =
    config.jwt === undefined
      ? undefined
      : createJwtVerifier(config.jwt, {
          findOrganization: (claimed) => findClaimedOrganization(store.catalog, claimed),
          now: context.now,
        });
  return async (token) =>
    (await authenticate(store.tokens, token, context.now())) ?? (await outside?.(token));
}

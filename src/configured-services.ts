import { oidcProvider } from './accounts/oidc/oidc-provider.ts';
import { createDumpGate } from './http/dump-gate.ts';
import type { Logger } from './http/log.ts';
import { organizationTitles } from './http/organization-titles.ts';
import type { Services } from './http/services.ts';
import type { Application } from './main.ts';
import { accountPeople } from './onboarding/account-people.ts';
import { manualSignature } from './onboarding/manual-signature.ts';
import type { Search } from './search/search.ts';
import { currentAnnouncements } from './support/current-announcements.ts';
import type { UsageCounter } from './usage/count-usage.ts';

/** What routes are handed: the parts of the application, and what only a process that serves has. */
export async function configuredServices(
  application: Application,
  {
    search,
    usage,
    logger,
  }: { readonly search: Search; readonly usage: UsageCounter; readonly logger: Logger },
): Promise<Services> {
  const { config, context, reader, store, writers } = application;
  const about = { title: config.title, contact: config.contact };
  const announcements = currentAnnouncements(store.site, {
    now: context.now,
    faulted: (error) => logger.fault('announcements-not-read', error),
  });
  await announcements.refresh();
  return {
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
    ownRecords: store.ownRecords,
    publishing: application.publishing,
    distributions: application.distributions,
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
}

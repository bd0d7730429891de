import type { Accounts } from '../accounts/accounts.ts';
import type { OidcProvider } from '../accounts/oidc/oidc-provider.ts';
import type { AuditStore } from '../audit/audit-store.ts';
import type { CatalogContext } from '../catalog/catalog-context.ts';
import type { OwnRecordStore } from '../catalog/own-record-store.ts';
import type { PublishingContext } from '../catalog/publishing-context.ts';
import type { EditingStore } from '../catalog/working-copy.ts';
import type { DistributionContext } from '../distributions/distribution-context.ts';
import type { JobStore } from '../jobs/job-store.ts';
import type { LetterFolder } from '../mail/letter-folder.ts';
import type { OnboardingContext } from '../onboarding/onboarding-context.ts';
import type { QualityKeeper } from '../quality/keep-quality.ts';
import type { QualityStore } from '../quality/quality-store.ts';
import type { RdfWriters } from '../rdf/rdf-writers.ts';
import type { Reader } from '../rdf/reader.ts';
import type { Notes } from '../search/rebuild-request.ts';
import type { Search } from '../search/search.ts';
import type { CurrentAnnouncements } from '../support/current-announcements.ts';
import type { DismissalStore } from '../support/dismissal-store.ts';
import type { SupportContext } from '../support/support-context.ts';
import type { UsageCounter } from '../usage/count-usage.ts';
import type { UsageStore } from '../usage/usage-store.ts';
import type { DumpGate } from './dump-gate.ts';
import type { OrganizationTitles } from './organization-titles.ts';
import type { Site } from './pages.ts';

/** What routes are handed by `configured-services.ts`. */
export interface Services {
  readonly context: CatalogContext;
  readonly accounts: Accounts;
  /** Of OpenID Connect, to sign in with. */
  readonly providers: readonly OidcProvider[];
  readonly editing: EditingStore;
  /** An organisation's records in short rows. */
  readonly ownRecords: OwnRecordStore;
  /** What publishing takes beside the catalogue. */
  readonly publishing: PublishingContext;
  /** Files that are kept here, and what they hold. */
  readonly distributions: DistributionContext;
  readonly audit: AuditStore;
  readonly onboarding: OnboardingContext;
  readonly support: SupportContext;
  readonly announcements: CurrentAnnouncements;
  /** Which of them people have put away. */
  readonly dismissals: DismissalStore;
  /** How good descriptions are. */
  readonly quality: { readonly keeper: QualityKeeper; readonly store: QualityStore };
  /** How often records are looked at and fetched. */
  readonly usage: { readonly counter: UsageCounter; readonly store: UsageStore };
  /** What the operator's pages show and do beside the rest. */
  readonly operation: {
    readonly jobs: JobStore;
    /** Undefined when letters are really sent. */
    readonly letters: LetterFolder | undefined;
    readonly notes: Notes;
  };
  readonly writers: RdfWriters;
  readonly reader: Reader;
  readonly search: Search;
  /** What organisations are called, by their names in addresses. */
  readonly organizationTitles: OrganizationTitles;
  /** Lets only so many whole catalogues be sent at once. */
  readonly dumps: DumpGate;
  /** Bytes of a record, and of an imported document. */
  readonly bodyLimit: number;
  readonly importLimit: number;
  /** What the site as a whole is called, and where its readers write to. */
  readonly site: Omit<Site, 'base'>;
}

import type { AuditTrail } from '../audit/audit-event.ts';
import type { Outbox } from '../jobs/job-request.ts';
import type { Onboarding } from './onboarding.ts';
import type { OnboardingState } from './onboarding-steps.ts';

/** The port to where onboardings live. `test/contract/onboarding-store.ts` says what every adapter owes. */

/** What a link is for: the customer's page, which lasts, or one signature, which is used once. */
export type LinkPurpose = 'customer' | 'signer';

export interface OnboardingReader {
  find(id: string): Promise<Onboarding | undefined>;
  /** Whose link it is, by the SHA-256 of its secret. */
  findByLink(
    hash: string,
  ): Promise<{ readonly onboarding: Onboarding; readonly purpose: LinkPurpose } | undefined>;
  /** The one that the organisation (its id) came in by. */
  findByOrganization(organization: string): Promise<Onboarding | undefined>;
  /** Those of the states, the newest first; `before` is the last id of the page before. */
  list(query: {
    readonly states: readonly OnboardingState[];
    readonly before?: string | undefined;
    readonly limit: number;
  }): Promise<readonly Onboarding[]>;
  /** How many there are in each state that has any. */
  count(): Promise<ReadonlyMap<OnboardingState, number>>;
  /** How many came from the same place, or gave the same address of mail, since then. */
  countSince(by: { readonly sender: Sender; readonly since: string }): Promise<SenderCount>;
  /** Ids of organisations that are paused or ended. */
  closedOrganizations(): Promise<readonly string[]>;
}

/** Where something public came from, as keys that tell nobody who it was: SHA-256, lower-case hex. */
export interface Sender {
  readonly place: string;
  readonly email: string;
}

export interface SenderCount {
  readonly place: number;
  readonly email: number;
}

export interface OnboardingTransaction extends OnboardingReader, AuditTrail, Outbox {
  /** Keeps a new one. */
  add(onboarding: Onboarding, sender: Sender): Promise<void>;
  /** Keeps the next version. @throws CatalogError `version-conflict` when the stored one is not the one before. */
  replace(onboarding: Onboarding): Promise<void>;
  /** Takes it away with its links, when it is still at that version. */
  remove(onboarding: Pick<Onboarding, 'id' | 'version'>): Promise<void>;
  addLink(link: {
    readonly hash: string;
    readonly onboarding: string;
    readonly purpose: LinkPurpose;
    readonly created: string;
  }): Promise<void>;
  /** Ends all links of that purpose. */
  dropLinks(onboarding: string, purpose: LinkPurpose): Promise<void>;
}

export interface OnboardingStore extends OnboardingReader {
  /** As `CatalogStore.transact`: all or nothing, and only `tx` inside. */
  transact<T>(work: (tx: OnboardingTransaction) => Promise<T>): Promise<T>;
}

import type { OnboardingState } from '../onboarding/onboarding-steps.ts';
import type { LinkPurpose } from '../onboarding/onboarding-store.ts';

/** Organisations on their way in, and the links by which their people come to their pages. */
export interface OnboardingTables {
  readonly onboarding: OnboardingTable;
  readonly onboarding_link: OnboardingLinkTable;
}

interface OnboardingTable {
  readonly id: string;
  readonly state: OnboardingState;
  readonly organization_id: string | null;
  /** Where the first form came from, and which address of mail it gave: SHA-256, hex. */
  readonly place_key: string;
  readonly email_key: string;
  readonly version: number;
  readonly created: string;
  /** JSON text. */
  readonly content: string;
}

interface OnboardingLinkTable {
  /** SHA-256 of the secret, hex. */
  readonly hash: string;
  readonly onboarding_id: string;
  readonly purpose: LinkPurpose;
  readonly created: string;
}

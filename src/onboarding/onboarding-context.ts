import type { CatalogContext } from '../catalog/catalog-context.ts';
import type { Resource } from '../catalog/resource.ts';
import type { Actor } from '../kernel/actor.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import type { EndedMember } from './onboarding.ts';
import type { OnboardingStore } from './onboarding-store.ts';
import type { SignatureService } from './signature-service.ts';

/** What the use cases of onboarding are handed. */
export interface OnboardingContext {
  readonly store: OnboardingStore;
  /** Where the organisation is made, with the base of all addresses, time and ids. */
  readonly catalog: CatalogContext;
  readonly site: { readonly title: string; readonly contact: string };
  readonly signatures: SignatureService;
  readonly people: OrganizationPeople;
}

/** What onboarding asks of accounts. */
export interface OrganizationPeople {
  /** Sends the invitation to be the organisation's administrator. Inviting the same address again is harmless. */
  invite(request: {
    readonly actor: Actor;
    readonly organization: Resource;
    readonly email: string;
    readonly language: UserLanguage;
  }): Promise<void>;
  /** Who belong to the organisation (its id). */
  members(organization: string): Promise<readonly EndedMember[]>;
  /** Ends all memberships, invitations and tokens of the organisation (its id). */
  release(request: { readonly actor: Actor; readonly organization: Resource }): Promise<void>;
}

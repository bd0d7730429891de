import type { UserLanguage } from '../kernel/issue.ts';
import type { OnboardingState, Party, Step } from './onboarding-steps.ts';

/**
 * An organisation on its way in, from the first interest until it is active, and what becomes of it later. One record, of which nothing is
 * taken away: an order that was sent back stays among the earlier ones.
 */
export interface Onboarding {
  /** UUIDv7. */
  readonly id: string;
  /** Counts from 1; every save is one more. */
  readonly version: number;
  readonly state: OnboardingState;
  /** Of letters to the customer. */
  readonly language: UserLanguage;
  /** ISO 8601, UTC. */
  readonly created: string;
  readonly changed: string;
  /** Id of the organisation, once it is made. */
  readonly organization: string | null;
  readonly interest: Interest;
  /** What the operator went by when the customer agreement was checked: a number or a link. */
  readonly agreement: string | null;
  readonly order: Order | null;
  readonly signature: Signature | null;
  /** Orders that were sent back or changed, the oldest first, with their signatures. */
  readonly earlier: readonly { readonly order: Order; readonly signature: Signature | null }[];
  /** Everything that happened and was said, the oldest first. */
  readonly history: readonly HistoryEntry[];
  /** Who were members when it ended: names and roles, for the export. */
  readonly members?: readonly EndedMember[];
}

/** What somebody writes in the public form. */
export interface Interest {
  readonly organizationName: string;
  /** Ten digits with a hyphen before the last four. */
  readonly organizationNumber: string;
  /** IRI of the kind of publisher. */
  readonly publisherType: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly telephone: string;
  readonly message: string;
}

/** The order, with the document that is signed as it was shown. */
export interface Order {
  readonly organizationName: string;
  readonly organizationNumber: string;
  readonly publisherType: string;
  readonly postalAddress: string;
  readonly invoiceReference: string;
  /** The responsible person, who may sign for the organisation. */
  readonly signer: { readonly name: string; readonly title: string; readonly email: string };
  /** Who is invited as the organisation's first administrator. */
  readonly administrator: { readonly name: string; readonly email: string };
  readonly placed: string;
  readonly document: SignedDocument;
}

/** The exact text that is signed. */
export interface SignedDocument {
  readonly language: UserLanguage;
  readonly text: string;
  /** SHA-256 of the text in UTF-8, lower-case hex. */
  readonly sha256: string;
}

/** Who signed what, when and how. */
export interface Signature {
  /** Which service it was made with: `manual`. */
  readonly method: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly sha256: string;
  /** What the service kept as evidence: of `manual` the name as it was typed. */
  readonly evidence: string;
}

export type HistoryEntry =
  | {
      readonly kind: 'step';
      readonly at: string;
      readonly step: Step | 'interest';
      readonly by: Party;
      readonly author: string;
      /** Why, in the words of whoever did it; `''` when nothing was said. */
      readonly reason: string;
    }
  | {
      readonly kind: 'message' | 'note';
      readonly at: string;
      readonly by: Party;
      readonly author: string;
      readonly text: string;
    };

export interface EndedMember {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly since: string;
}

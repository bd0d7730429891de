import type { Localized } from '../kernel/issue.ts';
import type { Onboarding, Order, Signature } from './onboarding.ts';

/**
 * How the responsible person signs. The port to services for signatures (Freja, Scrive, a region's own); the one inside the program is
 * `manualSignature`. A service decides what is evidence; the step itself records who, when and which document.
 */
export interface SignatureService {
  /** Its name, kept with every signature: `manual`. */
  readonly method: string;
  /** Judges what the signer sent back. */
  complete(request: {
    readonly order: Order;
    /** Fields of the form on the signer's page. */
    readonly fields: ReadonlyMap<string, string>;
    /** ISO 8601, UTC. */
    readonly at: string;
  }): Promise<SignatureJudgement>;
}

export type SignatureJudgement =
  | { readonly ok: true; readonly signature: Signature }
  | { readonly ok: false; readonly faults: readonly { field: string; message: Localized }[] };

/** An onboarding whose order waits for its signer. */
export type Signable = Onboarding & { readonly order: Order };

import type { Actor } from '../kernel/actor.ts';
import type { Doer } from './change-onboarding.ts';

/** What somebody does to a matter, with what was written in its form. */
interface Act {
  readonly id: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** Of the operator. */
export interface OperatorAct extends Act {
  readonly actor: Actor;
}

/** Of the customer or the signer, who come by a link. */
export interface PartyAct extends Act {
  readonly doer: Doer;
}

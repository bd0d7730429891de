import { CatalogError } from '../kernel/errors.ts';

/**
 * The way of an organisation into the service and out of it, as data: which step leads from where to where, and whose it is.
 * interest → agreed → ordered → signed → confirmed → active; on the way it can be refused, later paused and ended.
 */
export type OnboardingState =
  | 'interest'
  | 'agreed'
  | 'ordered'
  | 'signed'
  | 'confirmed'
  | 'active'
  | 'paused'
  | 'refused'
  | 'ended';

/** Whose step it is: the customer by the secret link, the signer by the link to be used once, the operator by signing in. */
export type Party = 'customer' | 'signer' | 'operator';

interface StepRule {
  readonly from: readonly OnboardingState[];
  readonly to: OnboardingState;
  readonly by: Party;
}

export const steps = {
  /** The customer agreement has been checked: it is there, and covers this. */
  agree: { from: ['interest'], to: 'agreed', by: 'operator' },
  refuse: { from: ['interest', 'agreed', 'ordered', 'signed'], to: 'refused', by: 'operator' },
  /** A refusal or a withdrawal was a mistake, or things have changed. */
  reconsider: { from: ['refused'], to: 'interest', by: 'operator' },
  /** The customer does not want to any more. */
  withdraw: { from: ['interest', 'agreed', 'ordered'], to: 'refused', by: 'customer' },
  /** Placed, or changed before it is signed. */
  order: { from: ['agreed', 'ordered'], to: 'ordered', by: 'customer' },
  sign: { from: ['ordered'], to: 'signed', by: 'signer' },
  /** The signer does not sign: the customer can change the order. */
  decline: { from: ['ordered'], to: 'agreed', by: 'signer' },
  /** The operator wants something corrected. */
  'send-back': { from: ['ordered', 'signed'], to: 'agreed', by: 'operator' },
  confirm: { from: ['signed'], to: 'confirmed', by: 'operator' },
  /** The organisation is made and its administrator is invited. */
  activate: { from: ['confirmed'], to: 'active', by: 'operator' },
  pause: { from: ['active'], to: 'paused', by: 'operator' },
  resume: { from: ['paused'], to: 'active', by: 'operator' },
  /** Everything is archived; nothing is deleted. */
  end: { from: ['active', 'paused'], to: 'ended', by: 'operator' },
} as const satisfies Readonly<Record<string, StepRule>>;

export type Step = keyof typeof steps;

/** Every state in the order in which a customer meets them. */
export const onboardingStates: readonly OnboardingState[] = [
  'interest',
  'agreed',
  'ordered',
  'signed',
  'confirmed',
  'active',
  'paused',
  'refused',
  'ended',
];

/** Where the step leads from the state; undefined when it cannot be taken there. */
export function stateAfter(state: OnboardingState, step: Step): OnboardingState | undefined {
  const { from, to }: StepRule = steps[step];
  return from.includes(state) ? to : undefined;
}

/** The steps that the party can take now, in the order of the table. */
export function stepsOf(party: Party, state: OnboardingState): readonly Step[] {
  const all = Object.keys(steps) as Step[];
  return all.filter((step) => steps[step].by === party && stateAfter(state, step) !== undefined);
}

/** Where the step leads. @throws CatalogError `state-conflict` when it cannot be taken from there. */
export function demandStep(state: OnboardingState, step: Step): OnboardingState {
  const next = stateAfter(state, step);
  if (next !== undefined) return next;
  throw new CatalogError('state-conflict', {
    sv: 'Ärendet har redan gått vidare, så det här går inte att göra nu. Ladda om sidan och se var det står.',
    en: 'The matter has moved on, so this cannot be done now. Reload the page and see where it stands.',
  });
}

import type { Action } from '../../catalog/policy.ts';
import type { IconName } from '../icons.ts';

/** The pages that stand in the rails, in their order. A page that is made below one of them names that one as its place. */

export interface RailRow {
  readonly icon: IconName;
  /** What follows the rail's own address; empty for its first page. */
  readonly path: string;
  /** Who has no right to it does not see it. */
  readonly action?: Action;
}

/** Of an organisation, below `/workspace/{organization}`. */
export const organizationRail = {
  overview: { path: '', icon: 'chart' },
  datasets: { path: '/datasets', icon: 'layers' },
  members: { path: '/members', icon: 'person', action: 'manage-members' },
  profile: { path: '/profile', icon: 'building', action: 'edit-organization' },
  tokens: { path: '/tokens', icon: 'plug', action: 'manage-tokens' },
  tickets: { path: '/support', icon: 'note', action: 'edit' },
  log: { path: '/log', icon: 'clock', action: 'read-audit' },
} as const satisfies Record<string, RailRow>;

/** Of the operator, below `/operator`. */
export const operatorRail = {
  overview: { path: '', icon: 'chart' },
  organizations: { path: '/organizations', icon: 'building' },
  onboarding: { path: '/onboarding', icon: 'plug' },
  tickets: { path: '/support', icon: 'note' },
  users: { path: '/users', icon: 'person' },
  jobs: { path: '/jobs', icon: 'clock' },
  mail: { path: '/mail', icon: 'feed' },
  search: { path: '/search', icon: 'search' },
  texts: { path: '/texts', icon: 'file' },
  announcements: { path: '/announcements', icon: 'warning' },
  log: { path: '/log', icon: 'table' },
} as const satisfies Record<string, RailRow>;

/** Of one's own account, below `/account`. */
export const accountRail = {
  profile: { path: '', icon: 'person' },
  security: { path: '/security', icon: 'lock' },
  organizations: { path: '/organizations', icon: 'building' },
} as const satisfies Record<string, RailRow>;

export type OrganizationPlace = keyof typeof organizationRail;
export type OperatorPlace = keyof typeof operatorRail;
export type AccountPlace = keyof typeof accountRail;

/** Where in a rail a page stands. `Workspace.rail` makes an organisation's. */
export type RailPlace =
  | {
      readonly of: 'organization';
      readonly name: string;
      /** What the organisation is called. */
      readonly title: string;
      /** The pages that the person may see. */
      readonly places: readonly OrganizationPlace[];
      readonly at: OrganizationPlace;
    }
  | { readonly of: 'operator'; readonly at: OperatorPlace }
  | { readonly of: 'account'; readonly at: AccountPlace };

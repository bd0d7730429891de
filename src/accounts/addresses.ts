import type { Accounts } from './accounts.ts';

/** The pages that letters lead to. They are made of the configured base, never of what a request says its host is. */

/** Where an account is confirmed. */
export function confirmAddress({ base }: Pick<Accounts, 'base'>, secret: string): string {
  return `${base}/register/${secret}`;
}

/** Where a new password is chosen. */
export function resetAddress({ base }: Pick<Accounts, 'base'>, secret: string): string {
  return `${base}/reset/${secret}`;
}

/** Where an invitation is accepted. */
export function invitationAddress({ base }: Pick<Accounts, 'base'>, secret: string): string {
  return `${base}/invitations/${secret}`;
}

/** Where a new address of mail is confirmed. */
export function emailAddress({ base }: Pick<Accounts, 'base'>, secret: string): string {
  return `${base}/account/email/${secret}`;
}

/** Where somebody signs in, and asks for a new password. */
export function signInAddress({ base }: Pick<Accounts, 'base'>): string {
  return `${base}/sign-in`;
}

/** Where a person sees their own account. */
export function accountAddress({ base }: Pick<Accounts, 'base'>): string {
  return `${base}/account`;
}

/** Where the members of an organisation, by its name, are shown and requests are answered. */
export function membersAddress({ base }: Pick<Accounts, 'base'>, organization: string): string {
  return `${base}/workspace/${organization}/members`;
}

/** The workspace of an organisation, by its name. */
export function workspaceAddress({ base }: Pick<Accounts, 'base'>, organization: string): string {
  return `${base}/workspace/${organization}`;
}

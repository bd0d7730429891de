import { demand } from '../catalog/policy.ts';
import { titleOf } from '../catalog/title-of.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Localized } from '../kernel/issue.ts';
import { refusing } from '../kernel/refused.ts';
import type { Accounts } from './accounts.ts';

/** An organisation as far as people's membership in it needs. */
export interface Employer {
  readonly id: string;
  /** In addresses. */
  readonly name: string;
  readonly title: Localized;
}

/** The organisation of that id. Never inside a transaction. @throws CatalogError `not-found` when there is none, or it has left. */
export async function organizationOf(
  { organizations }: Pick<Accounts, 'organizations'>,
  id: string,
): Promise<Employer> {
  const found = await organizations.findById(id);
  if (found?.kind !== 'organization' || found.state === 'withdrawn') throw noOrganization();
  const { name, content } = found;
  const title = { sv: titleOf(content, 'sv') ?? name, en: titleOf(content, 'en') ?? name };
  return { id, name, title };
}

/**
 * Lets those go on who may decide who belongs to the organisation. To others it is as if it were not there.
 * @throws CatalogError `not-found`, `not-permitted`, `not-authenticated`.
 */
export function demandManaging(actor: Actor, organization: string): void {
  const isInside =
    actor.kind !== 'anonymous' &&
    actor.grants.some((grant) => grant.role === 'operator' || grant.organization === organization);
  if (actor.kind !== 'anonymous' && !isInside)
    throw refusing(noOrganization(), { organization, action: 'manage-members' });
  demand(actor, 'manage-members', organization);
}

function noOrganization(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Det finns ingen sådan organisation här.',
    en: 'There is no such organisation here.',
  });
}

import type { SignedIn } from '../../accounts/signed-in.ts';
import { type Action, demand, may } from '../../catalog/policy.ts';
import type { Resource } from '../../catalog/resource.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import type { Services } from '../../http/services.ts';
import { signedInPerson } from '../../http/session.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { refusing } from '../../kernel/refused.ts';
import { type OrganizationPlace, organizationRail, type RailPlace, type RailRow } from './rails.ts';

/** An organisation's workspace as one of its people sees it. */
export interface Workspace {
  readonly signedIn: SignedIn;
  readonly organization: Resource;
  /** What the organisation is called, in the page's language. */
  readonly title: string;
  /** `/workspace/umea`: what its pages' addresses begin with. */
  readonly address: string;
  readonly language: UserLanguage;
  /** Whether the person may do it in this organisation. */
  may(action: Action): boolean;
  /** For `Framed.rail`: with the pages that the person may see. */
  rail(at: OrganizationPlace): RailPlace;
}

/**
 * The workspace that the address names with `{organization}`, for a route with `access: 'person'`. To whoever is no member it
 * is as if there were no such organisation; a member without the right is told so.
 * @throws HttpProblem `not-found`. @throws CatalogError `not-permitted`.
 */
export async function openWorkspace(
  ctx: Context,
  { context }: Pick<Services, 'context'>,
  action: Action = 'see-drafts',
): Promise<Workspace> {
  const signedIn = signedInPerson(ctx);
  const { actor } = signedIn;
  const name = ctx.params.organization ?? '';
  const organization = await context.store.find('organization', name);
  if (organization === undefined) throw notFound();
  if (!may(actor, 'see-drafts', organization.id))
    throw refusing(notFound(), { organization: organization.id, action });
  demand(actor, action, organization.id);
  const language = pageLanguage(ctx);
  const title = titleOf(organization.content as Resource['content'], language) ?? name;
  const mayHere = (wanted: Action): boolean => may(actor, wanted, organization.id);
  return {
    signedIn,
    organization,
    title,
    address: `/workspace/${name}`,
    language,
    may: mayHere,
    rail: (at) => ({ of: 'organization', name, title, places: placesFor(mayHere), at }),
  };
}

function placesFor(mayHere: (action: Action) => boolean): readonly OrganizationPlace[] {
  const places = Object.entries<RailRow>(organizationRail);
  return places.flatMap(([place, { action }]) =>
    action === undefined || mayHere(action) ? [place as OrganizationPlace] : [],
  );
}

import type { Action } from '../../catalog/policy.ts';
import { collections, type Kind } from '../../catalog/resource.ts';
import {
  type AskedRecord,
  type PublishedKind,
  type Review,
  reviewPublication,
} from '../../catalog/review-publication.ts';
import { titleOf } from '../../catalog/title-of.ts';
import type { Context } from '../../http/context.ts';
import type { Parameter } from '../../http/route.ts';
import { nameParameter } from '../../http/routes/record-parameters.ts';
import type { Services } from '../../http/services.ts';
import { wordsIn } from '../words/words.ts';
import { notOwn } from '../workspace/not-own.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';

/** A record in its organisation's workspace, looked at before something is published. */
export interface Publication extends Workspace {
  readonly asked: AskedRecord;
  readonly review: Review;
  /** What it would be called. */
  readonly name: string;
  /** `/workspace/umea/datasets/trees`: what the record's own pages begin with. */
  readonly path: string;
  /** Where readers find it. */
  readonly page: string;
}

/** The kinds of records that are published one by one. */
export const publishedKinds: readonly PublishedKind[] = ['dataset', 'series', 'service'];

/** `{organization}` and `{name}` of the workspace's addresses. */
export const recordParameters: readonly Parameter[] = [
  { ...nameParameter, name: 'organization', example: 'umea' },
  nameParameter,
];

/** Below this lie the pages of one record. */
export function recordRoot(kind: Kind): string {
  return `/workspace/{organization}/${collections[kind]}/{name}`;
}

/**
 * The record that the address names, for a route with `access: 'person'`. A record of another organisation is not there.
 * @throws HttpProblem `not-found`. @throws CatalogError `not-permitted`.
 */
export async function openPublication(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
  action: Action = 'edit',
): Promise<Publication> {
  const workspace = await openWorkspace(ctx, services, action);
  const { store } = services.context;
  const { organization, language, address } = workspace;
  const stored = await store.findText(kind, ctx.params.name ?? '');
  if (stored?.organization !== organization.id) throw notOwn(kind, stored, action);
  const asked = { actor: workspace.signedIn.actor, kind, name: stored.name };
  const review = await reviewPublication(services.publishing, asked);
  const below = `${collections[kind]}/${stored.name}`;
  return {
    ...workspace,
    asked,
    review,
    name: titleOf(review.after.content, language) ?? wordsIn(language).editor.untitled[kind],
    path: `${address}/${below}`,
    page: `/${below}`,
  };
}

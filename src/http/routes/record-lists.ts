import type { CatalogReader, ListQuery } from '../../catalog/catalog-store.ts';
import { findResource } from '../../catalog/find-resource.ts';
import { draftsOf, may } from '../../catalog/policy.ts';
import type { Resource, State } from '../../catalog/resource.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { isShown } from '../answer-record.ts';
import type { Context } from '../context.ts';
import { gone } from '../gone.ts';
import { listReply, numberAfter, pageRequest } from '../paging.ts';
import { recordJson, versionFacts } from '../present-record.ts';
import { isSearch } from '../search-parameters.ts';
import type { Services } from '../services.ts';
import type { RecordKind } from './record-writing.ts';
import { searchRecords } from './search-records.ts';

/** Lists of records and of their versions, as much of each as the reader may see. */

/** What a list holds, before it is cut into pages. */
export type Selection = Omit<ListQuery, 'after' | 'limit'>;

/** The page of the selection that is asked for, and the position after it; undefined on the last page. */
export async function pageOf(
  ctx: Context,
  store: CatalogReader,
  selection: Selection,
): Promise<{ readonly records: readonly Resource[]; readonly after: string | undefined }> {
  const { limit, after } = pageRequest(ctx);
  const from = after === undefined ? {} : { after };
  // One more than is shown says whether there is a next page.
  const found = await store.list({ ...selection, limit: limit + 1, ...from });
  const records = found.slice(0, limit);
  return { records, after: found.length > limit ? records.at(-1)?.id : undefined };
}

/**
 * A page of records that the reader may see: what is found when the address holds a search, else all, oldest first; tombstones only
 * for those who see the owner's drafts. A list narrowed to one organisation and nothing else comes from the store, drafts and all.
 */
export async function listRecords(
  ctx: Context,
  services: Services,
  kind: RecordKind,
): Promise<void> {
  if (isSearch(ctx)) return searchRecords(ctx, services, kind);
  const { store } = services.context;
  const { actor, query } = ctx.state;
  const ownerName = query.text('organization');
  const owner =
    ownerName === undefined
      ? undefined
      : await findResource(store, actor, 'organization', ownerName);
  const wanted = wantedBy(actor, kind, query.text('state') as State | undefined, owner?.id);
  await answerList(ctx, services, wanted);
}

/** A page of the organisations: what is found when the address holds a search, else all, oldest first. All of them are public. */
export async function listOrganizations(ctx: Context, services: Services): Promise<void> {
  const isNarrowed = ctx.state.query.list('organization').length > 0;
  if (isNarrowed || isSearch(ctx)) return searchRecords(ctx, services, 'organization');
  await answerList(ctx, services, { kinds: ['organization'], states: ['published'] });
}

async function answerList(
  ctx: Context,
  { context: { store, base } }: Services,
  wanted: Selection | undefined,
): Promise<void> {
  const [{ records, after }, total] =
    wanted === undefined
      ? [{ records: [], after: undefined }, 0]
      : await Promise.all([pageOf(ctx, store, wanted), store.count(wanted)]);
  ctx.body = listReply(ctx, base, {
    items: records.map((resource) => JSON.parse(recordJson(base, resource)) as JsonObject),
    total,
    after,
  });
}

/** What the reader's list holds; undefined: nothing that this reader may see. */
function wantedBy(
  actor: Actor,
  kind: RecordKind,
  state: State | undefined,
  owner: string | undefined,
): Selection | undefined {
  const drafts = draftsOf(actor);
  const isInsider = drafts.length > 0;
  // Tombstones are listed for one organisation at a time, the only one of somebody who has one.
  const own = drafts === '*' || drafts.length !== 1 ? owner : (owner ?? drafts[0]);
  const seesOwn = drafts === '*' || (own !== undefined && drafts.includes(own));
  if (state === 'withdrawn' && !seesOwn) return undefined;
  const organization = state === 'withdrawn' ? own : owner;
  const usual: readonly State[] = isInsider ? ['published', 'draft'] : ['published'];
  return {
    kinds: [kind],
    states: state === undefined ? usual : [state],
    ...(organization === undefined ? {} : { organization }),
    draftsOf: drafts,
  };
}

/** A record's history, as much of it as the reader may see. */
export async function listVersions(
  ctx: Context,
  services: Services,
  kind: RecordKind,
): Promise<void> {
  const { store, base } = services.context;
  const resource = await findResource(store, ctx.state.actor, kind, ctx.params.name ?? '');
  const seesDrafts = may(ctx.state.actor, 'see-drafts', resource.organization);
  if (resource.state === 'withdrawn' && !seesDrafts) throw await gone(services, resource);
  const { limit, after } = pageRequest(ctx);
  const before = numberAfter(after);
  const found = await store.versions(resource.id, {
    limit: limit + 1,
    ...(before === undefined ? {} : { before }),
  });
  const page = found.slice(0, limit);
  ctx.body = listReply(ctx, base, {
    items: page
      .filter((version) => isShown(version, seesDrafts))
      .map((version) => versionFacts(version, seesDrafts)),
    total: resource.version,
    after: found.length > limit ? String(page.at(-1)?.version) : undefined,
  });
}

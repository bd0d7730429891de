import type { ListQuery } from '../../catalog/catalog-store.ts';
import { findResource } from '../../catalog/find-resource.ts';
import { draftsOf, may } from '../../catalog/policy.ts';
import type { State } from '../../catalog/resource.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { gone, isShown } from '../answer-record.ts';
import type { Context } from '../context.ts';
import { listReply, numberAfter, pageRequest } from '../paging.ts';
import { recordJson, versionFacts } from '../present-record.ts';
import type { Services } from '../services.ts';
import type { RecordKind } from './record-writing.ts';

/** Lists of records and of their versions, as much of each as the reader may see. */

/** A page of records that the reader may see, oldest first; tombstones only for those who see the owner's drafts. */
export async function listRecords(
  ctx: Context,
  services: Services,
  kind: RecordKind,
): Promise<void> {
  const { store, base } = services.context;
  const { actor, query } = ctx.state;
  const { limit, after } = pageRequest(ctx);
  const ownerName = query.text('organization');
  const owner =
    ownerName === undefined
      ? undefined
      : await findResource(store, actor, 'organization', ownerName);
  const wanted = wantedBy(actor, kind, query.text('state') as State | undefined, owner?.id);
  const [found, total] =
    wanted === undefined
      ? [[], 0]
      : await Promise.all([
          store.list({ ...wanted, limit: limit + 1, ...(after === undefined ? {} : { after }) }),
          store.count(wanted),
        ]);
  const items = found.slice(0, limit);
  ctx.body = listReply(ctx, base, {
    items: items.map((resource) => JSON.parse(recordJson(base, resource)) as JsonObject),
    total,
    after: found.length > limit ? items.at(-1)?.id : undefined,
  });
}

/** What the reader's list holds; undefined: nothing that this reader may see. */
function wantedBy(
  actor: Actor,
  kind: RecordKind,
  state: State | undefined,
  owner: string | undefined,
): Omit<ListQuery, 'after' | 'limit'> | undefined {
  const drafts = draftsOf(actor);
  const own = drafts === '*' ? owner : drafts;
  if (state === 'withdrawn' && (drafts === undefined || (owner !== undefined && owner !== own)))
    return undefined;
  const organization = state === 'withdrawn' ? own : owner;
  const usual: readonly State[] = drafts === undefined ? ['published'] : ['published', 'draft'];
  return {
    kinds: [kind],
    states: state === undefined ? usual : [state],
    ...(organization === undefined ? {} : { organization }),
    ...(drafts === undefined ? {} : { draftsOf: drafts }),
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
  if (resource.state === 'withdrawn' && !seesDrafts) throw gone(resource, resource.content);
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

import { type Actor, isOperator } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import type { NodeObject } from '../profile/record.ts';
import { changeProperty, type PropertyChange } from './change-property.ts';
import type { DeclarationWords } from './declare.ts';
import { approvalRequired } from './demand-rules.ts';
import { type Description, stands } from './describe.ts';
import { findResource, notFound } from './find-resource.ts';
import { demand } from './policy.ts';
import { type PublishingContext, sightOf } from './publishing-context.ts';
import { classOf, type Resource, type State } from './resource.ts';
import { judged, type PublishedKind } from './review-publication.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What is to be done to many records at once. */
export type BulkAsk =
  | { readonly action: 'property'; readonly change: PropertyChange }
  | { readonly action: 'publish'; readonly words: Partial<DeclarationWords> }
  /** Whole descriptions by the records' names. */
  | { readonly action: 'import'; readonly contents: ReadonlyMap<string, NodeObject> }
  | { readonly action: 'withdraw'; readonly reason: string | undefined }
  /** To another organisation, by its name: the operator's alone. */
  | { readonly action: 'move'; readonly to: string };

export interface BulkRequest {
  readonly actor: Actor;
  /** The organisation's name; every record is its own. */
  readonly organization: string;
  readonly records: readonly { readonly kind: PublishedKind; readonly name: string }[];
  readonly ask: BulkAsk;
}

/** What would become of one of them. */
export interface BulkRow {
  readonly stored: Resource;
  readonly copy: WorkingCopy | undefined;
  readonly outcome: 'changed' | 'unchanged' | 'refused';
  /** What it would say, and the state it would have. */
  readonly after: Description;
  readonly state: State;
  /** Why it is refused. */
  readonly reason: Localized | undefined;
  readonly issues: readonly Issue[];
}

/** A plan of all of them, in the order they were named. */
export interface BulkPlan {
  readonly organization: Resource;
  /** Where a move goes. */
  readonly target: Resource | undefined;
  readonly rows: readonly BulkRow[];
}

/** Records that can be changed at once. */
export const mostAtOnce = 500;

/**
 * Looks at what a change of many records would do, and changes nothing.
 *
 * @throws CatalogError `not-found` when one of them is not there or another organisation's: then nothing is told of any;
 * `not-permitted`, `document-too-large` for too many.
 */
export async function planBulk(
  context: PublishingContext,
  { actor, organization: name, records, ask }: BulkRequest,
): Promise<BulkPlan> {
  const organization = await findResource(context.store, actor, 'organization', name);
  demand(actor, 'edit', organization.id);
  if (ask.action !== 'property' && ask.action !== 'import')
    demand(actor, 'publish', organization.id);
  if (ask.action === 'move' && !isOperator(actor)) demand(actor, 'operate');
  if (records.length > mostAtOnce) throw tooMany();
  const target =
    ask.action === 'move'
      ? await findResource(context.store, actor, 'organization', ask.to)
      : undefined;
  const found = await Promise.all(
    records.map(async ({ kind, name: record }) => {
      const stored = await context.store.find(kind, record);
      if (stored?.organization !== organization.id) throw notFound(kind, record);
      return stored;
    }),
  );
  const rules = await context.store.rulesOf(organization.id);
  const needsApproval = rules.fourEyes && !isOperator(actor);
  const rows: BulkRow[] = [];
  for (const stored of found) {
    rows.push(await planned(context, { stored, target, ask, needsApproval }));
  }
  return { organization, target, rows };
}

async function planned(
  context: PublishingContext,
  {
    stored,
    target,
    ask,
    needsApproval,
  }: {
    readonly stored: Resource;
    readonly target: Resource | undefined;
    readonly ask: BulkAsk;
    readonly needsApproval: boolean;
  },
): Promise<BulkRow> {
  const sight = sightOf(context);
  const copy = await sight.copyOf(stored.id);
  const content = contentAfter(context, { stored, copy, target, ask });
  const owned =
    target === undefined
      ? stored
      : { ...stored, organization: target.id, organizationName: target.name };
  const after = await judged(context, sight, owned, content);
  const state = stateAfter(stored.state, ask);
  const isChanged =
    state !== stored.state || after.digest !== stored.digest || target !== undefined;
  const blocking = after.issues.filter((issue) => stands(issue, state === 'published'));
  const isPublic = state === 'published';
  const reason =
    refusalOf(stored, copy, ask) ??
    (isChanged && isPublic && needsApproval ? approvalRequired().detail : undefined) ??
    (blocking[0]?.message as Localized | undefined);
  return {
    stored,
    copy,
    outcome: !isChanged ? 'unchanged' : reason === undefined ? 'changed' : 'refused',
    after,
    state,
    reason: isChanged ? reason : undefined,
    issues: blocking,
  };
}

function contentAfter(
  { profile }: PublishingContext,
  {
    stored,
    copy,
    target,
    ask,
  }: {
    readonly stored: Resource;
    readonly copy: WorkingCopy | undefined;
    readonly target: Resource | undefined;
    readonly ask: BulkAsk;
  },
): NodeObject {
  if (ask.action === 'publish') return copy?.content ?? stored.content;
  if (ask.action === 'import') return ask.contents.get(stored.name) ?? stored.content;
  if (target !== undefined) {
    // Whoever publishes for itself goes with the record.
    const { publisher: _, ...rest } = stored.content;
    return rest;
  }
  if (ask.action !== 'property') return stored.content;
  const [first, inner] = ask.change.path;
  const outer = profile.plan.class(classOf[stored.kind]);
  const property =
    inner === undefined
      ? outer.property.get(first)
      : profile.plan.class(outer.property.get(first)?.class ?? '').property.get(inner);
  return property === undefined
    ? stored.content
    : changeProperty(stored.content, property, ask.change);
}

function stateAfter(state: State, { action }: BulkAsk): State {
  if (action === 'publish') return 'published';
  return action === 'withdraw' ? 'withdrawn' : state;
}

/** Why this record cannot be part of it, whatever it says. */
function refusalOf(
  { state, version }: Resource,
  copy: WorkingCopy | undefined,
  { action }: BulkAsk,
): Localized | undefined {
  if (action === 'withdraw' && state === 'draft') {
    return {
      sv: 'Ett utkast kan inte dras tillbaka: ingen har sett det.',
      en: 'A draft cannot be withdrawn: nobody has seen it.',
    };
  }
  if (action === 'publish' && copy !== undefined && copy.base !== version) {
    return {
      sv: 'Någon annan har sparat en nyare version än den som redigeras. Öppna den och välj vad som ska gälla.',
      en: 'Somebody else has saved a newer version than the one being edited. Open it and choose what is to hold.',
    };
  }
  if (copy !== undefined && copy.state !== 'editing') {
    return {
      sv: 'Den väntar på godkännande eller på sin tid. Ta tillbaka den först.',
      en: 'It waits for approval or for its time. Take it back first.',
    };
  }
  if (action === 'move' && copy !== undefined) {
    return {
      sv: 'Någon skriver på den. Publicera eller kasta ändringarna först.',
      en: 'Somebody is writing on it. Publish the changes or throw them away first.',
    };
  }
  return undefined;
}

function tooMany(): CatalogError {
  return new CatalogError('document-too-large', {
    sv: `Högst ${mostAtOnce} poster kan ändras på en gång. Välj färre.`,
    en: `At most ${mostAtOnce} records can be changed at once. Choose fewer.`,
  });
}

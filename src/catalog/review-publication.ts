import type { Actor } from '../kernel/actor.ts';
import type { Issue } from '../kernel/issue.ts';
import type { NodeObject, RecordContent } from '../profile/record.ts';
import { changedProperties } from './changed-properties.ts';
import { withPublisher } from './create-resource.ts';
import { type DeclarationWords, usualWords } from './declare.ts';
import { type Description, describe, stands } from './describe.ts';
import { findResource } from './find-resource.ts';
import { foreignClaims, withForeignClaims } from './foreign-claims.ts';
import { demand } from './policy.ts';
import { type PublishingContext, type PublishingSight, sightOf } from './publishing-context.ts';
import type { PublishingRules } from './publishing-rules.ts';
import type { Kind, Resource } from './resource.ts';
import type { WorkingCopy } from './working-copy.ts';

/** What would be published, against what is public now, and what stands in the way. */
export interface Review {
  readonly stored: Resource;
  /** What somebody has written on it; undefined when it is the stored description that would be published. */
  readonly copy: WorkingCopy | undefined;
  /** What readers see now; undefined when it is not public. */
  readonly before: RecordContent | undefined;
  /** What readers would see, with every remark. */
  readonly after: Description;
  readonly rules: PublishingRules;
  /** What a declaration would begin with. */
  readonly words: Partial<DeclarationWords>;
  readonly checks: readonly Check[];
}

/** One line of the checklist. `blocks` keeps it from being published; `asks` is done in the same step; `warns` may be left. */
export interface Check {
  readonly name: 'changes' | 'collision' | 'errors' | 'warnings' | 'declaration' | 'approval';
  readonly state: 'passes' | 'warns' | 'asks' | 'blocks';
  readonly issues: readonly Issue[];
  /** Names of properties that somebody else has changed since. */
  readonly changed: readonly string[];
}

export type PublishedKind = Exclude<Kind, 'organization' | 'catalog'>;

/** Which record, and who asks. */
export interface AskedRecord {
  readonly actor: Actor;
  readonly kind: PublishedKind;
  readonly name: string;
}

/**
 * Looks at a record before it is published.
 * @throws CatalogError `not-found`, `not-permitted`.
 */
export async function reviewPublication(
  context: PublishingContext,
  { actor, kind, name }: AskedRecord,
): Promise<Review> {
  const stored = await findResource(context.store, actor, kind, name);
  demand(actor, 'see-drafts', stored.organization);
  const sight = sightOf(context);
  return judgePublication(context, sight, stored, await sight.copyOf(stored.id));
}

/** The same for a record and its copy that have been read already. */
export async function judgePublication(
  context: PublishingContext,
  sight: PublishingSight,
  stored: Resource,
  copy: WorkingCopy | undefined,
): Promise<Review> {
  const rules = await sight.rulesOf(stored.organization);
  const declared = await sight.declarationOf(stored.id, stored.version);
  const after = await judged(context, sight, stored, copy?.content ?? stored.content);
  const base = copy === undefined ? undefined : await sight.version(stored.id, copy.base);
  const changed =
    copy === undefined || copy.base === stored.version
      ? []
      : changedProperties(base?.content ?? {}, stored.content);
  const blocking = after.issues.filter((issue) => stands(issue, true));
  const remarks = after.issues.filter((issue) => !stands(issue, true) && issue.level === 'warning');
  const isPublic = stored.state === 'published';
  return {
    stored,
    copy,
    before: isPublic ? stored.content : undefined,
    after,
    rules,
    words: usualWords(copy?.declaration ?? declared, rules),
    checks: [
      check('changes', isPublic && after.digest === stored.digest ? 'blocks' : 'passes'),
      check('collision', changed.length > 0 ? 'blocks' : 'passes', [], changed),
      check('errors', blocking.length > 0 ? 'blocks' : 'passes', blocking),
      check('warnings', remarks.length > 0 ? 'warns' : 'passes', remarks),
      check('declaration', 'asks'),
      check('approval', rules.fourEyes ? 'asks' : 'passes'),
    ],
  };
}

/** Whether something stands in the way that has to be mended first. */
export function isBlocked({ checks }: Pick<Review, 'checks'>): boolean {
  return checks.some(({ state }) => state === 'blocks');
}

function check(
  name: Check['name'],
  state: Check['state'],
  issues: readonly Issue[] = [],
  changed: readonly string[] = [],
): Check {
  return { name, state, issues, changed };
}

/** A description of the record as it would be kept, with what the profile and other organisations' records say of it. */
export async function judged(
  context: PublishingContext,
  sight: PublishingSight,
  stored: Resource,
  content: NodeObject,
): Promise<Description> {
  const { kind, name, iri, organization, organizationName: owner } = stored;
  const publisher = await sight.findText('organization', owner);
  const node = withPublisher(kind, content, publisher?.iri ?? iri);
  const description = describe(context, { kind, name, iri, owner }, node);
  const foreign = await foreignClaims(sight, organization, description.content);
  return { ...description, issues: withForeignClaims(description.issues, foreign) };
}

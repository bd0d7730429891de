import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Issue } from '../kernel/issue.ts';
import type { NodeObject } from '../profile/record.ts';
import { addressOf, type CatalogContext } from './catalog-context.ts';
import { changedProperties } from './changed-properties.ts';
import { demandIri, demandName, type Saved, withPublisher } from './create-resource.ts';
import { demandRules } from './demand-rules.ts';
import { demandValid, describe, stands } from './describe.ts';
import { findResource } from './find-resource.ts';
import { foreignClaims, withForeignClaims } from './foreign-claims.ts';
import { movedIris } from './moved-iris.ts';
import { type Action, demand } from './policy.ts';
import { changedEvent } from './record-event.ts';
import type { Kind, Resource, State } from './resource.ts';
import { signatureOf } from './signature.ts';
import { patience, whenOvertaken } from './when-overtaken.ts';
import { isWrittenAlike } from './written-alike.ts';

/**
 * A record's description is replaced. The state stays unless it is published at once; what is public must be valid. A
 * description that says the same as the stored one makes no version. RFC 9110 §13.1.1 for what `expected` guards.
 */
export interface PutResource {
  readonly actor: Actor;
  readonly kind: Kind;
  readonly name: string;
  /** The new description, or how to make it of the stored one. */
  readonly node: NodeObject | ((stored: Resource) => NodeObject | Promise<NodeObject>);
  /** The version that the caller has seen; undefined: whatever is there (`If-Match: *`). */
  readonly expected: number | undefined;
  /** A draft may still take another name. */
  readonly rename?: string | undefined;
  /** Make it public at once, when it is not. */
  readonly publish?: boolean | undefined;
  /** Another order of the same values is a change too, though the graph is the same: people choose which file comes first. */
  readonly inOrder?: boolean;
  readonly reason?: string | undefined;
}

/**
 * @throws CatalogError `not-found`, `not-permitted`, `version-conflict` naming what changed, `invalid-record`, `name-frozen`,
 * `iri-frozen`, `name-taken`, `iri-taken`; `approval-required`, `declaration-required` by the organisation's rules.
 */
export async function putResource(context: CatalogContext, request: PutResource): Promise<Saved> {
  return whenOvertaken(['version-conflict'], attempts(request), () => replace(context, request));
}

/** Who saw a version is told what changed since; who did not has the change made to what is there now. */
export function attempts({ expected }: { readonly expected: number | undefined }): number {
  return expected === undefined ? patience : 2;
}

async function replace(context: CatalogContext, request: PutResource): Promise<Saved> {
  const { store, now } = context;
  const { actor, kind } = request;
  const stored = await findResource(store, actor, kind, request.name);
  demand(actor, editing(kind), stored.organization);
  if (request.publish === true) demand(actor, 'publish', stored.organization);
  await demandVersion(context, stored, request.expected);
  const node = typeof request.node === 'function' ? await request.node(stored) : request.node;
  const name = newName(stored, request.rename);
  const { iri, moved } = newIri(context, stored, node, name);
  const owner = await store.findText('organization', stored.organizationName);
  const description = describe(
    context,
    { kind, name, iri, owner: stored.organizationName },
    withPublisher(kind, moved, owner?.iri ?? stored.iri),
  );
  const { content, digest } = description;
  const foreign = await foreignClaims(store, stored.organization, content);
  const issues = withForeignClaims(description.issues, foreign);
  const state = request.publish === true ? 'published' : nextState(stored, issues);
  demandValid(issues, state === 'published');
  const isSame =
    request.inOrder === true ? isWrittenAlike(content, stored.content) : digest === stored.digest;
  if (isSame && name === stored.name && state === stored.state) {
    return { resource: stored, issues, isNew: false };
  }
  if (state === 'published' && kind !== 'organization' && kind !== 'catalog') {
    const isDeclared = stored.state === 'published';
    await demandRules(store, actor, stored.organization, { isDeclared });
  }
  const time = now().toISOString();
  const resource = await store.transact(async (tx) => {
    const saved = await tx.save({
      resource: {
        ...stored,
        name,
        iri,
        state,
        content,
        digest,
        version: stored.version + 1,
        changed: time,
        published: stored.published ?? (state === 'published' ? time : null),
      },
      author: signatureOf(actor),
      reason: request.reason ?? null,
      announce:
        state !== 'published' ? undefined : stored.state === 'published' ? 'update' : 'create',
    });
    await tx.audit(changedEvent(actor, stored, saved));
    return saved;
  });
  return { resource, issues, isNew: false };
}

/** A catalogue is a draft only while an import has left faults in it: mended, it is public again. Nothing else changes state. */
function nextState({ kind, state }: Resource, issues: readonly Issue[]): State {
  const isMended = kind === 'catalog' && !issues.some((issue) => stands(issue, true));
  return isMended ? 'published' : state;
}

/** Editing an organisation or its catalogue is the administrator's; records are the editors'. */
function editing(kind: Kind): Action {
  return kind === 'organization' || kind === 'catalog' ? 'edit-organization' : 'edit';
}

/** @throws CatalogError `version-conflict` that says which properties changed since the version the caller has. */
export async function demandVersion(
  { store }: CatalogContext,
  stored: Resource,
  expected: number | undefined,
): Promise<void> {
  if (expected === undefined || expected === stored.version) return;
  const seen = await store.version(stored.id, expected);
  const changed = seen === undefined ? [] : changedProperties(seen.content, stored.content);
  const list = changed.join(', ');
  const { name, version } = stored;
  throw new CatalogError('version-conflict', {
    sv: `${name} är i version ${version}, och du hade ${expected}.${list && ` Ändrat sedan dess: ${list}.`} Läs den igen och gör din ändring i det som står där nu.`,
    en: `${name} is at version ${version}, and you had ${expected}.${list && ` Changed since: ${list}.`} Read it again and make your change to what is there now.`,
  });
}

function newName(stored: Resource, wanted: string | undefined): string {
  if (wanted === undefined || wanted === stored.name) return stored.name;
  if (stored.published !== null || stored.kind === 'organization' || stored.kind === 'catalog') {
    throw new CatalogError('name-frozen', {
      sv: `${stored.name} har publicerats, så namnet ligger fast: andra har sparat adressen.`,
      en: `${stored.name} has been published, so its name stays: others have kept its address.`,
    });
  }
  demandName(wanted);
  return wanted;
}

/** The IRI after the change; ours follows the name of a draft, and so do the IRIs of its parts. */
function newIri(
  { base }: CatalogContext,
  stored: Resource,
  node: NodeObject,
  name: string,
): { readonly iri: string; readonly moved: NodeObject } {
  const before = addressOf(base, stored.kind, stored.name);
  const after = addressOf(base, stored.kind, name);
  const given = node['@id'] ?? stored.iri;
  if (stored.published !== null && given !== stored.iri) {
    throw new CatalogError('iri-frozen', {
      sv: `${stored.name} har publicerats, så dess IRI förblir ${stored.iri}.`,
      en: `${stored.name} has been published, so its IRI stays ${stored.iri}.`,
    });
  }
  // Parts of a record with an IRI of its publisher's have IRIs of ours all the same.
  const moved = name === stored.name ? node : movedIris(node, before, after);
  if (given === stored.iri && given !== before) return { iri: given, moved };
  return { iri: given === before ? after : demandIri(base, after, given), moved };
}

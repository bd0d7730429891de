import type { StoredResource } from '../catalog/catalog-store.ts';
import { visible } from '../catalog/find-resource.ts';
import { may } from '../catalog/policy.ts';
import { classOf, type Kind, type Resource, type Version } from '../catalog/resource.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { RecordContent } from '../profile/record.ts';
import { entityTag, isFresh } from './conditional.ts';
import type { Context } from './context.ts';
import { gone } from './gone.ts';
import { pageLanguage } from './language.ts';
import { negotiate, type Representation } from './negotiate.ts';
import { negotiateProfile } from './negotiate-profile.ts';
import { contentOf, ownerOf } from './owner-of.ts';
import { storedJson, versionJson } from './present-record.ts';
import { html, isRdf, type RdfRepresentation } from './representations.ts';
import type { Services } from './services.ts';

/** Which record is asked for, and the forms that it comes in there. */
export interface RecordRequest {
  readonly name: string;
  readonly forms: readonly Representation[];
  /** Whether its owner still reads it when it has been withdrawn. */
  readonly ownersToo?: boolean;
}

/**
 * One record in the form that the reader likes best, or 304 when the reader has it. RFC 9110 §12, §13.
 * @throws CatalogError `not-found`, `gone` for a tombstone.
 */
export async function answerRecord(
  ctx: Context,
  services: Services,
  kind: Kind,
  { name, forms, ownersToo = false }: RecordRequest,
): Promise<void> {
  const { store, base } = services.context;
  const resource = visible(await store.findText(kind, name), ctx.state.actor, kind, name);
  const { state, organization, version, changed } = resource;
  const content = () => contentOf(resource);
  if (state === 'withdrawn' && !(ownersToo && may(ctx.state.actor, 'see-drafts', organization))) {
    throw await gone(services, resource);
  }
  if (state === 'draft') ctx.set('Cache-Control', 'private, no-store');
  await answer(ctx, services, forms, {
    resource,
    version,
    modified: changed,
    content,
    json: () => storedJson(base, resource),
  });
  if (state === 'published') countUse(ctx, services, resource);
}

/** Counts a page seen or a description fetched, unless by those whose record it is. */
function countUse(
  ctx: Context,
  { usage }: Services,
  resource: Pick<Resource, 'id' | 'organization'>,
): void {
  if (ctx.status !== 200 || ctx.method !== 'GET') return;
  if (may(ctx.state.actor, 'see-drafts', resource.organization)) return;
  const what = ctx.type === 'text/html' ? 'view' : 'download';
  usage.counter.count(what, resource, ctx.req.headers['user-agent']);
}

/** Whether a version may be seen: those that were public by everybody, the others by those who see drafts. */
export function isShown({ state }: Pick<Version, 'state'>, seesDrafts: boolean): boolean {
  return seesDrafts || state === 'published';
}

/** One saved version of a record. @throws as `answerRecord`. */
export async function answerVersion(
  ctx: Context,
  services: Services,
  kind: Kind,
  { name, number, forms }: RecordRequest & { readonly number: number },
): Promise<void> {
  const { store, base } = services.context;
  const resource = visible(await store.find(kind, name), ctx.state.actor, kind, name);
  const seesDrafts = may(ctx.state.actor, 'see-drafts', resource.organization);
  if (resource.state === 'withdrawn' && !seesDrafts) throw await gone(services, resource);
  const saved = await store.version(resource.id, number);
  if (saved === undefined || !isShown(saved, seesDrafts)) throw noVersion(name, number);
  await answer(ctx, services, forms, {
    resource,
    version: number,
    modified: saved.saved,
    content: () => saved.content,
    json: () => versionJson(base, resource, saved, seesDrafts),
  });
}

/** What is shown of a record; its content is parsed and its text joined only when that form was asked for. */
interface Shown {
  readonly resource: Resource | StoredResource;
  readonly version: number;
  readonly modified: string;
  readonly content: () => RecordContent;
  readonly json: () => string;
}

/** The form that the reader likes best. */
async function answer(
  ctx: Context,
  services: Services,
  forms: readonly Representation[],
  shown: Shown,
): Promise<void> {
  const form = negotiate(ctx, forms);
  if (isRdf(form)) return answerRdf(ctx, services, form, shown);
  if (form === html) return answerPage(ctx, services, shown);
  const { version, modified } = shown;
  if (!isFresh(ctx, { etag: entityTag(version, form.suffix), modified })) ctx.body = shown.json();
}

/** RDF of one record, with a description of the organisation that owns it: its version is part of the tag. */
async function answerRdf(
  ctx: Context,
  services: Services,
  form: RdfRepresentation,
  { resource, version, modified, content }: Shown,
): Promise<void> {
  const { profile } = services.context;
  const name = negotiateProfile(ctx);
  const owner = await ownerOf(services, resource);
  const variant = [String(owner?.version ?? 0), form.suffix, name, profile.plan.version];
  const validators = { etag: entityTag(version, ...variant), modified: newest(modified, owner) };
  if (isFresh(ctx, validators)) return;
  ctx.body = services.writers.record(content(), classOf[resource.kind], {
    syntax: form.syntax,
    profile: name,
    describe: owner === undefined ? [] : [contentOf(owner)],
  });
}

/** A page for people, in their language; the owner is named on it. */
async function answerPage(
  ctx: Context,
  services: Services,
  { resource, version, modified, content }: Shown,
): Promise<void> {
  const { base } = services.context;
  const { pages } = ctx.state;
  const language = pageLanguage(ctx);
  const owner = await ownerOf(services, resource);
  // A page tells how current the data is, which changes with the day and not with the record.
  const day = services.context.now().toISOString().slice(0, 10);
  const variant = [String(owner?.version ?? 0), 'html', language, pages.version, day];
  const etag = entityTag(version, ...variant);
  if (isFresh(ctx, { etag, modified: newest(modified, owner) })) return;
  await pages.record(ctx, {
    resource,
    version,
    isCurrent: version === resource.version,
    content: content(),
    owner: owner && { name: owner.name, content: contentOf(owner) },
    address: `${base}${ctx.path.replace(/\.html$/, '')}`,
    language,
  });
}

function newest(modified: string, owner: StoredResource | undefined): string {
  return owner !== undefined && owner.changed > modified ? owner.changed : modified;
}

function noVersion(name: string, number: number): CatalogError {
  return new CatalogError('not-found', {
    sv: `${name} har ingen version ${number}.`,
    en: `${name} has no version ${number}.`,
  });
}

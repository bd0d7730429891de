import type { StoredResource } from '../catalog/catalog-store.ts';
import { isVisible, notFound } from '../catalog/find-resource.ts';
import { may } from '../catalog/policy.ts';
import { classOf, type Kind, type Resource, type Version } from '../catalog/resource.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { RecordContent } from '../profile/record.ts';
import { entityTag, isFresh } from './conditional.ts';
import type { Context } from './context.ts';
import { page } from './html.ts';
import { preferredLanguage } from './language.ts';
import { negotiate, type Representation } from './negotiate.ts';
import { negotiateProfile } from './negotiate-profile.ts';
import { storedJson, versionJson } from './present-record.ts';
import { recordPage, titleOf } from './record-page.ts';
import { html, isRdf, type RdfRepresentation } from './representations.ts';
import type { Services } from './services.ts';

/**
 * One record in the form that the reader likes best, or 304 when the reader has it. RFC 9110 §12, §13.
 * @throws CatalogError `not-found`, `gone` for a tombstone (its owner still reads it where `ownersToo`).
 */
export async function answerRecord(
  ctx: Context,
  services: Services,
  kind: Kind,
  {
    name,
    forms,
    ownersToo = false,
  }: {
    readonly name: string;
    readonly forms: readonly Representation[];
    readonly ownersToo?: boolean;
  },
): Promise<void> {
  const { store, base } = services.context;
  const resource = await store.findText(kind, name);
  if (resource === undefined || !isVisible(resource, ctx.state.actor)) throw notFound(kind, name);
  if (
    resource.state === 'withdrawn' &&
    !(ownersToo && may(ctx.state.actor, 'see-drafts', resource.organization))
  ) {
    throw gone(resource, contentOf(resource));
  }
  if (resource.state === 'draft') ctx.set('Cache-Control', 'private, no-store');
  const form = negotiate(ctx, forms);
  const { version, changed: modified } = resource;
  if (isRdf(form))
    return answerRdf(ctx, services, {
      resource,
      form,
      version,
      modified,
      content: () => contentOf(resource),
    });
  const language = form === html ? pageLanguage(ctx) : undefined;
  if (
    isFresh(ctx, {
      etag: entityTag(version, form.suffix, ...(language === undefined ? [] : [language])),
      modified,
    })
  )
    return;
  if (language === undefined) ctx.body = storedJson(base, resource);
  else {
    const { contentText: _, ...rest } = resource;
    page(
      ctx,
      recordPage(
        services.context.profile,
        { ...rest, content: contentOf(resource) },
        language,
        `${base}${ctx.path.replace(/\.html$/, '')}`,
      ),
    );
  }
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
  {
    name,
    number,
    forms,
  }: { readonly name: string; readonly number: number; readonly forms: readonly Representation[] },
): Promise<void> {
  const { store, base, profile } = services.context;
  const resource = await store.find(kind, name);
  if (resource === undefined || !isVisible(resource, ctx.state.actor)) throw notFound(kind, name);
  const seesDrafts = may(ctx.state.actor, 'see-drafts', resource.organization);
  if (resource.state === 'withdrawn' && !seesDrafts) throw gone(resource, resource.content);
  const saved = await store.version(resource.id, number);
  if (saved === undefined || !isShown(saved, seesDrafts)) throw noVersion(name, number);
  const form = negotiate(ctx, forms);
  if (isRdf(form)) {
    return answerRdf(ctx, services, {
      resource,
      form,
      version: number,
      modified: saved.saved,
      content: () => saved.content,
    });
  }
  const language = form === html ? pageLanguage(ctx) : undefined;
  if (
    isFresh(ctx, {
      etag: entityTag(number, form.suffix, ...(language === undefined ? [] : [language])),
      modified: saved.saved,
    })
  )
    return;
  if (language === undefined) ctx.body = versionJson(base, resource, saved);
  else
    page(
      ctx,
      recordPage(
        profile,
        versioned(resource, saved),
        language,
        `${base}${ctx.path.replace(/\.html$/, '')}`,
      ),
    );
}

interface RdfAnswer {
  readonly resource: StoredResource | Resource;
  readonly form: RdfRepresentation;
  readonly version: number;
  readonly modified: string;
  readonly content: () => RecordContent;
}

/** RDF of one record, with a description of the organisation that owns it: its version is part of the tag. */
async function answerRdf(
  ctx: Context,
  services: Services,
  { resource, form, version, modified, content }: RdfAnswer,
): Promise<void> {
  const { store, profile } = services.context;
  const profileName = negotiateProfile(ctx);
  const owner =
    resource.kind === 'organization'
      ? undefined
      : await store.findText('organization', resource.organizationName);
  const etag = entityTag(
    version,
    String(owner?.version ?? 0),
    form.suffix,
    profileName,
    profile.plan.version,
  );
  const newest = owner !== undefined && owner.changed > modified ? owner.changed : modified;
  if (isFresh(ctx, { etag, modified: newest })) return;
  ctx.body = services.writers.record(content(), classOf[resource.kind], {
    syntax: form.syntax,
    profile: profileName,
    describe: owner === undefined ? [] : [contentOf(owner)],
  });
}

/** The language of a page, which is part of what it is: it varies by the reader's wish. */
function pageLanguage(ctx: Context): 'sv' | 'en' {
  ctx.vary('Accept-Language');
  return preferredLanguage(ctx.req.headers['accept-language']);
}

function contentOf(resource: StoredResource): RecordContent {
  return JSON.parse(resource.contentText) as RecordContent;
}

function versioned(resource: Resource, version: Version): Resource {
  return { ...resource, version: version.version, content: version.content };
}

/** 410 for what was public and is withdrawn, with what it was called and when it went. */
export function gone(resource: StoredResource | Resource, content: RecordContent): CatalogError {
  const day = resource.changed.slice(0, 10);
  const sv = titleOf(content, 'sv') ?? resource.name;
  const en = titleOf(content, 'en') ?? resource.name;
  return new CatalogError('gone', {
    sv: `”${sv}” drogs tillbaka ${day} och finns inte längre här.`,
    en: `“${en}” was withdrawn on ${day} and is no longer here.`,
  });
}

function noVersion(name: string, number: number): CatalogError {
  return new CatalogError('not-found', {
    sv: `${name} har ingen version ${number}.`,
    en: `${name} has no version ${number}.`,
  });
}

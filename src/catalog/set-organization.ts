import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { NodeObject } from '../profile/record.ts';
import { findResource } from './find-resource.ts';
import { demand } from './policy.ts';
import type { PublishingContext } from './publishing-context.ts';
import type { PublishingRules } from './publishing-rules.ts';
import type { Logotype, PublishingTransaction } from './publishing-store.ts';
import { putResource } from './put-resource.ts';
import type { Resource } from './resource.ts';
import { objectOf } from './save-publication.ts';
import { signatureOf } from './signature.ts';

/** What an organisation's administrator sets for it. */

interface Asked {
  readonly actor: Actor;
  /** The organisation's name. */
  readonly name: string;
}

/**
 * Changes what the organisation (or its catalogue) says of itself; null takes a property away, the others stay.
 * @throws CatalogError as `putResource`.
 */
export async function describeOrganization(
  context: PublishingContext,
  {
    actor,
    name,
    kind,
    changes,
  }: Asked & {
    readonly kind: 'organization' | 'catalog';
    readonly changes: Readonly<Record<string, NodeObject[string] | null>>;
  },
): Promise<Resource> {
  const { resource } = await putResource(context, {
    actor,
    kind,
    name,
    expected: undefined,
    node: ({ content }) => {
      const all = Object.entries({ ...content, ...changes }).filter(([, value]) => value !== null);
      return Object.fromEntries(all) as NodeObject;
    },
  });
  return resource;
}

/** Sets what is demanded of publications. @throws CatalogError `not-found`, `not-permitted`. */
export async function setRules(
  context: PublishingContext,
  { actor, name, rules }: Asked & { readonly rules: PublishingRules },
): Promise<void> {
  const organization = await administered(context, { actor, name });
  await context.publishing.transact(async (tx) => {
    const before = await tx.rulesOf(organization.id);
    await tx.saveRules(organization.id, rules);
    await tx.audit({
      at: context.now().toISOString(),
      actor,
      organization: organization.id,
      action: 'setting-changed',
      object: objectOf(organization),
      before: { ...before },
      after: { ...rules },
    });
  });
}

/** Sets the organisation's colour, `#rrggbb`, or takes it away. @throws CatalogError `not-found`, `not-permitted`. */
export async function setColour(
  context: PublishingContext,
  { actor, name, colour }: Asked & { readonly colour: string | null },
): Promise<void> {
  const organization = await administered(context, { actor, name });
  await context.publishing.transact(async (tx) => {
    await tx.saveColour(organization.id, colour);
    await saveLook(tx, organization, { actor, at: context.now().toISOString() });
    await tx.audit({
      at: context.now().toISOString(),
      actor,
      organization: organization.id,
      action: 'organization-changed',
      object: objectOf(organization),
      after: { colour },
    });
  });
}

/**
 * Keeps a logotype, or takes it away.
 * @throws CatalogError `not-found`, `not-permitted`; `invalid-record` without words for those who do not see it.
 */
export async function setLogotype(
  context: PublishingContext,
  {
    actor,
    name,
    logotype,
  }: Asked & { readonly logotype: Omit<Logotype, 'organization' | 'saved'> | null },
): Promise<void> {
  const organization = await administered(context, { actor, name });
  if (logotype !== null && logotype.alternative.trim() === '') throw needsWords();
  const at = context.now().toISOString();
  await context.publishing.transact(async (tx) => {
    if (logotype === null) await tx.dropLogotype(organization.id);
    else await tx.saveLogotype({ ...logotype, organization: organization.id, saved: at });
    await saveLook(tx, organization, { actor, at });
    await tx.audit({
      at,
      actor,
      organization: organization.id,
      action: 'organization-changed',
      object: objectOf(organization),
      after: { logotype: logotype?.digest ?? null },
    });
  });
}

/** A new look is a new version, so that nobody is shown the page with the old one. */
async function saveLook(
  tx: PublishingTransaction,
  organization: Resource,
  { actor, at }: { readonly actor: Actor; readonly at: string },
): Promise<void> {
  const { version, state } = organization;
  await tx.save({
    resource: { ...organization, version: version + 1, changed: at },
    author: signatureOf(actor),
    reason: null,
    announce: state === 'published' ? 'update' : undefined,
  });
}

async function administered(
  { store }: PublishingContext,
  { actor, name }: Asked,
): Promise<Resource> {
  const organization = await findResource(store, actor, 'organization', name);
  demand(actor, 'edit-organization', organization.id);
  return organization;
}

function needsWords(): CatalogError {
  const message = {
    sv: 'Beskriv logotypen med några ord, för dem som inte ser den. Till exempel: Umeå kommuns vapen.',
    en: 'Describe the logotype in a few words, for those who do not see it. For example: the arms of Umeå.',
  };
  return new CatalogError('invalid-record', message, {
    issues: [
      { rule: 'logotype', level: 'error', blocks: 'storing', pointer: '/alternative', message },
    ],
  });
}

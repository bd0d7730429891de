import type { Actor } from '../kernel/actor.ts';
import { CatalogError, type FailureCode } from '../kernel/errors.ts';
import { type Iri, isAbsoluteIri } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import { textIn } from '../kernel/language-map.ts';
import type { NodeObject } from '../profile/record.ts';
import { addressOf, type CatalogContext } from './catalog-context.ts';
import type { CatalogTransaction } from './catalog-store.ts';
import { demandRules } from './demand-rules.ts';
import { demandValid, describe } from './describe.ts';
import { findResource } from './find-resource.ts';
import { foreignClaims, withForeignClaims } from './foreign-claims.ts';
import { movedIris } from './moved-iris.ts';
import { freeName, isName, nameFrom } from './names.ts';
import { demand } from './policy.ts';
import { createdEvent } from './record-event.ts';
import type { Kind, Resource } from './resource.ts';
import { signatureOf } from './signature.ts';
import { patience, whenOvertaken } from './when-overtaken.ts';

/**
 * A record comes into being. Versions count from 1; a new record is a draft unless it is to be published at once.
 * DCAT-AP-SE 3.0.1 §Dataset, §DatasetSeries, §DataService; Idempotency-Key after draft-ietf-httpapi-idempotency-key-header.
 */
export interface CreateResource {
  readonly actor: Actor;
  readonly kind: Exclude<Kind, 'organization' | 'catalog'>;
  /** The owner's name. */
  readonly organization: string;
  /** Chosen by the caller, or made of the title. */
  readonly name?: string | undefined;
  readonly node: NodeObject;
  readonly publish?: boolean | undefined;
  readonly reason?: string | undefined;
  /** The caller's idempotency key and a digest of the whole request. */
  readonly once?: { readonly key: string; readonly fingerprint: string } | undefined;
}

/** Stands for the name in IRIs of a record that has none yet; no name looks like it. */
export const unnamed = '_';

/** What came of saving: the record, what the profile remarks, and whether anything was written. */
export interface Saved {
  readonly resource: Resource;
  readonly issues: readonly Issue[];
  readonly isNew: boolean;
}

/**
 * @throws CatalogError `not-found` for the organisation, `not-permitted`, `invalid-record`, `name-taken`, `iri-taken`,
 * `idempotency-conflict`; `approval-required`, `declaration-required` by the organisation's rules.
 */
export async function createResource(
  context: CatalogContext,
  request: CreateResource,
): Promise<Saved> {
  const { store } = context;
  const { actor, name, once } = request;
  const owner = await findResource(store, actor, 'organization', request.organization);
  demand(actor, 'edit', owner.id);
  if (request.publish === true) {
    demand(actor, 'publish', owner.id);
    await demandRules(store, actor, owner.id, { isDeclared: false });
  }
  if (name !== undefined) demandName(name);
  // Two at once may choose the same name, or be the same request: the slower then finds what the quicker made.
  return whenOvertaken(racesOf(request), patience, () =>
    store.transact(async (tx) => {
      const repeated = once && (await recalled(tx, once, context.now()));
      if (repeated) return { resource: repeated, issues: [], isNew: false };
      return create(context, tx, request, owner);
    }),
  );
}

function racesOf({ name, once }: CreateResource): readonly FailureCode[] {
  if (once !== undefined) return ['name-taken', 'iri-taken', 'idempotency-conflict'];
  return name === undefined ? ['name-taken'] : [];
}

async function create(
  context: CatalogContext,
  tx: CatalogTransaction,
  { actor, kind, once, ...request }: CreateResource,
  owner: Resource,
): Promise<Saved> {
  const { base, now, newId } = context;
  const name = request.name ?? (await chosenName(tx, kind, request.node));
  const address = addressOf(base, kind, name);
  const node = movedIris(request.node, addressOf(base, kind, unnamed), address);
  const iri = demandIri(base, address, node['@id']);
  const subject = { kind, name, iri, owner: owner.name };
  const description = describe(context, subject, withPublisher(kind, node, owner.iri));
  const { content, digest } = description;
  const foreign = await foreignClaims(tx, owner.id, content);
  const issues = withForeignClaims(description.issues, foreign);
  const isPublic = request.publish === true;
  demandValid(issues, isPublic);
  const time = now().toISOString();
  const resource = await tx.save({
    resource: {
      id: newId(),
      kind,
      organization: owner.id,
      name,
      iri,
      state: isPublic ? 'published' : 'draft',
      version: 1,
      content,
      digest,
      created: time,
      changed: time,
      published: isPublic ? time : null,
    },
    author: signatureOf(actor),
    reason: request.reason ?? null,
    announce: isPublic ? 'create' : undefined,
  });
  await tx.audit(createdEvent(actor, resource));
  if (once !== undefined) {
    await tx.remember(once.key, { ...once, resource: resource.id, at: now() });
  }
  return { resource, issues, isNew: true };
}

/** What is published by nobody in particular is published by its owner; services and organisations need no publisher. */
export function withPublisher(kind: Kind, node: NodeObject, owner: Iri): NodeObject {
  if (kind === 'service' || kind === 'organization') return node;
  return node.publisher === undefined ? { ...node, publisher: owner } : node;
}

/**
 * What the key made before, when it was the same request.
 * @throws CatalogError `idempotency-conflict` when it was another, or what it made has been deleted.
 */
async function recalled(
  tx: CatalogTransaction,
  once: { readonly key: string; readonly fingerprint: string },
  now: Date,
): Promise<Resource | undefined> {
  const use = await tx.recall(once.key, now);
  if (use === undefined) return undefined;
  if (use.fingerprint !== once.fingerprint) {
    throw new CatalogError('idempotency-conflict', {
      sv: 'Denna Idempotency-Key har använts för en annan begäran. Skicka en ny nyckel med en ny begäran.',
      en: 'This Idempotency-Key was used for another request. Send a new key with a new request.',
    });
  }
  const made = await tx.findById(use.resource);
  if (made !== undefined) return made;
  throw new CatalogError('idempotency-conflict', {
    sv: 'Posten som denna Idempotency-Key skapade har tagits bort. Skicka en ny nyckel för att skapa den igen.',
    en: 'The record that this Idempotency-Key made has been deleted. Send a new key to make it again.',
  });
}

async function chosenName(tx: CatalogTransaction, kind: Kind, node: NodeObject): Promise<string> {
  const title = node.title;
  const text =
    typeof title === 'object' && title !== null && !Array.isArray(title)
      ? textIn(onlyTexts(title as Readonly<Record<string, unknown>>), ['sv', 'en'])
      : undefined;
  return freeName(
    nameFrom(text ?? '', kind),
    async (name) => (await tx.findText(kind, name)) === undefined,
  );
}

function onlyTexts(map: Readonly<Record<string, unknown>>): Record<string, string> {
  const texts = Object.entries(map).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(texts);
}

/** @throws CatalogError `invalid-record` when the text cannot be a name. */
export function demandName(name: string): void {
  if (isName(name)) return;
  throw new CatalogError(
    'invalid-record',
    {
      sv: `${JSON.stringify(name)} kan inte vara ett namn.`,
      en: `${JSON.stringify(name)} cannot be a name.`,
    },
    {
      issues: [
        {
          rule: 'name',
          level: 'error',
          blocks: 'storing',
          pointer: '/record/name',
          message: {
            sv: 'Ett namn har 2–100 tecken: små bokstäver a–z, siffror och enkla bindestreck. Skriv till exempel badplatser-umea.',
            en: 'A name has 2–100 characters: lower-case a–z, digits and single hyphens. Write for example badplatser-umea.',
          },
        },
      ],
    },
  );
}

/**
 * The subject of a record: the publisher's own IRI when one is given, else our address.
 * @throws CatalogError `invalid-record` for an IRI that is not absolute, or lies on this site at another address.
 */
export function demandIri(base: Iri, address: Iri, given: unknown): Iri {
  if (given === undefined || given === address) return address;
  if (typeof given === 'string' && isAbsoluteIri(given) && !`${given}/`.startsWith(`${base}/`))
    return given;
  throw new CatalogError(
    'invalid-record',
    {
      sv: 'Posten har en IRI som den inte kan ha.',
      en: 'The record has an IRI that it cannot have.',
    },
    {
      issues: [
        {
          rule: 'V001',
          level: 'error',
          blocks: 'storing',
          pointer: '/@id',
          message: {
            sv: `Postens IRI ska vara absolut, och på den här webbplatsen är den alltid ${address}. Ta bort @id så sätts den.`,
            en: `A record's IRI is absolute, and on this site it is always ${address}. Leave @id out and it is set.`,
          },
        },
      ],
    },
  );
}

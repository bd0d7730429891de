import type { Actor } from '../kernel/actor.ts';
import type { Iri } from '../kernel/iri.ts';
import { isJsonObject } from '../kernel/json.ts';
import { type LanguageMap, textIn } from '../kernel/language-map.ts';
import type { NodeObject } from '../profile/record.ts';
import { isOrganisationNumber } from '../profile/rules/organisation-number.ts';
import { defaultsFor } from '../profile/settle.ts';
import { addressOf, type CatalogContext } from './catalog-context.ts';
import type { CatalogTransaction } from './catalog-store.ts';
import { demandIri, demandName, type Saved } from './create-resource.ts';
import { type Description, demandValid, describe } from './describe.ts';
import { demand } from './policy.ts';
import { createdEvent } from './record-event.ts';
import type { Resource } from './resource.ts';
import { signatureOf } from './signature.ts';

/**
 * An organisation comes in, and its one catalogue with it; both are public from the start.
 * DCAT-AP-SE 3.0.1 §Agent (IRI by organisation number), §Catalog.
 */
export interface CreateOrganization {
  readonly actor: Actor;
  readonly name: string;
  /** Its description as an Agent; `@id` and an organisation number in `identifier` decide its IRI. */
  readonly node: NodeObject;
  readonly reason?: string | undefined;
}

/** @throws CatalogError `not-permitted`, `invalid-record`, `name-taken`, `iri-taken`. */
export async function createOrganization(
  context: CatalogContext,
  { actor, name, node, reason }: CreateOrganization,
): Promise<Saved> {
  demand(actor, 'create-organization');
  demandName(name);
  const { store, base, newId } = context;
  const id = newId();
  const iri = agentIri(base, name, node);
  const organization = describe(context, { kind: 'organization', name, iri, owner: name }, node);
  demandValid(organization.issues, true);
  const { content } = organization;
  const catalogIri = addressOf(base, 'catalog', name);
  const catalog = describe(
    context,
    { kind: 'catalog', name, iri: catalogIri, owner: name },
    { ...defaultsFor('Catalog', context.profile.plan), ...catalogOf(content, iri) },
  );
  demandValid(catalog.issues, true);
  const saved = await store.transact(async (tx) => {
    const owner = await insert(tx, 'organization', { id, iri, ...organization });
    await insert(tx, 'catalog', { id: newId(), iri: catalogIri, ...catalog });
    await tx.audit(createdEvent(actor, owner));
    return owner;
  });
  return { resource: saved, issues: organization.issues, isNew: true };

  function insert(
    tx: CatalogTransaction,
    kind: 'organization' | 'catalog',
    made: Description & { readonly id: string; readonly iri: Iri },
  ): Promise<Resource> {
    const time = context.now().toISOString();
    return tx.save({
      resource: {
        id: made.id,
        kind,
        organization: id,
        name,
        iri: made.iri,
        state: 'published',
        version: 1,
        content: made.content,
        digest: made.digest,
        created: time,
        changed: time,
        published: time,
      },
      author: signatureOf(actor),
      reason: reason ?? null,
      announce: 'create',
    });
  }
}

/**
 * An agent's IRI: the given one, else by a Swedish organisation number, else our address.
 * DCAT-AP-SE 3.0.1, recommendation on agents: `http://dataportal.se/organisation/SE` and ten digits.
 */
function agentIri(base: Iri, name: string, node: NodeObject): Iri {
  const address = addressOf(base, 'organization', name);
  const given = node['@id'];
  if (given !== undefined) return demandIri(base, address, given);
  const identifiers = Array.isArray(node.identifier) ? node.identifier : [node.identifier];
  for (const identifier of identifiers) {
    if (typeof identifier === 'string' && isOrganisationNumber(identifier)) {
      return `http://dataportal.se/organisation/SE${identifier.replace('-', '')}`;
    }
  }
  return address;
}

/** The catalogue that an organisation starts with. */
function catalogOf({ name: names }: NodeObject, publisher: Iri): NodeObject {
  // What has been judged valid has a name by language.
  const name = isJsonObject(names) ? (names as LanguageMap) : {};
  const sv = textIn(name, ['sv']) ?? '';
  const en = textIn(name, ['en']) ?? '';
  return {
    title: { sv: `Datakatalog för ${sv}`, en: `Data catalogue of ${en}` },
    description: { sv: `Data som ${sv} delar.`, en: `Data shared by ${en}.` },
    publisher,
  };
}

import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Iri } from '../kernel/iri.ts';
import type { NodeObject } from '../profile/record.ts';
import { defaultsFor } from '../profile/settle.ts';
import { addressOf, type CatalogContext } from './catalog-context.ts';
import type { CatalogTransaction } from './catalog-store.ts';
import { demandName, type Saved } from './create-resource.ts';
import { type Description, demandValid, describe } from './describe.ts';
import { authorOf, demand } from './policy.ts';
import type { Resource } from './resource.ts';

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
  const organization = describe(
    context,
    'organization',
    node,
    iri,
    addressOf(base, 'organization', name),
  );
  demandValid(organization.issues, true);
  const catalogIri = addressOf(base, 'catalog', name);
  const catalog = describe(
    context,
    'catalog',
    { ...defaultsFor('Catalog', context.profile.plan), ...catalogOf(node, iri) },
    catalogIri,
  );
  const saved = await store.transact(async (tx) => {
    const owner = await insert(tx, 'organization', { id, iri, ...organization });
    await insert(tx, 'catalog', { id: newId(), iri: catalogIri, ...catalog });
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
      author: authorOf(actor),
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
  const given = node['@id'];
  if (given !== undefined) return given;
  const identifiers = Array.isArray(node.identifier) ? node.identifier : [node.identifier];
  for (const identifier of identifiers) {
    const digits = typeof identifier === 'string' ? /^(\d{6})-?(\d{4})$/.exec(identifier) : null;
    if (digits !== null) return `http://dataportal.se/organisation/SE${digits[1]}${digits[2]}`;
  }
  return addressOf(base, 'organization', name);
}

/** The catalogue that an organisation starts with. */
function catalogOf(node: NodeObject, publisher: Iri): NodeObject {
  const names = node.name;
  if (typeof names !== 'object' || names === null || Array.isArray(names)) {
    throw new CatalogError('invalid-record', {
      sv: 'En organisation behöver ett namn per språk.',
      en: 'An organisation needs a name by language.',
    });
  }
  const name = names as Readonly<Record<string, string>>;
  const sv = name.sv ?? name['@none'] ?? name.en ?? '';
  const en = name.en ?? sv;
  return {
    title: { sv: `Datakatalog för ${sv}`, en: `Data catalogue of ${en}` },
    description: {
      sv: `Data som ${sv} delar.`,
      en: `Data shared by ${en}.`,
    },
    publisher,
  };
}

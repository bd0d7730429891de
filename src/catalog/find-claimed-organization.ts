import type { CatalogReader } from './catalog-store.ts';

/** Ten digits, with or without the hyphen and the country: 212000-2627, SE2120002627. */
const organizationNumber = /^(?:SE)?(\d{6})-?(\d{4})$/;

/**
 * The id of the organisation that a token or an identity provider speaks of: by its name in addresses, its IRI, or its
 * organisation number (as DCAT-AP-SE §2.3 makes IRIs of it). Undefined when it is none of ours.
 */
export async function findClaimedOrganization(
  store: CatalogReader,
  claimed: string,
): Promise<string | undefined> {
  const number = organizationNumber.exec(claimed);
  const iri =
    number === null ? claimed : `http://dataportal.se/organisation/SE${number[1]}${number[2]}`;
  const found = /^[a-z0-9-]{1,100}$/.test(claimed)
    ? ((await store.find('organization', claimed)) ?? (await store.findByIri(iri)))
    : await store.findByIri(iri);
  return found?.kind === 'organization' && found.state !== 'withdrawn' ? found.id : undefined;
}

import type { Issue } from '../kernel/issue.ts';
import { type Claim, claimsOf } from '../profile/judge-claims.ts';
import type { NodeObject } from '../profile/record.ts';
import type { CatalogReader } from './catalog-store.ts';
import { findAllByIri } from './find-all-by-iri.ts';
import type { Resource } from './resource.ts';

/** A description of something that another organisation has here under an IRI of its own. */
export interface ForeignClaim extends Claim {
  readonly record: Resource;
}

/**
 * What the description says of other organisations' records. Addresses of ours are judged without asking the store; records
 * with the publisher's IRI, and organisations by their number, are only known here. All our documents are read as one graph,
 * so that such statements would speak in the other's name.
 * @param organization the owner's id
 */
export async function foreignClaims(
  store: Pick<CatalogReader, 'findManyByIri'>,
  organization: string,
  node: NodeObject,
): Promise<readonly ForeignClaim[]> {
  const claims = [...claimsOf(node)];
  const iris = [...new Set(claims.map((claim) => claim.iri))];
  const foreign = new Map<string, Resource>();
  for (const record of await findAllByIri(store, iris)) {
    if (record.organization !== organization) foreign.set(record.iri, record);
  }
  return claims.flatMap((claim) => {
    const record = foreign.get(claim.iri);
    return record === undefined ? [] : [{ ...claim, record }];
  });
}

/** The issues with those of foreign claims, each place named once: addresses of ours have been judged before. */
export function withForeignClaims(
  issues: readonly Issue[],
  claims: readonly Claim[],
): readonly Issue[] {
  const known = new Set(
    issues.filter(({ rule }) => rule === 'foreign-claim').map(({ pointer }) => pointer),
  );
  return [...claims.filter(({ pointer }) => !known.has(pointer)).map(foreignClaimIssue), ...issues];
}

/** The fault of a foreign claim: it keeps the record from being stored. */
export function foreignClaimIssue({ iri, pointer }: Claim): Issue {
  return {
    rule: 'foreign-claim',
    level: 'error',
    blocks: 'storing',
    pointer,
    message: {
      sv: `${iri} beskrivs av en annan organisation här. Ange bara dess IRI, utan egen beskrivning.`,
      en: `${iri} is described by another organisation here. Give only its IRI, without a description.`,
    },
  };
}

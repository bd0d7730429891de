import type { CatalogContext } from '../catalog/catalog-context.ts';
import type { Iri } from '../kernel/iri.ts';
import { settle } from '../profile/settle.ts';
import { rdfWriters } from '../rdf/rdf-writers.ts';
import type { ReadRecord } from '../rdf/read-record.ts';

/**
 * Everything that is said of descriptions that are no records here, as sorted N-Triples lines. Those without an IRI get one
 * under the catalogue's address, by their order.
 */
export function looseStatements(
  { profile: { plan, vocabularies }, base }: CatalogContext,
  loose: readonly ReadRecord[],
  address: Iri,
): readonly string[] {
  if (loose.length === 0) return [];
  const writers = rdfWriters(plan, vocabularies, { contextUrl: `${base}/context.jsonld` });
  return loose.flatMap(({ className, record, extra, iri }, index) => {
    const prefix = `${address}#part-${index + 1}`;
    const { content } = settle({ ...record, extra: [...extra] }, className, plan, {
      iri: iri ?? prefix,
      prefix,
      vocabularies,
    });
    return writers
      .record(content, className, { syntax: 'nt' })
      .split('\n')
      .filter((line) => line !== '');
  });
}

/** Whether the line speaks of an address of ours, which is ours to describe. */
export function ourSubject(line: string, base: Iri): boolean {
  const subject = /^<([^>]*)>/.exec(line)?.[1];
  return subject !== undefined && isUnder(subject, base);
}

/** Whether the IRI is an address of ours, the base itself included. */
export function isUnder(iri: Iri, base: Iri): boolean {
  return `${iri}/`.startsWith(`${base}/`);
}

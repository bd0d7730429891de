import type { Iri } from '../kernel/iri.ts';
import type { Localized, UserLanguage } from '../kernel/issue.ts';
import { isOpenTo, type Normalised, normaliser } from './normaliser.ts';
import type { Concept, VocabularyFile } from './vocabulary-file.ts';

/** A controlled vocabulary, ready to be asked. DCAT-AP-SE 3.0.1 §8; SKOS Reference §3–§10. */
export interface ConceptScheme {
  readonly name: string;
  readonly iri: Iri;
  readonly title: Localized;
  readonly source: Iri;
  readonly version: string;
  readonly date: string;
  readonly licence: Iri | undefined;
  readonly note?: string;
  /** In the order of the list. */
  readonly concepts: readonly Concept[];
  /** Whether the IRI is, letter by letter, that of a concept here. */
  has(iri: Iri): boolean;
  concept(iri: Iri): Concept | undefined;
  label(iri: Iri, language: UserLanguage): string | undefined;
  /** All broader concepts, the nearest first, up to the top. */
  broader(iri: Iri): readonly Iri[];
  /** The concepts one step below. */
  narrower(iri: Iri): readonly Iri[];
  /** The concepts that nothing here is broader than. */
  topConcepts(): readonly Concept[];
  exactMatch(iri: Iri): readonly Iri[];
  /** Prefixes under which IRIs that are not in the list may stand. */
  readonly openPrefixes: readonly Iri[];
  /** Whether the IRI may stand as it is: in the list, or under a prefix that the list leaves open. */
  accepts(iri: Iri): boolean;
  /** The concept that an IRI or a word means; `undefined` when it is not recognised. */
  normalise(value: string): Normalised | undefined;
}

/**
 * The scheme of one file.
 * @throws Error when an IRI stands twice, or a broader concept or the target of a form is not there: a fault in the file.
 */
export function conceptScheme(file: VocabularyFile): ConceptScheme {
  const byIri = new Map<Iri, Concept>();
  for (const concept of file.concepts) {
    if (byIri.has(concept.iri)) throw new Error(`${concept.iri} stands twice`);
    byIri.set(concept.iri, concept);
  }
  const { accepts, concepts, ...about } = file;
  for (const [form, iri] of accepts.forms) {
    if (!byIri.has(iri) && !isOpenTo(accepts, iri)) {
      throw new Error(`accepts.forms["${form}"] leads to ${iri}, which is not in the list`);
    }
  }
  const chains = broaderChains(byIri);
  const narrower = Map.groupBy(
    concepts.flatMap(({ iri, broader }) => broader.map((above) => ({ iri, above }))),
    ({ above }) => above,
  );
  const top = concepts.filter((concept) => concept.broader.length === 0);
  return {
    ...about,
    concepts,
    openPrefixes: accepts.open.map(({ prefix }) => prefix),
    has: (iri) => byIri.has(iri),
    concept: (iri) => byIri.get(iri),
    label: (iri, language) => byIri.get(iri)?.prefLabel[language],
    broader: (iri) => chains.get(iri) ?? [],
    narrower: (iri) => narrower.get(iri)?.map((step) => step.iri) ?? [],
    topConcepts: () => top,
    exactMatch: (iri) => byIri.get(iri)?.exactMatch ?? [],
    accepts: (iri) => byIri.has(iri) || isOpenTo(accepts, iri),
    normalise: normaliser(file),
  };
}

function broaderChains(byIri: ReadonlyMap<Iri, Concept>): ReadonlyMap<Iri, readonly Iri[]> {
  const chains = new Map<Iri, readonly Iri[]>();
  for (const { iri, broader } of byIri.values()) {
    const chain = new Set(broader);
    // A set is walked in the order of insertion, and what is added meanwhile is walked too: nearest first, loops end.
    for (const above of chain) {
      const concept = byIri.get(above);
      if (concept === undefined)
        throw new Error(`${above}, broader than ${iri}, is not in the list`);
      for (const next of concept.broader) chain.add(next);
    }
    if (chain.size > 0) chains.set(iri, [...chain]);
  }
  return chains;
}

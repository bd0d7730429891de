import type { Iri } from '../kernel/iri.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Concept } from '../vocabularies/vocabulary-file.ts';
import type { FacetName } from './facets.ts';

/**
 * Concepts as they stand in addresses: `ENVI` for the theme, `2711533` for the place, `CC-BY-4.0` for the licence. A licence has
 * no code of its own, so its notation is taken; what no list knows keeps its whole IRI.
 */

/** The vocabulary that a facet's values come from. */
const vocabularyOf: Partial<Readonly<Record<FacetName, string>>> = {
  theme: 'data-theme',
  hvdCategory: 'hvd-category',
  license: 'licence',
  accessRights: 'access-right',
  language: 'language',
  frequency: 'frequency',
  organizationType: 'agent-type',
  place: 'place',
};

/** A facet's value for a concept's IRI. */
export function valueOfConcept(vocabularies: Vocabularies, facet: FacetName, iri: Iri): string {
  const name = vocabularyOf[facet];
  const concept = name === undefined ? undefined : vocabularies.get(name).concept(iri);
  return concept === undefined ? iri : shortName(concept);
}

/** The concept that a facet's value stands for; undefined for what no list knows, and for facets without one. */
export function conceptOfValue(
  vocabularies: Vocabularies,
  facet: FacetName,
  value: string,
): Concept | undefined {
  const name = vocabularyOf[facet];
  if (name === undefined) return undefined;
  return byShortName(vocabularies, name).get(value);
}

/** The value and those of all that is broader, the nearest first. Countries are broader than all places, so they are left out. */
export function withBroader(
  vocabularies: Vocabularies,
  facet: FacetName,
  iri: Iri,
): readonly string[] {
  const scheme = vocabularies.get(vocabularyOf[facet] ?? '');
  const above = scheme
    .broader(iri)
    .filter((one) => facet !== 'place' || scheme.concept(one)?.facts.kind === 'county');
  return [iri, ...above].map((one) => valueOfConcept(vocabularies, facet, one));
}

function shortName({ code, notation, iri }: Concept): string {
  return code ?? notation?.replaceAll(' ', '-') ?? iri;
}

const known = new WeakMap<Vocabularies, Map<string, ReadonlyMap<string, Concept>>>();

function byShortName(vocabularies: Vocabularies, name: string): ReadonlyMap<string, Concept> {
  const schemes = known.get(vocabularies) ?? new Map<string, ReadonlyMap<string, Concept>>();
  known.set(vocabularies, schemes);
  const scheme =
    schemes.get(name) ??
    new Map(vocabularies.get(name).concepts.map((concept) => [shortName(concept), concept]));
  schemes.set(name, scheme);
  return scheme;
}

import type { ConceptScheme } from '../vocabularies/concept-scheme.ts';
import { type PlaceGeometry, placeGeometry } from '../vocabularies/place-geometry.ts';

/** Statistics Sweden's codes of counties (two digits) and municipalities (four). `00` is the whole country. */
export interface Areas {
  readonly municipalities: ReadonlyMap<string, Area>;
  readonly counties: ReadonlyMap<string, Area>;
}

export interface Area {
  readonly code: string;
  readonly name: string;
  /** Undefined when the list of places does not say. */
  readonly geometry: PlaceGeometry | undefined;
}

/** The areas that the vocabulary `place` has. */
export function areasOf(places: ConceptScheme): Areas {
  const municipalities = new Map<string, Area>();
  const counties = new Map<string, Area>();
  for (const { iri, prefLabel, facts } of places.concepts) {
    const code = facts.scb;
    if (typeof code !== 'string') continue;
    const area = { code, name: prefLabel.sv, geometry: placeGeometry(places, iri) };
    (code.length === 4 ? municipalities : counties).set(code, area);
  }
  return { municipalities, counties };
}

import type { ComponentChild } from 'preact';
import type { ConceptScheme } from '../../vocabularies/concept-scheme.ts';
import type { Concept } from '../../vocabularies/vocabulary-file.ts';
import { wordsIn } from '../words/words.ts';
import { type Spot, textAt } from './editor-view.ts';
import { below } from './field-tree.ts';

/** Numbers of the boxes begin here: what is chosen otherwise stands before. */
const firstBox = 1000;

/** All places of the list as boxes to tick, each county with its municipalities. What is chosen already stands in the fields above. */
export function PlaceTree({ spot }: { readonly spot: Spot }) {
  const { view, property, place } = spot;
  if (property.vocabulary === undefined || !view.mayEdit) return null;
  const scheme = view.rules.vocabularies.get(property.vocabulary);
  const chosen = new Set(
    [...view.fields.keys()]
      .filter((name) => name.startsWith(`${place}/`))
      .map((name) => textAt(view, name)),
  );
  const number = new Map(scheme.concepts.map(({ iri }, index) => [iri, firstBox + index]));
  const box = (concept: Concept) => {
    if (chosen.has(concept.iri)) return null;
    const name = below(place, number.get(concept.iri) ?? firstBox);
    return (
      <div class="ds-field" key={concept.iri}>
        <input class="ds-input" type="checkbox" id={name} name={name} value={concept.iri} />
        <label for={name}>{concept.prefLabel[view.language]}</label>
      </div>
    );
  };
  return (
    <details class="editor-places" data-places={place}>
      <summary>{wordsIn(view.language).editor.placesByCounty}</summary>
      {scheme.topConcepts().map((top) => (
        <Branch key={top.iri} scheme={scheme} concept={top} spot={spot} box={box} />
      ))}
    </details>
  );
}

function Branch({
  scheme,
  concept,
  spot,
  box,
}: {
  readonly scheme: ConceptScheme;
  readonly concept: Concept;
  readonly spot: Spot;
  readonly box: (concept: Concept) => ComponentChild;
}) {
  const { language } = spot.view;
  const inside = scheme
    .narrower(concept.iri)
    .flatMap((iri) => scheme.concept(iri) ?? [])
    .toSorted((one, other) =>
      one.prefLabel[language].localeCompare(other.prefLabel[language], language),
    );
  if (inside.length === 0) return <>{box(concept)}</>;
  return (
    <details>
      <summary>{concept.prefLabel[language]}</summary>
      <div class="editor-choices">
        {box(concept)}
        {inside.map((one) => (
          <Branch key={one.iri} scheme={scheme} concept={one} spot={spot} box={box} />
        ))}
      </div>
    </details>
  );
}

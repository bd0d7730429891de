import { conceptOfValue, valueOfConcept } from '../../search/concept-values.ts';
import { placeGeometry } from '../../vocabularies/place-geometry.ts';
import type { CountyCount } from '../maps/sweden-map.tsx';
import { formatNumber } from '../words/format.ts';
import { changed, chosenOf, labelOf, type Searched } from './searched.ts';

/** Every county with its hits, those of its municipalities among them, in the order of the list of places: from Stockholm to Norrbotten. */
export function countyCounts(searched: Searched): readonly CountyCount[] {
  const { vocabularies, language, result } = searched;
  const places = vocabularies.get('place');
  const counts = new Map(result.facets.place?.values.map(({ value, count }) => [value, count]));
  const chosen = new Set(chosenOf(searched, 'place'));
  return places.concepts.flatMap((concept) => {
    const geometry =
      concept.facts.kind === 'county' ? placeGeometry(places, concept.iri) : undefined;
    if (geometry === undefined) return [];
    const value = valueOfConcept(vocabularies, 'place', concept.iri);
    const count = counts.get(value) ?? 0;
    const isChosen = chosen.has(value);
    return [
      {
        code: value,
        name: labelOf(searched, 'place', value),
        count,
        shown: formatNumber(count, language),
        href: changed(searched, {
          [isChosen ? 'remove' : 'add']: { facet: 'place', value },
        }),
        point: geometry.point,
        isChosen,
      },
    ];
  });
}

/** Whether any hit says a place that the map has. */
export function hasPlaces({ vocabularies, result }: Searched): boolean {
  return (result.facets.place?.values ?? []).some(
    ({ value }) => conceptOfValue(vocabularies, 'place', value) !== undefined,
  );
}

import type { LanguageMap } from '../kernel/language-map.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { facetLabel } from './facet-labels.ts';
import type { FacetName } from './facets.ts';
import type { ShownDocument } from './index-document.ts';

/** What the themes, places and file types of a hit are called, in both languages: texts that it can have been found by. */
export function shownLabels(
  vocabularies: Vocabularies,
): (shown: ShownDocument) => readonly LanguageMap[] {
  const known = new Map<string, LanguageMap>();
  const label = (facet: FacetName) => (value: string) => {
    const key = `${facet} ${value}`;
    const labels = known.get(key) ?? {
      sv: facetLabel(vocabularies, facet, value, 'sv'),
      en: facetLabel(vocabularies, facet, value, 'en'),
    };
    if (known.size < mostKnown) known.set(key, labels);
    return labels;
  };
  return ({ themes, places, formats }) => [
    ...themes.map(label('theme')),
    ...places.map(label('place')),
    ...formats.map((code) => ({ '': code })),
  ];
}

const mostKnown = 5000;

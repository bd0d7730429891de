import type { SearchChange } from '../../http/search-address.ts';
import { facetTitles } from '../../search/facet-labels.ts';
import { facetNames } from '../../search/facets.ts';
import { wordsIn } from '../words/words.ts';
import { changed, chosenOf, labelOf, type Searched } from './searched.ts';

/** Something that is chosen, with the search without it. */
export interface ChosenChip {
  /** `Umeå`, `2019–2024`. */
  readonly text: string;
  /** `Plats: Umeå`: what it is where the words stand alone. */
  readonly full: string;
  readonly change: SearchChange;
  readonly href: string;
}

/** All that narrows the search beside its words, in the order of the address. */
export function chosenChips(searched: Searched): readonly ChosenChip[] {
  const { request, language } = searched;
  const say = wordsIn(language).search;
  const chip = (text: string, kind: string, change: SearchChange): ChosenChip => ({
    text,
    full: kind === '' ? text : `${kind}: ${text}`,
    change,
    href: changed(searched, change),
  });
  return [
    ...facetNames.flatMap((facet) =>
      chosenOf(searched, facet).map((value) =>
        chip(labelOf(searched, facet, value), facetTitles[facet][language], {
          remove: { facet, value },
        }),
      ),
    ),
    ...(request.years === undefined
      ? []
      : [chip(yearsText(request.years, say.chip), say.years.title, { years: null })]),
    ...(request.box === undefined
      ? []
      : [
          chip(request.box.relation === 'within' ? say.chip.within : say.chip.box, '', {
            box: null,
          }),
        ]),
  ];
}

/** `2019–2024`, `från 2019`, `till 2024`. */
export function yearsText(
  [from, to]: readonly [from: number, to: number],
  say: {
    readonly years: (from: string, to: string) => string;
    readonly since: (from: string) => string;
    readonly until: (to: string) => string;
  },
): string {
  if (from === 0) return say.until(String(to));
  return to === 9999 ? say.since(String(from)) : say.years(String(from), String(to));
}

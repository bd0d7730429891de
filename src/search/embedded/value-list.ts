import { type FacetName, facetNames } from '../facets.ts';

/** Every value of every facet under a number of its own, counted from 0 in the order in which they came. */
export interface ValueList {
  readonly size: number;
  /** The number; undefined for a value that no record has had. */
  find(facet: FacetName, value: string): number | undefined;
  /** Adds a value that is not there, with the next number. */
  add(facet: FacetName, value: string): number;
  /** Index in `facetNames` of the facet that a value belongs to. */
  facetOf(number: number): number;
  textOf(number: number): string;
  numbersOf(facet: FacetName): readonly number[];
}

export function createValueList(): ValueList {
  const byFacet = new Map(
    facetNames.map((name, index) => [
      name,
      { index, numbers: [] as number[], byText: new Map<string, number>() },
    ]),
  );
  const texts: string[] = [];
  const facets: number[] = [];
  return {
    get size() {
      return texts.length;
    },
    find: (facet, value) => byFacet.get(facet)?.byText.get(value),
    add(facet, value) {
      const number = texts.length;
      const own = byFacet.get(facet);
      if (own === undefined) throw new TypeError(`There is no facet ${facet}.`);
      own.byText.set(value, number);
      own.numbers.push(number);
      texts.push(value);
      facets.push(own.index);
      return number;
    },
    facetOf: (number) => facets[number] ?? -1,
    textOf: (number) => texts[number] ?? '',
    numbersOf: (facet) => byFacet.get(facet)?.numbers ?? [],
  };
}

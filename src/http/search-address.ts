import { type FacetName, facetNames } from '../search/facets.ts';
import type { SearchRequest } from '../search/search.ts';
import { usualSize } from './search-parameters.ts';

/** A change to a search: what a link in a facet, a chip, a heading or a pager does. What it leaves out stays; pages begin anew. */
export interface SearchChange {
  readonly text?: string;
  readonly add?: { readonly facet: FacetName; readonly value: string };
  /** One value, or without one the whole facet. */
  readonly remove?: { readonly facet: FacetName; readonly value?: string };
  /** `null` takes it away, as with the box. */
  readonly years?: SearchRequest['years'] | null;
  readonly box?: SearchRequest['box'] | null;
  readonly sort?: SearchRequest['sort'];
  readonly size?: number;
  readonly page?: number;
  readonly cursor?: string;
  /** Everything but the order and the size of pages is taken away first. */
  readonly clear?: boolean;
}

/** The address of a search at the path, with a change. Equal searches have equal addresses; what is usual is not written. */
export function searchAddress(
  path: string,
  request: Partial<SearchRequest>,
  change: SearchChange = {},
): string {
  const search = parametersOf(request, change).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** Whether the search holds nothing that could be taken away: no words, no filters, no years, no box. */
export function isBrowsing({ text, filters, years, box }: SearchRequest): boolean {
  const narrowed = Object.values(filters).some((values) => values.length > 0);
  return text === '' && !narrowed && years === undefined && box === undefined;
}

function parametersOf(request: Partial<SearchRequest>, change: SearchChange): URLSearchParams {
  const kept = change.clear === true ? {} : request;
  const parameters = new URLSearchParams();
  const text = change.text ?? kept.text ?? '';
  if (text !== '') parameters.append('q', text);
  for (const facet of facetNames) {
    for (const value of valuesOf(facet, kept.filters?.[facet] ?? [], change))
      parameters.append(facet, value);
  }
  const years = change.years === undefined ? kept.years : change.years;
  if (years && years[0] !== 0) parameters.append('from', String(years[0]));
  if (years && years[1] !== 9999) parameters.append('to', String(years[1]));
  const box = change.box === undefined ? kept.box : change.box;
  if (box) {
    const { west, south, east, north } = box.box;
    parameters.append('bbox', [west, south, east, north].join(','));
    if (box.relation === 'within') parameters.append('within', 'true');
  }
  const sort = change.sort ?? request.sort ?? 'relevance';
  if (sort !== 'relevance') parameters.append('sort', sort);
  const size = change.size ?? request.size ?? usualSize;
  if (size !== usualSize) parameters.append('limit', String(size));
  if (change.page !== undefined && change.page > 1) parameters.append('page', String(change.page));
  if (change.cursor !== undefined) parameters.append('cursor', change.cursor);
  return parameters;
}

function valuesOf(
  facet: FacetName,
  values: readonly string[],
  { add, remove }: SearchChange,
): readonly string[] {
  const stay =
    remove?.facet === facet
      ? values.filter((value) => remove.value !== undefined && value !== remove.value)
      : values;
  return add?.facet === facet && !stay.includes(add.value) ? [...stay, add.value] : stay;
}

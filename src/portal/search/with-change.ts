import type { SearchChange } from '../../http/search-address.ts';
import type { SearchRequest } from '../../search/search.ts';

/** The search that something has been taken away from, at its first page: what `searchAddress` is for addresses. */
export function withChange(
  request: SearchRequest,
  {
    text,
    remove,
    years,
    box,
    clear = false,
  }: Pick<SearchChange, 'text' | 'remove' | 'years' | 'box' | 'clear'>,
): SearchRequest {
  const { years: oldYears, box: oldBox, page: _page, cursor: _cursor, ...rest } = request;
  if (clear) return { ...rest, text: text ?? '', filters: {} };
  const newYears = years === undefined ? oldYears : years;
  const newBox = box === undefined ? oldBox : box;
  return {
    ...rest,
    text: text ?? request.text,
    filters: remove === undefined ? request.filters : without(request.filters, remove),
    ...(newYears ? { years: newYears } : {}),
    ...(newBox ? { box: newBox } : {}),
  };
}

function without(
  filters: SearchRequest['filters'],
  { facet, value }: NonNullable<SearchChange['remove']>,
): SearchRequest['filters'] {
  const left = (filters[facet] ?? []).filter((one) => value !== undefined && one !== value);
  const { [facet]: _gone, ...others } = filters;
  return left.length === 0 ? others : { ...others, [facet]: left };
}

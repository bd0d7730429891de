import type { Kind } from '../catalog/resource.ts';
import type { SearchKind } from '../search/index-document.ts';

/**
 * What is searched at each list's address. `/datasets` is where people look for data, whatever kind of record it is described by; the
 * facet `kind` narrows.
 */
export const searchedKinds: Readonly<Record<Exclude<Kind, 'catalog'>, readonly SearchKind[]>> = {
  dataset: ['dataset', 'series', 'service'],
  series: ['series'],
  service: ['service'],
  organization: ['organization'],
};

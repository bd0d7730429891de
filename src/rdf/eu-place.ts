import type { Iri } from '../kernel/iri.ts';

/** A GeoNames IRI as the EU's vocabulary check knows it: https and a trailing slash. Other IRIs stay. DCAT-AP 3.0.1, spatial. */
export function euPlace(iri: Iri): Iri {
  return iri.replace(/^https?:\/\/sws\.geonames\.org\/(\d+)\/?$/, 'https://sws.geonames.org/$1/');
}

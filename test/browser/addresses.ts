/**
 * Every kind of page that a reader can come to, over the sample catalogue: each is looked at in both colour schemes, both
 * languages, wide and narrow. A new page is a new line.
 */
export interface Address {
  /** Names the screenshots. */
  readonly name: string;
  readonly path: string;
  /** When it is not 200. */
  readonly status?: number;
}

export const addresses: readonly Address[] = [
  { name: 'start', path: '/' },
  { name: 'organizations', path: '/organizations' },
  { name: 'series-list', path: '/series' },
  { name: 'services-list', path: '/services' },
  { name: 'dataset', path: '/datasets/umea-badplatser' },
  { name: 'dataset-version', path: '/datasets/umea-badplatser/versions/1' },
  { name: 'series', path: '/series/umea-leverantorsreskontra' },
  { name: 'service', path: '/services/umea-geodata' },
  { name: 'organization', path: '/organizations/umea' },
  { name: 'profile', path: '/schemas/dcat-ap-se' },
  { name: 'vocabularies', path: '/vocabularies' },
  { name: 'vocabulary', path: '/vocabularies/data-theme' },
  { name: 'problem', path: '/problems/not-found' },
  { name: 'not-found', path: '/datasets/finns-inte', status: 404 },
  { name: 'bad-request', path: '/datasets?from=igår', status: 400 },
];

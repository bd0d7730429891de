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
  /** Who looks, signed in: an administrator of Umeå, or the operator. Nobody in particular otherwise. */
  readonly as?: 'administrator' | 'operator';
}

export const addresses: readonly Address[] = [
  { name: 'start', path: '/' },
  { name: 'search-all', path: '/datasets' },
  { name: 'search', path: '/datasets?q=badplatserna' },
  {
    name: 'search-narrowed',
    path: '/datasets?q=vatten&theme=ENVI&theme=HEAL&format=csv&from=2015',
  },
  { name: 'search-nothing', path: '/datasets?q=xylofonverkstad&theme=ENVI' },
  { name: 'search-box', path: '/datasets?bbox=19,63,21,65&within=true&sort=title' },
  { name: 'search-facet', path: '/search/datasets/keyword' },
  { name: 'series-list', path: '/series' },
  { name: 'services-list', path: '/services' },
  { name: 'organizations', path: '/organizations' },
  { name: 'organization', path: '/organizations/umea' },
  { name: 'dataset', path: '/datasets/umea-badplatser' },
  { name: 'dataset-large', path: '/datasets/goteborg-luftkvalitet-2025' },
  { name: 'dataset-versions', path: '/datasets/umea-badplatser/versions' },
  { name: 'dataset-version', path: '/datasets/umea-badplatser/versions/1' },
  { name: 'series', path: '/series/umea-leverantorsreskontra' },
  { name: 'service', path: '/services/umea-geodata' },
  { name: 'theme', path: '/themes/ENVI' },
  { name: 'standards', path: '/standards' },
  {
    name: 'standard',
    path: `/standards?iri=${encodeURIComponent('https://data.example.se/standards/badplats/1.0')}`,
  },
  { name: 'about', path: '/about' },
  { name: 'accessibility', path: '/tillganglighetsredogorelse' },
  { name: 'developers', path: '/developers' },
  { name: 'status', path: '/status' },
  { name: 'join', path: '/join' },
  { name: 'how-it-works', path: '/how-it-works' },
  { name: 'price', path: '/price' },
  { name: 'terms', path: '/terms' },
  { name: 'contact', path: '/contact' },
  { name: 'report', path: '/report?dataset=umea-badplatser&page=/datasets/umea-badplatser' },
  { name: 'report-accessibility', path: '/report?topic=accessibility' },
  { name: 'quality', path: '/quality' },
  { name: 'quality-organization', path: '/organizations/umea/quality' },
  { name: 'quality-dataset', path: '/datasets/umea-badplatser/quality' },
  { name: 'profile', path: '/schemas/dcat-ap-se' },
  { name: 'vocabularies', path: '/vocabularies' },
  { name: 'vocabulary', path: '/vocabularies/data-theme' },
  { name: 'problem', path: '/problems/not-found' },
  { name: 'not-found', path: '/datasets/finns-inte', status: 404 },
  { name: 'bad-request', path: '/datasets?from=igår', status: 400 },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-in-next', path: '/sign-in?next=/account' },
  { name: 'sign-in-failed', path: '/sign-in?said=down' },
  { name: 'register', path: '/register' },
  { name: 'register-gone', path: `/register/${'A'.repeat(43)}`, status: 410 },
  { name: 'reset', path: '/reset' },
  { name: 'invitation-gone', path: `/invitations/${'A'.repeat(43)}`, status: 410 },
  { name: 'account', path: '/account', as: 'administrator' },
  { name: 'security', path: '/account/security', as: 'administrator' },
  { name: 'second-factor', path: '/account/second-factor', as: 'administrator' },
  { name: 'own-organizations', path: '/account/organizations', as: 'administrator' },
  { name: 'prove', path: '/account/prove', as: 'administrator' },
  { name: 'members', path: '/workspace/umea/members', as: 'administrator' },
  { name: 'tokens', path: '/workspace/umea/tokens', as: 'administrator' },
  { name: 'workspace', path: '/workspace/umea', as: 'administrator' },
  { name: 'workspace-list', path: '/workspace/umea/datasets', as: 'administrator' },
  { name: 'workspace-log', path: '/workspace/umea/log?action=record-imported', as: 'operator' },
  { name: 'operator', path: '/operator', as: 'operator' },
  { name: 'operator-organizations', path: '/operator/organizations', as: 'operator' },
  { name: 'operator-users', path: '/operator/users', as: 'operator' },
  { name: 'operator-jobs', path: '/operator/jobs?state=waiting', as: 'operator' },
  { name: 'operator-mail', path: '/operator/mail', as: 'operator' },
  { name: 'operator-search', path: '/operator/search', as: 'operator' },
  { name: 'operator-log', path: '/operator/log', as: 'operator' },
];

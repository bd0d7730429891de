import type { Pages } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { organizationsPage } from './organizations.tsx';
import { searchPage } from './search.tsx';

/** The list of a kind: organisations by name, everything else as a search. */
export function browsePage(services: Services): Pages['browse'] {
  const search = searchPage(services);
  const organizations = organizationsPage(services);
  return (ctx, kind) => (kind === 'organization' ? organizations(ctx) : search(ctx, kind));
}

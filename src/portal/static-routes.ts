import type { Route } from '../http/route.ts';
import type { Services } from '../http/services.ts';
import type { Localized } from '../kernel/issue.ts';
import { pageRoute } from './page-route.ts';
import { aboutPage } from './pages/about.tsx';
import { accessibilityPage } from './pages/accessibility.tsx';
import { developersPage } from './pages/developers.tsx';
import { statusPage } from './pages/status.tsx';

/** Pages that are about the site itself. */
export function staticRoutes(services: Services): readonly Route[] {
  return [
    page('about', '/about', { sv: 'Om tjänsten', en: 'About the service' }, aboutPage),
    page(
      'accessibility',
      '/tillganglighetsredogorelse',
      { sv: 'Tillgänglighetsredogörelse', en: 'Accessibility statement' },
      accessibilityPage,
    ),
    page(
      'developers',
      '/developers',
      { sv: 'API-guide', en: 'API guide' },
      developersPage(services),
    ),
    page('status', '/status', { sv: 'Driftläge', en: 'Service status' }, statusPage(services)),
  ];
}

function page(id: string, path: string, summary: Localized, handler: Route['handler']): Route {
  return pageRoute({ id, path, summary, handler });
}

import type { Services } from '../http/services.ts';
import { currentText } from '../support/default-texts.ts';
import { accountRoutes } from './account/account-routes.ts';
import { keepTyped } from './account/resume-page.tsx';
import { assetRoutes } from './asset-routes.ts';
import { logRoutes } from './audit/log-routes.ts';
import { bulkRoutes } from './bulk/bulk-routes.ts';
import { editorRoutes } from './editor/editor-routes.tsx';
import { framePages } from './frame-pages.tsx';
import { languageRoutes } from './language-routes.ts';
import type { Portal } from './load-portal.ts';
import { landRoutes } from './maps/land-routes.ts';
import { exportAnswers } from './onboarding/export-answer.ts';
import { onboardingRoutes } from './onboarding/onboarding-routes.ts';
import { operatorRoutes } from './operator/operator-routes.ts';
import { organizationProfileRoutes } from './organization-profile/profile-routes.ts';
import { browsePage } from './pages/browse.tsx';
import { recordPage } from './pages/record.tsx';
import { facetListRoutes } from './pages/search-facet-list.tsx';
import { standardRoutes } from './pages/standard.tsx';
import { startPage } from './pages/start.tsx';
import { themeRoutes } from './pages/theme.tsx';
import { versionRoutes } from './pages/versions.tsx';
import { publishingRoutes } from './publishing/publishing-routes.ts';
import { qualityPageRoutes } from './quality/quality-page-routes.ts';
import { staticRoutes } from './static-routes.ts';
import { siteNotices, versionWith } from './support/site-notices.ts';
import { supportRoutes } from './support/support-routes.ts';
import { chooseOrganizationRoutes } from './workspace/choose-organization.tsx';
import { workspaceRoutes } from './workspace/workspace-routes.ts';

/** The pages for readers, drawn on the server. What a page shows stands in its own file of `pages/`. */
export function createPortal(services: Services): Portal {
  const { context, site } = services;
  return {
    pages: {
      ...framePages({ ...site, base: context.base }),
      keepTyped,
      notices: siteNotices(services.announcements),
      get version() {
        return versionWith(services.announcements);
      },
      start: startPage(services),
      browse: browsePage(services),
      record: recordPage(services),
    },
    routes: [
      ...assetRoutes(services),
      ...languageRoutes(context.base),
      ...editorRoutes(services),
      ...facetListRoutes(services),
      ...landRoutes(),
      ...themeRoutes(services),
      ...standardRoutes(services),
      ...versionRoutes(services),
      ...staticRoutes(services),
      ...accountRoutes(services),
      ...supportRoutes(services),
      ...onboardingRoutes(services.onboarding, {
        terms: async () => (await currentText(services.support.site, 'terms')).text,
        exportOf: exportAnswers(services, services.onboarding, services.audit),
      }),
      ...chooseOrganizationRoutes(services),
      ...logRoutes(services),
      ...operatorRoutes(services),
      ...workspaceRoutes(services),
      ...qualityPageRoutes(services),
      ...publishingRoutes(services),
      ...organizationProfileRoutes(services),
      ...bulkRoutes(services),
    ],
  };
}

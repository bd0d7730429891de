import type { Site } from '../http/pages.ts';
import { FactsMain } from './facts.tsx';
import type { FramePages } from './load-portal.ts';
import { problemPage } from './pages/problem.tsx';
import { portalVersion } from './portal-version.ts';
import { respond } from './respond.tsx';

/** The pages that need no catalogue: facts and problems in the frame that all pages have. */
export function framePages(site: Site): FramePages {
  return {
    version: portalVersion,
    site,
    facts: (ctx, page) => {
      const framed = { ...page, canonical: ctx.path, section: 'developers', way: [] } as const;
      respond(ctx, framed, <FactsMain {...page} />);
    },
    problem: problemPage,
  };
}

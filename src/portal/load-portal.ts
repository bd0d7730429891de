import type { Pages } from '../http/pages.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../http/services.ts';

/** What the portal adds to the program: pages at the addresses that it shares with programs, and routes of its own. */
export interface Portal {
  readonly pages: Pages;
  readonly routes: readonly Route[];
}

/** The portal, loaded when it is first needed: commands that draw no pages do not wait for it. */
export async function loadPortal(services: Services): Promise<Portal> {
  await import('./tsx.ts');
  const { createPortal } = await import('./portal.tsx');
  return createPortal(services);
}

/** The pages that need no catalogue. */
export async function loadFrame(): Promise<Pick<Pages, 'version' | 'facts' | 'problem'>> {
  await import('./tsx.ts');
  const { framePages } = await import('./frame-pages.tsx');
  return framePages();
}

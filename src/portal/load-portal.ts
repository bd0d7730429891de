import type { Pages, Site } from '../http/pages.ts';
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

/** The pages that need no catalogue, of a site. */
export async function loadFrame(
  site: Site = { title: 'Datatorget', contact: 'info@example.se', base: 'https://data.example.se' },
): Promise<FramePages> {
  await import('./tsx.ts');
  const { framePages } = await import('./frame-pages.tsx');
  return framePages(site);
}

/** What every address of the program needs pages for, whether there is a catalogue or not. */
export type FramePages = Pick<Pages, 'version' | 'site' | 'facts' | 'problem'>;

/** Builds what every page loads, so that the first reader after a start does not wait for it. @throws esbuild's BuildFailure */
export async function warmPortal(): Promise<void> {
  const { assetAddress, findAsset } = await import('./assets.ts');
  await findAsset(assetAddress.style('main').slice('/assets/'.length));
  await findAsset(assetAddress.island('page').slice('/assets/'.length));
}

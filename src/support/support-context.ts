import type { CatalogContext } from '../catalog/catalog-context.ts';
import type { SiteStore } from './site-store.ts';
import type { TicketStore } from './ticket-store.ts';

/** What the use cases of support are handed. */
export interface SupportContext {
  readonly tickets: TicketStore;
  readonly site: SiteStore;
  /** Time, ids, and the base of all addresses. */
  readonly catalog: CatalogContext;
  /** What the site is called, and the operator's address of mail. */
  readonly about: { readonly title: string; readonly contact: string };
}

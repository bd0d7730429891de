import type { CatalogContext } from './catalog-context.ts';
import type { CatalogReader } from './catalog-store.ts';
import type { Colleagues } from './colleagues.ts';
import type { PublishingReader, PublishingStore } from './publishing-store.ts';
import type { EditingReader } from './working-copy.ts';

/** What the use cases of publication are handed beside what all are. */
export interface PublishingContext extends CatalogContext {
  readonly publishing: PublishingStore;
  readonly colleagues: Colleagues;
}

/** Everything that a judgement of a publication reads, outside a transaction or inside one. */
export type PublishingSight = CatalogReader & PublishingReader & EditingReader;

/** The stores' reading sides as one. */
export function sightOf({ store, publishing }: PublishingContext): PublishingSight {
  return { ...store, ...publishing };
}

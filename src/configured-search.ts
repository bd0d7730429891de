import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { CatalogContext } from './catalog/catalog-context.ts';
import type { Config } from './config.ts';
import { openConfiguredSearch, searchFolder } from './configured-engine.ts';
import { completeness } from './quality/completeness.ts';
import { readEmbeddedPosition } from './search/embedded/read-position.ts';
import { type FollowEvent, type Follower, followChanges } from './search/follow-changes.ts';
import type { DocumentSource } from './search/gather-documents.ts';
import { indexShape } from './search/index-shape.ts';
import type { Search } from './search/search.ts';
import type { IndexPosition } from './search/search-index.ts';
import type { MetaStore } from './store/meta-store.ts';
import type { Store } from './store/open-store.ts';

/** What keeps the search of the settings in step with the store. */

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/**
 * Where the index of the settings stands, asked beside a server that may be running: the embedded engine's folder is its alone.
 * @throws SearchUnavailable; Error when the index is damaged.
 */
export async function configuredPosition(config: Config): Promise<IndexPosition | undefined> {
  if (config.elasticsearchUrl === undefined) return readEmbeddedPosition(searchFolder(config));
  const search = await openConfiguredSearch(config);
  try {
    await search.ping();
    return await search.position();
  } finally {
    await search.close();
  }
}

/** What documents are made of, of one application. */
export interface Indexed {
  readonly config: Config;
  readonly store: Store;
  readonly context: CatalogContext;
}

/** Begins to follow the change log with the search. */
export async function followStore(
  { config, store, context }: Indexed,
  search: Search,
  report: (event: IndexEvent) => void,
): Promise<Follower> {
  return followChanges({
    ...documentSource(context, report),
    search,
    notes: store.meta,
    identity: await storeIdentity(store.meta),
    shape: documentShape(),
    // The embedded index has one owner; one that was killed while it built is this one's forerunner, and nobody to wait for.
    holder:
      config.elasticsearchUrl === undefined
        ? 'embedded'
        : `${hostname()} ${process.pid} ${randomUUID()}`,
    now: context.now,
    report,
  });
}

/** What the follower tells, and of a record that could not be indexed. */
export type IndexEvent =
  | FollowEvent
  | { readonly event: 'search-record-failed'; readonly id: string; readonly error: unknown };

/** Where documents come from. */
export function documentSource(
  { store, profile }: CatalogContext,
  report: (event: IndexEvent) => void,
): DocumentSource {
  return {
    store,
    profile,
    quality: completeness,
    refused: (id, error) => report({ event: 'search-record-failed', id, error }),
  };
}

/** Identity of the store, made when it is first asked for: an index of another store says nothing about this one. */
export async function storeIdentity(meta: MetaStore): Promise<string> {
  const known = await meta.get(identityName);
  if (known !== undefined) return known;
  await meta.set(identityName, randomUUID());
  // Another process, starting at the same time, may have been the last to write.
  return (await meta.get(identityName)) ?? '';
}

/** Makes another store of it, as after a backup has been put back: its log may go on otherwise than the index knows. */
export async function renewIdentity(meta: MetaStore): Promise<void> {
  await meta.set(identityName, randomUUID());
}

const identityName = 'store-id';

/** What documents look like in this release. */
export function documentShape(): string {
  const { dependencies } = JSON.parse(readFileSync(folder('package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { 'dictionary-sv': dictionary = '', '@orama/stemmers': stemmers = '' } = dependencies;
  return indexShape(
    ['src/language', 'src/search', 'src/quality', 'vocabularies', 'schemas/dcat-ap-se'].map(folder),
    { dictionary, stemmers },
  );
}

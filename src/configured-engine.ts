import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { openSearch } from './search/open-search.ts';
import type { Search } from './search/search.ts';

/** The engine of the settings. Apart from what it is fed with, so that its thread can start before the program is loaded. */

/** Opens search in its thread. An Elasticsearch that does not answer is no fault here. @throws Error when the data folder cannot be written to. */
export function openConfiguredSearch(
  config: Config,
  { memory = false }: { readonly memory?: boolean } = {},
): Promise<Search> {
  const { elasticsearchUrl: url } = config;
  const embedded = memory ? {} : { folder: searchFolder(config) };
  return openSearch({
    engine:
      url === undefined ? { engine: 'embedded', ...embedded } : { engine: 'elasticsearch', url },
    vocabularies: fileURLToPath(new URL('../vocabularies', import.meta.url)),
  });
}

/** Where the embedded index of the settings lies. */
export function searchFolder({ data }: Config): string {
  return join(data, 'search');
}

import type { CatalogReader } from '../catalog/catalog-store.ts';
import type { LanguageMap } from '../kernel/language-map.ts';
import { languageMapOf } from '../search/record-texts.ts';

/** What the organisations of those names are called; names that none has are left out. */
export type OrganizationTitles = (
  names: readonly string[],
) => Promise<ReadonlyMap<string, LanguageMap>>;

/** Milliseconds for which a title is remembered: they hardly ever change, and every page with facets shows some. */
const memory = 10_000;

/** Looks titles up in the store, and remembers each for a while. @param now milliseconds of a clock that never goes back */
export function organizationTitles(
  store: Pick<CatalogReader, 'find'>,
  now: () => number = () => performance.now(),
): OrganizationTitles {
  const known = new Map<string, { readonly until: number; readonly title: LanguageMap }>();
  return async (names) => {
    const titles = new Map<string, LanguageMap>();
    for (const name of names) {
      let entry = known.get(name);
      if (entry === undefined || entry.until < now()) {
        const organization = await store.find('organization', name);
        if (organization?.state !== 'published') continue;
        entry = { until: now() + memory, title: languageMapOf(organization.content, 'name') };
        if (known.size >= 10_000) known.clear();
        known.set(name, entry);
      }
      titles.set(name, entry.title);
    }
    return titles;
  };
}

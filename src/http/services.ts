import type { Accounts } from '../accounts/accounts.ts';
import type { CatalogContext } from '../catalog/catalog-context.ts';
import type { EditingStore } from '../catalog/working-copy.ts';
import type { RdfWriters } from '../rdf/rdf-writers.ts';
import type { Reader } from '../rdf/reader.ts';
import type { Search } from '../search/search.ts';
import type { DumpGate } from './dump-gate.ts';
import type { OrganizationTitles } from './organization-titles.ts';
import type { Site } from './pages.ts';

/** What the record routes are handed by `main.ts`. */
export interface Services {
  readonly context: CatalogContext;
  readonly accounts: Accounts;
  readonly editing: EditingStore;
  readonly writers: RdfWriters;
  readonly reader: Reader;
  readonly search: Search;
  /** What organisations are called, by their names in addresses. */
  readonly organizationTitles: OrganizationTitles;
  /** Lets only so many whole catalogues be sent at once. */
  readonly dumps: DumpGate;
  /** Bytes of a record, and of an imported document. */
  readonly bodyLimit: number;
  readonly importLimit: number;
  /** What the site as a whole is called, and where its readers write to. */
  readonly site: Omit<Site, 'base'>;
}

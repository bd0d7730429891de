import type { Iri } from '../kernel/iri.ts';
import type { Profile } from '../profile/profile.ts';
import type { CatalogStore } from './catalog-store.ts';
import { collections, type Kind } from './resource.ts';

/** What every use case is handed: the store, the rules, the site's base and the two sources of chance, time and ids. */
export interface CatalogContext {
  readonly store: CatalogStore;
  readonly profile: Profile;
  /** Public base of every IRI of ours, without a slash at the end. */
  readonly base: Iri;
  readonly now: () => Date;
  /** A new UUIDv7, RFC 9562. */
  readonly newId: () => string;
}

/** The address of a record of ours, which is its IRI when it has no other. A catalogue lives under its organisation. */
export function addressOf(base: Iri, kind: Kind, name: string): Iri {
  return kind === 'catalog'
    ? `${base}/organizations/${name}/catalog`
    : `${base}/${collections[kind]}/${name}`;
}

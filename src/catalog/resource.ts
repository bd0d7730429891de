import type { Iri } from '../kernel/iri.ts';
import type { RecordContent } from '../profile/record.ts';

/**
 * What the catalogue keeps: organisations, one catalogue of each, and the datasets, series and services in it. All five are
 * one shape, because all five are named, versioned, published and withdrawn by the same rules. DCAT 3 §6.
 */
export type Kind = 'organization' | 'catalog' | 'dataset' | 'series' | 'service';

/** `draft` → `published` → `withdrawn` (a tombstone), which can be published again. Drafts alone can be deleted. */
export type State = 'draft' | 'published' | 'withdrawn';

export interface Resource {
  /** UUIDv7; never shown as an address. */
  readonly id: string;
  readonly kind: Kind;
  /** The owner's id; an organisation owns itself. */
  readonly organization: string;
  /** The owner's name, for addresses. */
  readonly organizationName: string;
  /** In our addresses: `[a-z0-9]` and hyphens. Unique among its kind, frozen at first publication. */
  readonly name: string;
  /** The subject of its description: ours, or the publisher's when it was harvested. Frozen at first publication. */
  readonly iri: Iri;
  readonly state: State;
  /** Counts from 1; every save is a version. */
  readonly version: number;
  /** Revision of the change log at the last change. */
  readonly revision: number;
  readonly content: RecordContent;
  /** SHA-256 of the content in canonical form: equal digests, equal graphs. */
  readonly digest: string;
  /** ISO 8601, UTC. When the record (not the data) was made, last saved and first published. */
  readonly created: string;
  readonly changed: string;
  readonly published: string | null;
}

/** One saved state of a record, kept for ever. */
export interface Version {
  readonly version: number;
  readonly state: State;
  readonly content: RecordContent;
  /** Who saved it, as `Actor.name` says, and why, when a reason was given. */
  readonly author: string;
  readonly reason: string | null;
  readonly saved: string;
}

/** A step in the change log: what followers read. `delete` is a withdrawal; drafts do not announce themselves. */
export interface Change {
  readonly revision: number;
  readonly resource: string;
  readonly organization: string;
  readonly kind: Kind;
  readonly operation: 'create' | 'update' | 'delete';
  readonly version: number;
  readonly at: string;
}

/** The folder of each kind in addresses. */
export const collections = {
  organization: 'organizations',
  catalog: 'catalogs',
  dataset: 'datasets',
  series: 'series',
  service: 'services',
} as const satisfies Record<Kind, string>;

/** The class of the profile that describes each kind. */
export const classOf = {
  organization: 'Agent',
  catalog: 'Catalog',
  dataset: 'Dataset',
  series: 'DatasetSeries',
  service: 'DataService',
} as const satisfies Record<Kind, string>;

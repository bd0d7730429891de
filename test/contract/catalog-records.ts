import { randomUUIDv7 } from 'node:crypto';
import type { CatalogStore, Save } from '../../src/catalog/catalog-store.ts';
import type { Resource } from '../../src/catalog/resource.ts';

/** Records for tests of stores: complete, and small unless the test says otherwise. */

const time = '2026-03-01T12:00:00.000Z';

/** A first version to save: a published dataset of the organisation, announced, unless told otherwise. */
export function newRecord(
  organization: string,
  name: string,
  changes: Partial<Save['resource']> = {},
): Save {
  const iri = changes.iri ?? `https://data.example.se/datasets/${name}`;
  const state = changes.state ?? 'published';
  return {
    resource: {
      id: randomUUIDv7(),
      kind: 'dataset',
      organization,
      name,
      iri,
      state,
      version: 1,
      content: { '@id': iri, '@type': 'Dataset', title: { sv: name } },
      digest: 'd1',
      created: time,
      changed: time,
      published: state === 'draft' ? null : time,
      ...changes,
    },
    author: { id: 'klara', name: 'Klara' },
    reason: null,
    announce: state === 'draft' ? undefined : 'create',
  };
}

/** The next version of a record that was saved. */
export function nextVersion(
  { organizationName: _, revision: __, ...stored }: Resource,
  changes: Partial<Save['resource']> = {},
): Save {
  const resource = { ...stored, version: stored.version + 1, ...changes };
  return {
    resource,
    author: { id: 'klara', name: 'Klara' },
    reason: 'a better text',
    announce: resource.state === 'draft' ? undefined : 'update',
  };
}

/** Saves one record in a transaction of its own. */
export async function put(store: CatalogStore, save: Save): Promise<Resource> {
  return await store.transact((tx) => tx.save(save));
}

/** Saves a published organisation. */
export async function putOrganization(store: CatalogStore, name: string): Promise<Resource> {
  const id = randomUUIDv7();
  const iri = `https://data.example.se/organizations/${name}`;
  return await put(
    store,
    newRecord(id, name, {
      id,
      kind: 'organization',
      iri,
      content: { '@id': iri, '@type': 'Agent', name: { sv: name } },
    }),
  );
}

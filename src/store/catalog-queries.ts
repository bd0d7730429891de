import type { CompiledQuery, Kysely } from 'kysely';
import type { StoredResource } from '../catalog/catalog-store.ts';
import type { Kind } from '../catalog/resource.ts';
import type { DatabaseKind } from './database-kind.ts';
import { listQueries } from './list-queries.ts';
import { resourceColumns } from './resource-row.ts';
import type { Tables } from './tables.ts';
import { integer, template, text, texts } from './template.ts';

/** Everything that is read of records, compiled once for a store. */
export type CatalogQueries = ReturnType<typeof catalogQueries>;

/** Compiles the queries of one store. */
export function catalogQueries(db: Kysely<Tables>, kind: DatabaseKind) {
  const resources = () =>
    db
      .selectFrom('resource as r')
      .innerJoin('resource as o', 'o.id', 'r.organization_id')
      .select(resourceColumns);
  const versions = () =>
    db
      .selectFrom('version')
      .select(['version', 'state', 'author', 'reason', 'saved', 'content as contentText']);

  return {
    ...listQueries(db, kind),
    byName: template({ kind: text<Kind>(), name: text() }, ({ kind, name }) =>
      resources().where('r.kind', '=', kind).where('r.name', '=', name),
    ),
    byId: template({ id: text() }, ({ id }) => resources().where('r.id', '=', id)),
    byIriHashes: inPowersOfTwo((count) =>
      template({ hashes: texts(count) }, ({ hashes }) =>
        resources().where('r.iri_hash', 'in', hashes),
      ),
    ),
    versionsBefore: template(
      { id: text(), before: integer(), limit: integer() },
      ({ id, before, limit }) =>
        versions()
          .where('resource_id', '=', id)
          .where('version', '<', before)
          .orderBy('version', 'desc')
          .limit(limit),
    ),
    version: template({ id: text(), version: integer() }, ({ id, version }) =>
      versions().where('resource_id', '=', id).where('version', '=', version),
    ),
    changesAfter: template({ revision: integer(), limit: integer() }, ({ revision, limit }) =>
      db
        .selectFrom('change')
        .select(['revision', 'resource_id as resource', 'organization_id as organization'])
        .select(['kind', 'operation', 'version', 'at'])
        .where('revision', '>', revision)
        .orderBy('revision')
        .limit(limit),
    ),
    revision: template({}, () =>
      db.selectFrom('counter').select('value').where('name', '=', 'revision'),
    ),
    rules: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('publishing_rules')
        .select(['four_eyes', 'declaration', 'classified_by', 'ground'])
        .where('organization_id', '=', organization),
    ),
    organizationRevision: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('organization_revision')
        .select('revision')
        .where('organization_id', '=', organization),
    ),
  };
}

/** Lists of any length by a handful of queries: the list is filled up with its last value to a power of two. */
function inPowersOfTwo(
  make: (
    count: number,
  ) => (values: { readonly hashes: readonly string[] }) => CompiledQuery<StoredResource>,
): (hashes: readonly string[]) => CompiledQuery<StoredResource> {
  const made = new Map<number, ReturnType<typeof make>>();
  return (hashes) => {
    const count = 2 ** Math.ceil(Math.log2(hashes.length));
    const query = made.get(count) ?? make(count);
    made.set(count, query);
    const last = hashes.at(-1) ?? '';
    return query({ hashes: Array.from({ length: count }, (_, index) => hashes[index] ?? last) });
  };
}

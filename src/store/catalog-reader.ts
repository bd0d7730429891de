import type { CatalogReader } from '../catalog/catalog-store.ts';
import { noRules } from '../catalog/publishing-rules.ts';
import type { CatalogQueries } from './catalog-queries.ts';
import type { Run } from './database.ts';
import { resource, storedResource, version } from './resource-row.ts';
import { sha256 } from './sha256.ts';

const mostIris = 500;

/** Reads records through the given connection: the store's own, a transaction's or a snapshot's. */
export function catalogReader(queries: CatalogQueries, run: Run): CatalogReader {
  return {
    async find(kind, name) {
      const { rows } = await run(queries.byName({ kind, name }));
      return rows[0] && resource(rows[0]);
    },
    async findText(kind, name) {
      const { rows } = await run(queries.byName({ kind, name }));
      return rows[0] && storedResource(rows[0]);
    },
    async findById(id) {
      const { rows } = await run(queries.byId({ id }));
      return rows[0] && resource(rows[0]);
    },
    async findByIri(iri) {
      const { rows } = await run(queries.byIriHashes([sha256(iri)]));
      return rows[0] && resource(rows[0]);
    },
    async findManyByIri(iris) {
      if (iris.length === 0) return [];
      if (iris.length > mostIris) throw new RangeError(`At most ${mostIris} IRIs a call.`);
      const { rows } = await run(queries.byIriHashes(iris.map(sha256)));
      return rows.map(resource);
    },
    async list(query) {
      const compiled = queries.resources(query);
      return compiled === undefined ? [] : (await run(compiled)).rows.map(resource);
    },
    async listKeys(query) {
      const compiled = queries.keys(query);
      if (compiled === undefined) return [];
      const { rows } = await run(compiled);
      return rows.map(({ id, kind, name, iri }) => ({ id, kind, name, iri }));
    },
    async count(query) {
      const compiled = queries.count(query);
      return compiled === undefined ? 0 : ((await run(compiled)).rows[0]?.count ?? 0);
    },
    async pageEnds(query, size) {
      const compiled = queries.pageEnds(query, size);
      return compiled === undefined ? [] : (await run(compiled)).rows.map(({ id }) => id);
    },
    async versions(id, { before = Number.MAX_SAFE_INTEGER, limit }) {
      const { rows } = await run(queries.versionsBefore({ id, before, limit }));
      return rows.map(version);
    },
    async version(id, number) {
      const { rows } = await run(queries.version({ id, version: number }));
      return rows[0] && version(rows[0]);
    },
    async changesAfter(revision, limit) {
      const { rows } = await run(queries.changesAfter({ revision, limit }));
      return rows.map((row) => ({ ...row }));
    },
    async revision() {
      const { rows } = await run(queries.revision({}));
      if (rows[0] === undefined) throw new Error('The counter of revisions is missing.');
      return rows[0].value;
    },
    async organizationRevision(organization) {
      const { rows } = await run(queries.organizationRevision({ organization }));
      return rows[0]?.revision ?? 0;
    },
    async rulesOf(organization) {
      const [row] = (await run(queries.rules({ organization }))).rows;
      return row === undefined
        ? noRules
        : {
            fourEyes: row.four_eyes === 1,
            declaration: row.declaration === 1,
            classifiedBy: row.classified_by,
            ground: row.ground,
          };
    },
  };
}

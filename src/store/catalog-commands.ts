import type { Kysely } from 'kysely';
import type { Change, Kind, State } from '../catalog/resource.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** Everything that is written of records, compiled once for a store. */
export type CatalogCommands = ReturnType<typeof catalogCommands>;

const belongings = [
  'token',
  'membership',
  'membership_request',
  'invitation',
  'distribution_file',
  'usage_day',
  'quality_day',
  'record_quality',
  'quality_tally',
] as const;

/** Compiles the statements of one store. */
export function catalogCommands(db: Kysely<Tables>) {
  const saved = {
    id: text(),
    kind: text<Kind>(),
    organization: text(),
    owner: nullableText(),
    name: text(),
    iri: text(),
    iriHash: text(),
    state: text<State>(),
    version: integer(),
    digest: text(),
    created: text(),
    changed: text(),
    published: nullableText(),
    content: text(),
  };
  return {
    insert: template(
      { ...saved, revision: integer() },
      ({ organization, owner, iriHash, ...same }) =>
        db
          .insertInto('resource')
          .values({ ...same, organization_id: organization, owner_id: owner, iri_hash: iriHash }),
    ),
    /** Keeps the revision: nobody but the owner sees the difference. */
    replace: template(
      { ...saved, before: integer() },
      ({ id, before, organization, owner, iriHash, ...same }) =>
        db
          .updateTable('resource')
          .set({ ...same, organization_id: organization, owner_id: owner, iri_hash: iriHash })
          .where('id', '=', id)
          .where('version', '=', before),
    ),
    replaceAnnounced: template(
      { ...saved, revision: integer(), before: integer() },
      ({ id, before, organization, owner, iriHash, ...same }) =>
        db
          .updateTable('resource')
          .set({ ...same, organization_id: organization, owner_id: owner, iri_hash: iriHash })
          .where('id', '=', id)
          .where('version', '=', before),
    ),
    insertVersion: template(
      {
        id: text(),
        version: integer(),
        state: text<State>(),
        author: text(),
        authorId: text(),
        reason: nullableText(),
        saved: text(),
        content: text(),
      },
      ({ id, authorId, ...same }) =>
        db.insertInto('version').values({ ...same, resource_id: id, author_id: authorId }),
    ),
    remove: template({ id: text(), version: integer() }, ({ id, version }) =>
      db
        .deleteFrom('resource')
        .where('id', '=', id)
        .where('version', '=', version)
        .where('state', '=', 'draft')
        .where('published', 'is', null),
    ),
    /** Changes nothing, and holds the row until the end: who announces next waits here. */
    lockRevision: template({}, () =>
      db
        .updateTable('counter')
        .set(({ ref }) => ({ value: ref('value') }))
        .where('name', '=', 'revision'),
    ),
    setRevision: template({ value: integer() }, ({ value }) =>
      db.updateTable('counter').set({ value }).where('name', '=', 'revision'),
    ),
    /** Everything that an organisation owns, but not itself; versions go along. */
    removeOwned: template({ organization: text() }, ({ organization }) =>
      db.deleteFrom('resource').where('owner_id', '=', organization),
    ),
    removeOrganization: template({ organization: text() }, ({ organization }) =>
      db.deleteFrom('resource').where('id', '=', organization),
    ),
    /** What no foreign key takes along: its people, its tokens, its use and its scores. */
    removeBelongings: belongings.map((table) =>
      template({ organization: text() }, ({ organization }) =>
        db.deleteFrom(table).where('organization_id', '=', organization),
      ),
    ),
    insertChange: template(
      {
        revision: integer(),
        resource: text(),
        organization: text(),
        kind: text<Kind>(),
        operation: text<Change['operation']>(),
        version: integer(),
        at: text(),
      },
      ({ resource, organization, ...same }) =>
        db
          .insertInto('change')
          .values({ ...same, resource_id: resource, organization_id: organization }),
    ),
    raiseOrganization: template(
      { organization: text(), revision: integer() },
      ({ organization, revision }) =>
        db
          .updateTable('organization_revision')
          .set({ revision })
          .where('organization_id', '=', organization),
    ),
    insertOrganization: template(
      { organization: text(), revision: integer() },
      ({ organization, revision }) =>
        db.insertInto('organization_revision').values({ organization_id: organization, revision }),
    ),
    // What a unique key is taken by: the databases say that differently, so it is looked up.
    idTaken: template({ id: text() }, ({ id }) =>
      db.selectFrom('resource').select('id').where('id', '=', id),
    ),
    nameTaken: template({ id: text(), kind: text<Kind>(), name: text() }, ({ id, kind, name }) =>
      db
        .selectFrom('resource')
        .select('id')
        .where('kind', '=', kind)
        .where('name', '=', name)
        .where('id', '<>', id),
    ),
    iriTaken: template({ id: text(), iriHash: text() }, ({ id, iriHash }) =>
      db.selectFrom('resource').select('id').where('iri_hash', '=', iriHash).where('id', '<>', id),
    ),
    stored: template({ id: text() }, ({ id }) =>
      db.selectFrom('resource').select(['version', 'revision', 'state']).where('id', '=', id),
    ),
    organizationName: template({ id: text() }, ({ id }) =>
      db.selectFrom('resource').select('name').where('id', '=', id),
    ),
    recall: template({ keyHash: text(), since: integer() }, ({ keyHash, since }) =>
      db
        .selectFrom('idempotency')
        .select(['fingerprint', 'resource'])
        .where('key_hash', '=', keyHash)
        .where('at', '>', since),
    ),
    forget: template({ until: integer() }, ({ until }) =>
      db.deleteFrom('idempotency').where('at', '<=', until),
    ),
    remember: template(
      { keyHash: text(), fingerprint: text(), resource: text(), at: integer() },
      ({ keyHash, ...same }) => db.insertInto('idempotency').values({ ...same, key_hash: keyHash }),
    ),
  };
}

import type { Kysely } from 'kysely';
import type { BulkAction } from '../catalog/publishing-store.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** Everything that is read and written around publications, compiled once for a store. */
export type PublishingCommands = ReturnType<typeof publishingCommands>;

/** Compiles the statements of one store. */
export function publishingCommands(db: Kysely<Tables>) {
  const bulkChanges = () =>
    db
      .selectFrom('bulk_change')
      .select(['id', 'organization_id', 'action', 'property', 'by_id', 'by_name', 'at'])
      .select(['undone_by', 'undone_at', 'count']);
  const approvals = () =>
    db
      .selectFrom('approval')
      .select(['version', 'asked_id', 'asked_name', 'approved_id', 'approved_name', 'at']);
  const facts = ['organization_id', 'digest', 'alternative', 'width', 'height'] as const;
  return {
    rules: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('publishing_rules')
        .select(['four_eyes', 'declaration', 'classified_by', 'ground', 'colour'])
        .where('organization_id', '=', organization),
    ),
    insertRules: template({ organization: text() }, ({ organization }) =>
      db.insertInto('publishing_rules').values({
        organization_id: organization,
        four_eyes: 0,
        declaration: 0,
        classified_by: null,
        ground: null,
        colour: null,
      }),
    ),
    updateRules: template(
      {
        organization: text(),
        four_eyes: integer(),
        declaration: integer(),
        classified_by: nullableText(),
        ground: nullableText(),
      },
      ({ organization, ...same }) =>
        db.updateTable('publishing_rules').set(same).where('organization_id', '=', organization),
    ),
    updateColour: template(
      { organization: text(), colour: nullableText() },
      ({ organization, colour }) =>
        db
          .updateTable('publishing_rules')
          .set({ colour })
          .where('organization_id', '=', organization),
    ),
    approval: template({ resource: text(), version: integer() }, ({ resource, version }) =>
      approvals().where('resource_id', '=', resource).where('version', '=', version),
    ),
    approvals: template({ resource: text() }, ({ resource }) =>
      approvals().where('resource_id', '=', resource).orderBy('version', 'desc'),
    ),
    insertApproval: template(
      {
        resource_id: text(),
        version: integer(),
        asked_id: text(),
        asked_name: text(),
        approved_id: text(),
        approved_name: text(),
        at: text(),
      },
      (row) => db.insertInto('approval').values(row),
    ),
    removeApprovals: template({ resource: text(), from: integer() }, ({ resource, from }) =>
      db.deleteFrom('approval').where('resource_id', '=', resource).where('version', '>=', from),
    ),
    bulkChange: template({ id: text() }, ({ id }) => bulkChanges().where('id', '=', id)),
    bulkChanges: template({ organization: text(), limit: integer() }, ({ organization, limit }) =>
      bulkChanges()
        .where('organization_id', '=', organization)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit),
    ),
    bulkRecords: template({ id: text() }, ({ id }) =>
      db
        .selectFrom('bulk_record')
        .select(['resource_id', 'version_before', 'version_after', 'from_id'])
        .where('bulk_id', '=', id)
        .orderBy('resource_id'),
    ),
    insertBulkChange: template(
      {
        id: text(),
        organization_id: text(),
        action: text<BulkAction>(),
        property: nullableText(),
        by_id: text(),
        by_name: text(),
        at: text(),
        count: integer(),
      },
      (row) =>
        db
          .insertInto('bulk_change')
          .values({ ...row, undone_by: null, undone_by_id: null, undone_at: null }),
    ),
    insertBulkRecord: template(
      {
        bulk_id: text(),
        resource_id: text(),
        version_before: integer(),
        version_after: integer(),
        from_id: nullableText(),
      },
      (row) => db.insertInto('bulk_record').values(row),
    ),
    markUndone: template(
      { id: text(), by: text(), name: text(), at: text() },
      ({ id, by, name, at }) =>
        db
          .updateTable('bulk_change')
          .set({ undone_by: name, undone_by_id: by, undone_at: at })
          .where('id', '=', id)
          .where('undone_at', 'is', null),
    ),
    forgetBulkChanges: template({ before: text() }, ({ before }) =>
      db.deleteFrom('bulk_change').where('at', '<', before),
    ),
    logotype: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('logotype')
        .select([...facts, 'saved', 'png'])
        .where('organization_id', '=', organization),
    ),
    logotypes: template({}, () =>
      db
        .selectFrom('logotype as l')
        .innerJoin('resource as r', 'r.id', 'l.organization_id')
        .select(['r.name', 'l.organization_id', 'l.digest', 'l.alternative', 'l.width', 'l.height'])
        .where('r.state', '=', 'published'),
    ),
    removeLogotype: template({ organization: text() }, ({ organization }) =>
      db.deleteFrom('logotype').where('organization_id', '=', organization),
    ),
    insertLogotype: template(
      {
        organization_id: text(),
        digest: text(),
        alternative: text(),
        width: integer(),
        height: integer(),
        saved: text(),
        png: text(),
      },
      (row) => db.insertInto('logotype').values(row),
    ),
  };
}

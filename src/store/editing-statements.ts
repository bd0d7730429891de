import type { Kysely } from 'kysely';
import type { Removed } from '../catalog/removed.ts';
import type { Kind } from '../catalog/resource.ts';
import type { WorkingCopy } from '../catalog/working-copy.ts';
import type { Tables } from './tables.ts';
import { integer, nullableText, template, text } from './template.ts';

/** Everything that is asked of the tables of editing, compiled once. */
export function editingStatements(db: Kysely<Tables>) {
  const copy = {
    id: text(),
    organization: text(),
    base: integer(),
    revision: integer(),
    state: text<WorkingCopy['state']>(),
    author: text(),
    authorName: text(),
    saved: text(),
    publishAt: nullableText(),
    declaration: nullableText(),
    note: nullableText(),
    content: text(),
  };
  const kept = {
    id: text(),
    organization: text(),
    kind: text<Kind>(),
    name: text(),
    author: text(),
    authorName: text(),
    content: text(),
  };
  return {
    copyOf: template({ id: text() }, ({ id }) =>
      db.selectFrom('working_copy').selectAll().where('resource_id', '=', id),
    ),
    copies: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('working_copy')
        .selectAll()
        .where('organization_id', '=', organization)
        .orderBy('saved', 'desc')
        .orderBy('resource_id'),
    ),
    addCopy: template(copy, ({ id, organization, author, authorName, publishAt, ...same }) =>
      db.insertInto('working_copy').values({
        ...same,
        resource_id: id,
        organization_id: organization,
        author_id: author,
        author_name: authorName,
        publish_at: publishAt,
      }),
    ),
    replaceCopy: template(
      { ...copy, before: integer() },
      ({ id, organization, author, authorName, publishAt, before, ...same }) =>
        db
          .updateTable('working_copy')
          .set({
            ...same,
            organization_id: organization,
            author_id: author,
            author_name: authorName,
            publish_at: publishAt,
          })
          .where('resource_id', '=', id)
          .where('revision', '=', before),
    ),
    dropCopy: template({ id: text(), revision: integer() }, ({ id, revision }) =>
      db.deleteFrom('working_copy').where('resource_id', '=', id).where('revision', '=', revision),
    ),
    declarationOf: template({ id: text(), version: integer() }, ({ id, version }) =>
      db
        .selectFrom('declaration')
        .select('declaration')
        .where('resource_id', '=', id)
        .where('version', '<=', version)
        .orderBy('version', 'desc')
        .limit(1),
    ),
    dropDeclaration: template({ id: text(), version: integer() }, ({ id, version }) =>
      db.deleteFrom('declaration').where('resource_id', '=', id).where('version', '=', version),
    ),
    addDeclaration: template(
      { id: text(), version: integer(), declaration: text() },
      ({ id, ...same }) => db.insertInto('declaration').values({ ...same, resource_id: id }),
    ),
    templates: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('record_template')
        .selectAll()
        .where('organization_id', '=', organization)
        .orderBy('name'),
    ),
    addTemplate: template(
      { ...kept, saved: text() },
      ({ organization, author, authorName, ...same }) =>
        db.insertInto('record_template').values({
          ...same,
          organization_id: organization,
          author_id: author,
          author_name: authorName,
        }),
    ),
    removeTemplate: template({ id: text(), organization: text() }, ({ id, organization }) =>
      db
        .deleteFrom('record_template')
        .where('id', '=', id)
        .where('organization_id', '=', organization),
    ),
    removed: template({ organization: text() }, ({ organization }) =>
      db
        .selectFrom('removed')
        .selectAll()
        .where('organization_id', '=', organization)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc'),
    ),
    keepRemoved: template(
      { ...kept, what: text<Removed['what']>(), base: integer(), at: text() },
      ({ organization, author, authorName, ...same }) =>
        db.insertInto('removed').values({
          ...same,
          organization_id: organization,
          author_id: author,
          author_name: authorName,
        }),
    ),
    forgetRemoved: template({ id: text(), organization: text() }, ({ id, organization }) =>
      db.deleteFrom('removed').where('id', '=', id).where('organization_id', '=', organization),
    ),
    forgetRemovedBefore: template({ at: text() }, ({ at }) =>
      db.deleteFrom('removed').where('at', '<', at),
    ),
  };
}

/** The statements of editing. */
export type EditingStatements = ReturnType<typeof editingStatements>;

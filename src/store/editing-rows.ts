import type { RecordTemplate } from '../catalog/record-template.ts';
import type { Removed } from '../catalog/removed.ts';
import type { Declaration, WorkingCopy } from '../catalog/working-copy.ts';
import type { NodeObject } from '../profile/record.ts';
import type { RecordTemplateTable, RemovedTable, WorkingCopyTable } from './editing-tables.ts';

/** Rows of editing as objects of the catalogue. */

/** A working copy of its row. */
export function copyOfRow(row: WorkingCopyTable): WorkingCopy {
  const { resource_id, organization_id, author_id, author_name, publish_at, declaration } = row;
  const { base, revision, state, saved, note, content } = row;
  return {
    resource: resource_id,
    organization: organization_id,
    base,
    revision,
    content: JSON.parse(content) as NodeObject,
    state,
    author: { id: author_id, name: author_name },
    saved,
    publishAt: publish_at,
    declaration: declaration === null ? null : (JSON.parse(declaration) as Declaration),
    note,
  };
}

/** The values of a copy's row. */
export function valuesOfCopy(copy: WorkingCopy) {
  const { resource, author, declaration, content, ...same } = copy;
  return {
    ...same,
    id: resource,
    author: author.id,
    authorName: author.name,
    declaration: declaration === null ? null : JSON.stringify(declaration),
    content: JSON.stringify(content),
  };
}

/** A template of its row. */
export function templateOfRow(row: RecordTemplateTable): RecordTemplate {
  const { id, organization_id, kind, name, author_id, author_name, saved, content } = row;
  return {
    id,
    organization: organization_id,
    kind,
    name,
    content: JSON.parse(content) as NodeObject,
    author: { id: author_id, name: author_name },
    saved,
  };
}

/** What was thrown away, of its row. */
export function removedOfRow(row: RemovedTable): Removed {
  const { id, organization_id, what, kind, name, base, author_id, author_name, at, content } = row;
  return {
    id,
    organization: organization_id,
    what,
    kind,
    name,
    content: JSON.parse(content) as NodeObject,
    base,
    author: { id: author_id, name: author_name },
    at,
  };
}

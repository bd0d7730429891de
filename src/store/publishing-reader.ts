import type { Approval, BulkChange, PublishingReader } from '../catalog/publishing-store.ts';
import type { Run } from './database.ts';
import type { PublishingCommands } from './publishing-commands.ts';
import type { PublishingTables } from './publishing-tables.ts';

/** Reads what surrounds publications through the given connection. */
export function publishingReader(commands: PublishingCommands, run: Run): PublishingReader {
  return {
    async approvalOf(resource, version) {
      const [row] = (await run(commands.approval({ resource, version }))).rows;
      return row && approval(row);
    },
    async approvalsOf(resource) {
      return (await run(commands.approvals({ resource }))).rows.map(approval);
    },
    async bulkChange(id) {
      const [row] = (await run(commands.bulkChange({ id }))).rows;
      if (row === undefined) return undefined;
      const { rows } = await run(commands.bulkRecords({ id }));
      return {
        ...bulkChange(row),
        records: rows.map((record) => ({
          resource: record.resource_id,
          before: record.version_before,
          after: record.version_after,
          from: record.from_id,
        })),
      };
    },
    async bulkChanges(organization, limit) {
      return (await run(commands.bulkChanges({ organization, limit }))).rows.map(bulkChange);
    },
    async logotypeOf(organization) {
      const [row] = (await run(commands.logotype({ organization }))).rows;
      if (row === undefined) return undefined;
      const { organization_id, png, ...same } = row;
      return { ...same, organization: organization_id, png: Buffer.from(png, 'base64') };
    },
    async logotypes() {
      const { rows } = await run(commands.logotypes({}));
      return new Map(
        rows.map(({ name, organization_id, ...same }) => [
          name,
          { ...same, organization: organization_id },
        ]),
      );
    },
    async colourOf(organization) {
      return (await run(commands.rules({ organization }))).rows[0]?.colour ?? null;
    },
  };
}

function approval(row: Omit<PublishingTables['approval'], 'resource_id'>): Approval {
  const { version, at } = row;
  return {
    version,
    at,
    askedBy: { id: row.asked_id, name: row.asked_name },
    approvedBy: { id: row.approved_id, name: row.approved_name },
  };
}

function bulkChange(row: Omit<PublishingTables['bulk_change'], 'undone_by_id'>): BulkChange {
  const { id, action, property, at, count, undone_by: by, undone_at: when } = row;
  return {
    id,
    organization: row.organization_id,
    action,
    property,
    by: { id: row.by_id, name: row.by_name },
    at,
    undone: by === null || when === null ? null : { by, at: when },
    count,
    records: [],
  };
}

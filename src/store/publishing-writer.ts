import type { CatalogTransaction } from '../catalog/catalog-store.ts';
import type { PublishingReader, PublishingTransaction } from '../catalog/publishing-store.ts';
import type { EditingReader, EditingWriter } from '../catalog/working-copy.ts';
import type { Run } from './database.ts';
import type { PublishingCommands } from './publishing-commands.ts';

/** What is written around publications inside one transaction. */
export type PublishingWriter = Omit<
  PublishingTransaction,
  keyof (PublishingReader & CatalogTransaction & EditingReader & EditingWriter)
>;

/** Writes through the given connection. */
export function publishingWriter(commands: PublishingCommands, run: Run): PublishingWriter {
  /** The organisation's row, made when it is not there. */
  async function withRules(organization: string): Promise<void> {
    const { rows } = await run(commands.rules({ organization }));
    if (rows.length === 0) await run(commands.insertRules({ organization }));
  }

  return {
    async saveRules(organization, { fourEyes, declaration, classifiedBy, ground }) {
      await withRules(organization);
      await run(
        commands.updateRules({
          organization,
          four_eyes: Number(fourEyes),
          declaration: Number(declaration),
          classified_by: classifiedBy,
          ground,
        }),
      );
    },
    async saveColour(organization, colour) {
      await withRules(organization);
      await run(commands.updateColour({ organization, colour }));
    },
    async keepApproval(resource, { version, askedBy, approvedBy, at }) {
      await run(commands.removeApprovals({ resource, from: version }));
      await run(
        commands.insertApproval({
          resource_id: resource,
          version,
          asked_id: askedBy.id,
          asked_name: askedBy.name,
          approved_id: approvedBy.id,
          approved_name: approvedBy.name,
          at,
        }),
      );
    },
    async dropApprovals(resource, from) {
      await run(commands.removeApprovals({ resource, from }));
    },
    async keepBulkChange({ id, organization, action, property, by, at, count, records }) {
      await run(
        commands.insertBulkChange({
          id,
          organization_id: organization,
          action,
          property,
          by_id: by.id,
          by_name: by.name,
          at,
          count,
        }),
      );
      for (const { resource, before, after, from } of records) {
        await run(
          commands.insertBulkRecord({
            bulk_id: id,
            resource_id: resource,
            version_before: before,
            version_after: after,
            from_id: from,
          }),
        );
      }
    },
    async markUndone(id, by, at) {
      const { numAffectedRows } = await run(
        commands.markUndone({ id, by: by.id, name: by.name, at }),
      );
      return numAffectedRows === 1n;
    },
    async forgetBulkChanges(before) {
      const { numAffectedRows } = await run(commands.forgetBulkChanges({ before }));
      return Number(numAffectedRows ?? 0);
    },
    async saveLogotype({ organization, png, ...same }) {
      await run(commands.removeLogotype({ organization }));
      await run(
        commands.insertLogotype({
          ...same,
          organization_id: organization,
          png: Buffer.from(png).toString('base64'),
        }),
      );
    },
    async dropLogotype(organization) {
      const { numAffectedRows } = await run(commands.removeLogotype({ organization }));
      return numAffectedRows === 1n;
    },
  };
}

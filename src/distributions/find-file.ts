import { type EditedRecord, findEdited } from '../catalog/edited-record.ts';
import { demand, may } from '../catalog/policy.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { refusing } from '../kernel/refused.ts';
import type { DistributionContext } from './distribution-context.ts';
import type { DistributionFile } from './distribution-file.ts';

/** A file as those see it who may work with it, with the dataset that it is of. */
export interface OwnFile {
  readonly file: DistributionFile;
  readonly edited: EditedRecord;
}

/**
 * Finds a file of a dataset. To whoever is not of the organisation it is as if there were none.
 * @throws CatalogError `not-found`; `not-permitted` for readers when the file is to be worked with.
 */
export async function findOwnFile(
  at: DistributionContext,
  {
    actor,
    id,
    toWrite = false,
  }: { readonly actor: Actor; readonly id: string; readonly toWrite?: boolean },
): Promise<OwnFile> {
  const file = await at.files.find(id);
  if (file?.owner == null || file.state === 'discarded') throw noFile();
  const { organization, resource } = file.owner;
  if (!may(actor, 'see-drafts', organization))
    throw refusing(noFile(), { organization, action: 'see-drafts' });
  if (toWrite) demand(actor, 'edit', organization);
  const record = await at.context.store.findById(resource);
  if (record === undefined) throw noFile();
  return { file, edited: await findEdited(at, { actor, kind: record.kind, name: record.name }) };
}

/** The refusal for a file that is not there, or may not be known to be. */
export function noFile(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Filen finns inte här. Den kan ha slängts, eller så har dess tid gått ut.',
    en: 'The file is not here. It may have been thrown away, or its time is over.',
  });
}

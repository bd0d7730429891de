import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createOrganization } from '../catalog/create-organization.ts';
import type { Resource } from '../catalog/resource.ts';
import { importCatalog } from '../harvest/import-catalog.ts';
import { isJsonObject } from '../kernel/json.ts';
import type { Application } from '../main.ts';
import type { NodeObject } from '../profile/record.ts';
import { localOperator } from './local-operator.ts';

const folder = fileURLToPath(new URL('../sample/', import.meta.url));

/** The names of the sample's organisations, one for each file. */
export async function sampleNames(): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.ttl'))
    .map((file) => file.slice(0, -4))
    .sort();
}

/**
 * Takes in the sample catalogue: one region and four municipalities with what such bodies share. Loading it again changes
 * nothing. @returns how many records there are now new
 */
export async function loadSample(
  { context, reader }: Pick<Application, 'context' | 'reader'>,
  progress: (name: string) => void = () => undefined,
): Promise<number> {
  let added = 0;
  for (const name of await sampleNames()) {
    progress(name);
    const source = { file: `${folder}${name}.ttl` };
    const options = { mediaType: 'text/turtle', base: `${context.base}/` };
    const organization = (await context.store.find('organization', name)) ?? (await takeIn());
    const report = await importCatalog(context, {
      actor: localOperator,
      organization,
      publish: true,
      replace: false,
      dryRun: false,
      reason: 'sample catalogue',
      read: (take) => reader.readCatalog(source, { ...options, onRecords: take }),
    });
    if (report.refused.length > 0)
      throw new Error(
        `The sample of ${name} has refused records: ${JSON.stringify(report.refused)}`,
      );
    added += report.added.length;

    async function takeIn(): Promise<Resource> {
      const { catalog } = await reader.readCatalog(source, options);
      const publisher = catalog?.record.publisher;
      if (!isJsonObject(publisher))
        throw new Error(`The sample of ${name} does not describe its publisher.`);
      const saved = await createOrganization(context, {
        actor: localOperator,
        name,
        node: publisher as NodeObject,
        reason: 'sample catalogue',
      });
      return saved.resource;
    }
  }
  return added;
}

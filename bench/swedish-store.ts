import { createOrganization } from '../src/catalog/create-organization.ts';
import { settleAs } from '../src/catalog/describe.ts';
import type { Resource } from '../src/catalog/resource.ts';
import { localOperator } from '../src/commands/local-operator.ts';
import { readConfig } from '../src/config.ts';
import { type Application, openApplication } from '../src/main.ts';
import { benchEnvironment } from './generate.ts';
import { savePublished } from './save-published.ts';
import { publishers, swedishDataset } from './swedish-catalogue.ts';

const batchSize = 1000;

/**
 * Makes a SQLite store in an empty folder with that catalogue: every publisher, and so many published datasets, settled as they are when
 * people send them. They are not judged: many are as incomplete as people make them.
 */
export async function fillSwedishStore(folder: string, count: number): Promise<void> {
  const application = await openApplication(readConfig(benchEnvironment(folder, 0)));
  try {
    const organizations = await organizationsIn(application);
    for (let from = 0; from < count; from += batchSize) {
      await fillPart(application, organizations, { from, to: Math.min(from + batchSize, count) });
    }
  } finally {
    await application.close();
  }
}

/** The publishers by name. Håbo and Habo are one here. */
async function organizationsIn({
  context,
}: Application): Promise<ReadonlyMap<string, Pick<Resource, 'id' | 'iri'>>> {
  const made = new Map<string, Pick<Resource, 'id' | 'iri'>>();
  for (const { name, content } of publishers) {
    if (made.has(name)) continue;
    // A number that is made up is none.
    const { identifier: _, ...node } = content;
    const { resource } = await createOrganization(context, { actor: localOperator, name, node });
    made.set(name, resource);
  }
  return made;
}

async function fillPart(
  { context }: Application,
  organizations: Awaited<ReturnType<typeof organizationsIn>>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await context.store.transact(async (tx) => {
    for (let number = from; number < to; number++) {
      const { publisher, name, node } = swedishDataset(number);
      const organization = organizations.get(publisher.name);
      if (organization === undefined) throw new Error(`${publisher.name} is not there.`);
      const iri = `${context.base}/datasets/${name}`;
      const { content, digest } = settleAs(
        context,
        { kind: 'dataset', name, iri, owner: publisher.name },
        { ...node, publisher: organization.iri },
      );
      await savePublished(tx, context, {
        organization: organization.id,
        name,
        iri,
        content,
        digest,
      });
    }
  });
}

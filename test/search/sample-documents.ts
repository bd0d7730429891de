import { loadSample } from '../../src/commands/load-sample.ts';
import { readConfig } from '../../src/config.ts';
import { openApplication } from '../../src/main.ts';
import { completeness } from '../../src/quality/completeness.ts';
import { walk } from '../../src/search/apply-changes.ts';
import { gatherDocuments } from '../../src/search/gather-documents.ts';
import type { IndexDocument } from '../../src/search/index-document.ts';

/** What search knows of the sample catalogue: taken in by a real store, made into documents as the follower makes them. */
export async function sampleDocuments(): Promise<readonly IndexDocument[]> {
  const application = await openApplication(readConfig({}), { memory: true });
  try {
    await loadSample(application);
    const source = {
      store: application.store.catalog,
      profile: application.profile,
      quality: completeness,
      refused: (id: string, error: unknown) => {
        throw new Error(`No document can be made of ${id}.`, { cause: error });
      },
    };
    const documents: IndexDocument[] = [];
    for await (const records of walk(source)) {
      documents.push(...(await gatherDocuments(source, records)));
    }
    return documents;
  } finally {
    await application.close();
  }
}

import type { estypes } from '@elastic/elasticsearch';
import type { Analyser } from '../../language/analyser.ts';
import { type IndexBatch, SearchUnavailable } from '../search-index.ts';
import type { Cluster } from './cluster.ts';
import { documentBody } from './dsl.ts';
import { writeAlias } from './record-indexes.ts';

/** What is sent at a time: so many records, or so many characters. Each part is made safe on disk, so smaller ones take longer in all. */
const mostRecords = 250;
const mostCharacters = 4_000_000;

export interface Sending {
  readonly cluster: Cluster;
  readonly analyser: Analyser;
  readonly index: string;
  /** Whether what was sent is found by the next search. */
  readonly refresh: boolean;
}

/**
 * Sends records and deletions with their revisions as versions: what is older than what is held is passed over. While the cluster
 * takes in one part the next is analysed.
 *
 * @throws SearchUnavailable when not all was taken in; sending it all again is harmless.
 */
export async function sendDocuments(
  { cluster, analyser, index, refresh }: Sending,
  { documents, deletions }: Omit<IndexBatch, 'position'>,
): Promise<void> {
  let sent: Promise<void> = Promise.resolve();
  let lines: string[] = [];
  let characters = 0;
  const send = async () => {
    const operations = lines;
    lines = [];
    characters = 0;
    await sent;
    sent = sendLines(cluster, index, operations);
    // It is waited for before the next one; until then its failure has nobody to hear it.
    sent.catch(() => undefined);
  };
  const add = async (id: string, revision: number, body: string) => {
    lines.push(JSON.stringify(action(id, revision)), body);
    characters += body.length;
    if (lines.length >= 2 * mostRecords || characters >= mostCharacters) await send();
  };
  for (const document of documents) {
    await add(document.id, document.revision, JSON.stringify(documentBody(analyser, document)));
  }
  for (const { id, revision } of deletions) await add(id, revision, '{}');
  if (lines.length > 0) await send();
  await sent;
  if (refresh && documents.length + deletions.length > 0) {
    await cluster.ask((client) => client.indices.refresh({ index: writeAlias(index) }));
  }
}

/** A repeat of the same revision is written again, an older one is refused with 409. */
function action(id: string, revision: number): estypes.BulkOperationContainer {
  return { index: { _id: id, version: revision, version_type: 'external_gte' } };
}

async function sendLines(cluster: Cluster, index: string, operations: string[]): Promise<void> {
  const answer = await cluster.ask((client) =>
    client.bulk<string>({
      index: writeAlias(index),
      require_alias: true,
      operations,
      filter_path: ['errors', 'items.*.status', 'items.*.error.type'],
    }),
  );
  if (!answer.errors) return;
  const failed = answer.items
    .map((item) => item.index)
    .find((item) => item !== undefined && item.status >= 300 && item.status !== 409);
  if (failed !== undefined) {
    throw new SearchUnavailable(
      `Elasticsearch refuses a record: ${failed.status} ${failed.error?.type ?? ''}.`,
    );
  }
}

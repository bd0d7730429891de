import type { Analyser } from '../../language/analyser.ts';
import { SearchBuilding, type SearchIndex, SearchUnavailable } from '../search-index.ts';
import { openCluster } from './cluster.ts';
import { type Counted, engineAnswer, type StoredDocument, searchBody } from './dsl.ts';
import { readWords } from './read-words.ts';
import { recordIndexes } from './record-indexes.ts';
import { sendDocuments } from './send-documents.ts';

export interface ElasticsearchOptions {
  /** `https://user:password@host:9200`, characters that mean something in an address percent-encoded. */
  readonly url: string;
  /** What the names of our indexes begin with, where several share a cluster. Lower-case letters, digits and hyphens. */
  readonly prefix?: string;
  readonly analyser: Analyser;
  /** Milliseconds to wait for a search. */
  readonly timeout?: number;
}

/**
 * The index in an Elasticsearch 9. Nothing is asked of it before the first use, so that the program starts while it is down, and
 * it is used again as soon as it answers.
 *
 * `apply` writes to the index that `position` last told of, and to no other: when another process has put a new one in its place,
 * `apply` throws until `position` has been asked again, so that no change between the two is lost.
 *
 * @throws TypeError when the address is none.
 */
export function openElasticsearchIndex({
  url,
  prefix = 'datatorget',
  analyser,
  timeout = 5000,
}: ElasticsearchOptions): SearchIndex {
  const cluster = openCluster(url, timeout);
  const indexes = recordIndexes(cluster, prefix);
  let followed: string | undefined;

  const position = async () => {
    const current = await indexes.current();
    followed = current?.index;
    return current?.position;
  };
  return {
    engine: 'elasticsearch',
    position,
    async apply(batch) {
      if (followed === undefined) await position();
      if (followed === undefined) throw notBuilt();
      const index = followed;
      await sendDocuments({ cluster, analyser, index, refresh: true }, batch);
      await indexes.savePosition(index, batch.position);
    },
    async rebuild() {
      const index = await indexes.create();
      return {
        apply: (batch) => sendDocuments({ cluster, analyser, index, refresh: false }, batch),
        async commit(reached) {
          await indexes.savePosition(index, reached);
          await indexes.swap(index);
          followed = index;
        },
        abort: () => indexes.remove(index),
      };
    },
    async find(query) {
      const answer = await cluster.askTwiceFor((client) =>
        client.search<StoredDocument, Counted>(
          { index: indexes.live, allow_partial_search_results: false, ...searchBody(query) },
          cluster.soon,
        ),
      );
      if (answer === undefined) throw new SearchBuilding();
      return engineAnswer(query, answer);
    },
    async get(id) {
      const found = await cluster.askFor((client) =>
        client.get<StoredDocument>({ index: indexes.live, id }, cluster.soon),
      );
      return found?._source?.shown;
    },
    words: () => readWords(cluster, indexes.live),
    async ping() {
      await cluster.ask((client) => client.cluster.health({ timeout: '1s' }, cluster.soon));
    },
    close: () => cluster.client.close(),
  };
}

function notBuilt(): SearchUnavailable {
  return new SearchUnavailable('Elasticsearch has no index yet, or no longer.');
}

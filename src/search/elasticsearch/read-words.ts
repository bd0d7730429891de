import type { Cluster } from './cluster.ts';

/** Words read at a time. */
const page = 10_000;

interface WordPage {
  readonly words: {
    readonly buckets: readonly {
      readonly key: { readonly word: string };
      readonly doc_count: number;
    }[];
    readonly after_key?: { readonly word: string };
  };
}

/** All words that records hold, with the number of records that hold each. @throws SearchUnavailable */
export async function readWords(
  cluster: Cluster,
  index: string,
): Promise<ReadonlyMap<string, number>> {
  const words = new Map<string, number>();
  let after: { readonly word: string } | undefined;
  do {
    const answer = await cluster.askFor((client) =>
      client.search<never, WordPage>({
        index,
        size: 0,
        track_total_hits: false,
        allow_partial_search_results: false,
        aggregations: {
          words: {
            composite: {
              size: page,
              sources: [{ word: { terms: { field: 'words' } } }],
              ...(after === undefined ? {} : { after }),
            },
          },
        },
      }),
    );
    for (const { key, doc_count } of answer?.aggregations?.words.buckets ?? []) {
      words.set(key.word, doc_count);
    }
    after = answer?.aggregations?.words.after_key;
  } while (after !== undefined);
  return words;
}

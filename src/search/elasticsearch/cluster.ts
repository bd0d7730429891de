import { Client, errors } from '@elastic/elasticsearch';
import { SearchUnavailable } from '../search-index.ts';

/** For all that is not a search: milliseconds to wait for the cluster to do what it is told. */
export const patience = { requestTimeout: 60_000 } as const;

/** The cluster and how long we wait for it. */
export interface Cluster {
  readonly client: Client;
  /**
   * Asks once, without trying again.
   *
   * @throws SearchUnavailable for whatever goes wrong, with what it was but not where.
   */
  ask<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer>;
  /** The same, but undefined when there is no such index or document. @throws SearchUnavailable */
  askFor<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer | undefined>;
}

/**
 * Connects when first asked. User and password may stand in the address.
 *
 * @param timeout milliseconds to wait for an answer to a search
 * @throws TypeError when the address is none.
 */
export function openCluster(address: string, timeout: number): Cluster {
  if (!URL.canParse(address)) throw new TypeError('The address of Elasticsearch is no URL.');
  const url = new URL(address);
  const auth = {
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  url.username = '';
  url.password = '';
  const client = new Client({
    node: url.href,
    ...(auth.username === '' ? {} : { auth }),
    // Whoever asks decides whether to ask again: a hanging cluster must not hang us three times as long.
    maxRetries: 0,
    requestTimeout: timeout,
    enableMetaHeader: false,
  });
  const ask: Cluster['ask'] = async (question) => {
    try {
      return await question(client);
    } catch (error) {
      throw unavailable(error);
    }
  };
  return {
    client,
    ask,
    async askFor(question) {
      try {
        return await question(client);
      } catch (error) {
        if (error instanceof errors.ResponseError && error.statusCode === 404) return undefined;
        throw unavailable(error);
      }
    },
  };
}

/** Without the error itself, which knows addresses and what was sent. */
function unavailable(error: unknown): SearchUnavailable {
  if (error instanceof SearchUnavailable) return error;
  if (error instanceof errors.ResponseError) {
    return new SearchUnavailable(
      `Elasticsearch refuses: ${error.statusCode ?? 'no status'}${problemType(error.body)}.`,
    );
  }
  if (error instanceof errors.ElasticsearchClientError) {
    return new SearchUnavailable(`Elasticsearch does not answer: ${error.name}.`);
  }
  throw error;
}

function problemType(body: unknown): string {
  const type = (body as { error?: { type?: unknown } } | undefined)?.error?.type;
  return typeof type === 'string' ? ` ${type}` : '';
}

import { Client, errors } from '@elastic/elasticsearch';
import { SearchUnavailable } from '../search-index.ts';

/** Milliseconds to wait for the cluster to do what it is told. */
const patience = 60_000;

/** The cluster and how long we wait for it. */
export interface Cluster {
  readonly client: Client;
  /** Passed with a question that somebody waits for. */
  readonly soon: { readonly requestTimeout: number };
  /**
   * Asks once, without trying again.
   *
   * @throws SearchUnavailable for whatever goes wrong, with what it was but not where.
   */
  ask<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer>;
  /** The same, but undefined when there is no such index or document. @throws SearchUnavailable */
  askFor<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer | undefined>;
  /** The same, asked once more when the cluster refuses: an index may be replaced in the middle of a search. @throws SearchUnavailable */
  askTwiceFor<Answer>(question: (client: Client) => Promise<Answer>): Promise<Answer | undefined>;
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
    // The longest time is the client's own: it holds where a shorter one is given, not the other way round.
    requestTimeout: patience,
    enableMetaHeader: false,
  });
  const ask: Cluster['ask'] = async (question) => {
    try {
      return await question(client);
    } catch (error) {
      throw unavailable(error);
    }
  };
  const askFor: Cluster['askFor'] = async (question) => {
    try {
      return await question(client);
    } catch (error) {
      if (error instanceof errors.ResponseError && error.statusCode === 404) return undefined;
      throw unavailable(error);
    }
  };
  return {
    client,
    soon: { requestTimeout: timeout },
    ask,
    askFor,
    async askTwiceFor(question) {
      try {
        return await question(client);
      } catch (error) {
        if (error instanceof errors.ResponseError) return await askFor(question);
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

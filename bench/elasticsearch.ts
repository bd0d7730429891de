import { Agent, request } from 'node:http';
import type { Analyser } from '../src/language/analyser.ts';
import { openAnalyser } from '../src/language/open-analyser.ts';
import { documentBody, indexBody, searchBody } from '../src/search/elasticsearch/dsl.ts';
import { openElasticsearchIndex } from '../src/search/elasticsearch/open-elasticsearch-index.ts';
import type { IndexDocument } from '../src/search/index-document.ts';
import type { SearchIndex } from '../src/search/search-index.ts';
import { elasticsearch } from '../test/services/elasticsearch.ts';
import { type Row, row } from './row.ts';
import { searchQueries } from './search-queries.ts';
import { indexDocuments } from './swedish-catalogue.ts';

/** What our side of Elasticsearch costs, over the same requests sent by hand to the same server. */

const count = 20_000;
/** Records at a time. */
const atOnce = 1000;
/** What somebody would send by hand. */
const handful = 500;
const rounds = 2;
const position = { store: 'bench', revision: 1, shape: 'bench' };

export async function run(): Promise<readonly Row[]> {
  const server = await elasticsearch();
  if ('missing' in server) {
    process.stderr.write(`${server.missing}\n`);
    return [];
  }
  const hand = byHand(server.url);
  const analyser = openAnalyser();
  const open = (own: Analyser, prefix = server.prefix()) =>
    openElasticsearchIndex({ url: server.url, prefix, analyser: own });
  const prefix = server.prefix();
  const [index, second] = [open(analyser, prefix), open(remembering(analyser))];
  try {
    const documents = [...indexDocuments(count)];
    const bodies = documents.map((document) => JSON.stringify(documentBody(analyser, document)));
    const bulkByHand = async () => {
      const name = server.prefix();
      await hand('PUT', `/${name}`, JSON.stringify(indexBody));
      return await timed(() => sendByHand(hand, name, documents, bodies));
    };
    // The server's compiler takes a while to know what it is about.
    await bulkByHand();
    await fill(second, documents);

    const whole = await timed(() => fill(index, documents));
    const byHandBulk = await bulkByHand();
    const sending = await timed(() => fill(second, documents));
    const each = (ms: number) => ms / count;
    const speed = (ms: number) => `${Math.round((count / ms) * 1000)} datasets/s`;
    return [
      {
        ...row(`elasticsearch: taking in ${count} datasets, each`, {
          value: each(whole),
          baseline: 1000 / 3000,
          goal: 1,
        }),
        note: speed(whole),
      },
      {
        ...row('elasticsearch: the same without analysis, over by hand', {
          value: each(sending),
          baseline: each(byHandBulk),
          goal: 1.3,
        }),
        note: `${speed(sending)}, by hand ${speed(byHandBulk)}`,
      },
      await searching(index, hand, `${prefix}-records`),
    ];
  } finally {
    await index.close();
    await second.close();
    hand.end();
    await server.stop();
  }
}

async function searching(index: SearchIndex, hand: Hand, alias: string): Promise<Row> {
  const queries = searchQueries().map(({ query }) => ({
    query,
    body: JSON.stringify(searchBody(query)),
    ours: Number.POSITIVE_INFINITY,
    byHand: Number.POSITIVE_INFINITY,
  }));
  for (let round = 0; round < rounds; round++) {
    for (const one of queries) {
      const ours = async () => {
        one.ours = Math.min(one.ours, await timed(() => index.find(one.query)));
      };
      const theirs = async () => {
        const sent = () => hand('POST', `/${alias}/_search`, one.body);
        one.byHand = Math.min(one.byHand, await timed(sent));
      };
      for (const task of round % 2 === 0 ? [ours, theirs] : [theirs, ours]) await task();
    }
  }
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const sorted = queries.map(({ ours }) => ours).sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  return {
    ...row('elasticsearch: a search with all facets, over by hand', {
      value: mean(queries.map(({ ours }) => ours)),
      baseline: mean(queries.map(({ byHand: own }) => own)),
      goal: 1.3,
    }),
    note: `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`,
  };
}

async function fill(index: SearchIndex, documents: readonly IndexDocument[]): Promise<void> {
  const rebuild = await index.rebuild();
  for (let start = 0; start < documents.length; start += atOnce) {
    await rebuild.apply({ documents: documents.slice(start, start + atOnce), deletions: [] });
  }
  await rebuild.commit(position);
}

async function sendByHand(
  hand: Hand,
  index: string,
  documents: readonly IndexDocument[],
  bodies: readonly string[],
): Promise<void> {
  for (let start = 0; start < documents.length; start += handful) {
    const lines = documents.slice(start, start + handful).map(({ id, revision }, offset) => {
      const version = `"version":${revision},"version_type":"external_gte"`;
      return `{"index":{"_id":"${id}",${version}}}\n${bodies[start + offset]}\n`;
    });
    await hand('POST', `/${index}/_bulk?filter_path=errors`, lines.join(''));
  }
  await hand('POST', `/${index}/_refresh`, '');
}

interface Hand {
  /** One request over a connection that is kept. @throws Error when it is refused. */
  (method: string, path: string, body: string): Promise<unknown>;
  end(): void;
}

function byHand(url: string): Hand {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (method: string, path: string, body: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const type = path.includes('/_bulk') ? 'application/x-ndjson' : 'application/json';
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) };
    request(new URL(path, url), { method, agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(text.slice(0, 500)));
      });
    })
      .on('error', reject)
      .end(body);
    return promise;
  };
  return Object.assign(ask, { end: () => agent.destroy() });
}

/** Analyses each text once. */
function remembering(analyser: Analyser): Analyser {
  const known = new Map<string, ReturnType<Analyser['words']>>();
  return {
    words(text, language) {
      const key = `${language} ${text}`;
      const words = known.get(key) ?? analyser.words(text, language);
      known.set(key, words);
      return words;
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

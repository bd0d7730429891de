import { after, test } from 'node:test';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { openElasticsearchIndex } from '../../src/search/elasticsearch/open-elasticsearch-index.ts';
import { searchIndexContract } from '../contract/search-index.ts';
import { elasticsearch } from '../services/elasticsearch.ts';

const server = await elasticsearch();

if ('missing' in server) {
  test('the contract on Elasticsearch', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  const prefix = server.prefix();
  const analyser = await openAnalyser();
  searchIndexContract(
    'Elasticsearch',
    async (place) =>
      openElasticsearchIndex({
        url: server.url,
        prefix: `${prefix}-${place}`,
        analyser,
        timeout: 30_000,
      }),
    analyser,
  );
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openElasticsearchIndex } from '../../src/search/elasticsearch/open-elasticsearch-index.ts';
import { startElasticsearch } from '../services/elasticsearch.ts';
import { analyser, openFollowing } from './following.ts';

test('an Elasticsearch that is killed while records come in has them all when it is back', async (t) => {
  const server = await startElasticsearch(t);
  if (server === undefined) return;
  const { follow, published, titles, events } = await openFollowing(t, async () =>
    openElasticsearchIndex({ url: server.url, prefix: server.prefix(), analyser, timeout: 30_000 }),
  );
  const follower = follow();
  await follower.caughtUp();
  const names = Array.from({ length: 40 }, (_, number) => `nr-${number + 10}`);
  for (const [number, name] of names.entries()) {
    await published(name);
    follower.wake();
    if (number === 20) await server.kill();
  }
  assert.notEqual((await follower.lag()).revisions, 0);
  await server.restart();
  await follower.caughtUp();
  assert.deepEqual(await titles(), names);
  assert.equal(events.filter(({ event }) => event === 'search-rebuilt').length, 1);
});

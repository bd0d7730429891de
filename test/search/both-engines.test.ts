/** The same answers whichever engine: texts as people type them, over the sample catalogue. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openElasticsearchIndex } from '../../src/search/elasticsearch/open-elasticsearch-index.ts';
import { openEmbeddedIndex } from '../../src/search/embedded/open-embedded-index.ts';
import { facetNames } from '../../src/search/facets.ts';
import { elasticsearch } from '../services/elasticsearch.ts';
import { sampleDocuments } from './sample-documents.ts';
import { analyser, asked, fill, searchOver } from './small-catalog.ts';

const texts = [
  ...['badplats', 'badplatserna', 'badplatsernas', 'bad', 'plats', 'badvatten', 'strand'],
  ...['skola', 'skolor', 'grundskolorna', 'förskola', 'dagis', 'forskolor', 'skolmåltider', 'mat'],
  ...['återvinning', 'återvinningsstation', 'sopor', 'avfall', 'avfallshantering', 'recycling'],
  ...['vårdcentral', 'VC', 'vård', 'sjukhus', 'väntetider', 'health care', 'hälsa'],
  ...['malmo', 'Malmö', 'göteborg', 'goteborgs stad', 'umeå', 'UMEÅ KOMMUN', 'skelleftea'],
  ...['luftkvalitet', 'kvalitet på luft', 'luft', 'buller', 'trafik', 'kollektivtrafik', 'buss'],
  ...['cykel', 'cykelvägar', 'cykelräkning 2024', 'bike', 'parkering', 'laddstation', 'elbil'],
  ...['data om luftkvalitet', 'öppna data', 'statistik', 'hur många invånare', 'i', 'på och av'],
  ...['geodata', 'gis', 'karta', 'detaljplan', 'detaljplaner umeå', 'höjdmodell', 'skyfall'],
  ...['"badplatser"', '"öppna data"', '"i kommunen"', '"malmö stad" cykel', '"finns inte alls"'],
  ...['badplats -umeå', '-umeå', '-"grundskolor"', 'skola OR förskola', 'bad ELLER is', 'OR', '-'],
  ...['utgivare:umeå', 'utgivare:malmö cykel', 'format:csv', 'format:csv OR format:json'],
  ...['tema:miljö', 'tema:"transport" karta', 'plats:västerbotten', 'licens:cc0', '-format:csv'],
  ...['titel:luftkvalitet', 'nyckelord:återvinning', 'standard:badvatten', 'foo:bar badplats'],
  ...['badplaster', 'återvining', 'luftkvalitett', 'rymdraket', 'rymdraket badplats', 'x y z'],
  ...[
    'title:(a^2 OR b~1) AND [x TO y]',
    '*',
    '*:*',
    '\0',
    '🏊',
    'حمام',
    '| + = ~ % &',
    'http://x.se/y',
  ],
  ...['', ' ', 'badplats '.repeat(100)],
  // As many words with as many other names as a query can have.
  'badplats återvinningscentral förskola vårdcentral bibliotek idrottshall cykelväg parkering kollektivtrafik luftkvalitet '.repeat(
    4,
  ),
];

const server = await elasticsearch();

if ('missing' in server) {
  test('both engines answer alike', { skip: server.missing }, () => undefined);
} else {
  const { url } = server;
  const embedded = searchOver(await openEmbeddedIndex({ analyser }));
  const elastic = searchOver(openElasticsearchIndex({ url, prefix: server.prefix(), analyser }));
  after(async () => {
    await embedded.close();
    await elastic.close();
    await server.stop();
  });
  const documents = await sampleDocuments();
  await fill(embedded, documents);
  await fill(elastic, documents);

  for (const text of texts) {
    test(`both engines answer alike: ${JSON.stringify(text.slice(0, 60))}`, async () => {
      const request = asked(text, { facets: facetNames, facetSize: 5 });
      const [one, other] = [await embedded.search(request), await elastic.search(request)];
      assert.deepEqual(other, one);
      const typed = { text, language: 'sv', size: 10 } as const;
      assert.deepEqual(await elastic.suggest(typed), await embedded.suggest(typed));
    });
  }

  test('both engines go through all records by the same pages', async () => {
    let cursor: string | undefined;
    do {
      const request = asked('', { size: 7, ...(cursor && { cursor }) });
      const [one, other] = [await embedded.search(request), await elastic.search(request)];
      assert.deepEqual(other, one);
      cursor = one.next;
    } while (cursor !== undefined);
  });

  test('both engines find the same records alike', async () => {
    for (const { id } of documents.slice(0, 20)) {
      assert.deepEqual(await elastic.similar(id, 5), await embedded.similar(id, 5));
    }
  });
}

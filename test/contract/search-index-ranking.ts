import assert from 'node:assert/strict';
import { tiers } from '../../src/search/terms.ts';
import { generatedDocuments, searchDocument } from './search-index-documents.ts';
import { type Duty, fill, positionAt } from './search-index-duty.ts';
import { engineQuery, generatedQueries, word } from './search-index-queries.ts';
import { expectedAnswer, indexed } from './search-index-reference.ts';

/** What is found and what it is worth: the same integers in every engine. */
export function searchIndexRanking(duty: Duty): void {
  duty(
    'answers generated queries as the rules say, to the last count',
    async ({ index, analyser }) => {
      const seed = 4;
      const first = generatedDocuments(180, seed);
      await fill(index, first);
      // A part of them is replaced and taken away, so that nothing of what they were is left.
      const replaced = generatedDocuments(40, seed + 1).map((document, number) => ({
        ...document,
        revision: 1000 + number,
      }));
      const deletions = first.slice(60, 80).map(({ id }) => ({ id, revision: 2000 }));
      await index.apply({ documents: replaced, deletions, position: positionAt(2000) });
      const documents = [...replaced, ...first.slice(40, 60), ...first.slice(80)];
      const records = documents.map((document) => indexed(analyser, document));
      const queries = generatedQueries(400, { seed, analyser, documents });
      let found = 0;
      for (const query of queries) {
        const expected = expectedAnswer(records, query);
        assert.deepEqual(await index.find(query), expected, JSON.stringify(query));
        if (expected.total > 0) found += 1;
        const after = expected.hits[2]?.key;
        if (after === undefined) continue;
        const next = { ...query, after };
        assert.deepEqual(
          await index.find(next),
          expectedAnswer(records, next),
          JSON.stringify(next),
        );
      }
      assert.ok(found > queries.length / 3, `only ${found} queries found anything`);
    },
  );

  duty(
    'puts a word in the title before one in the keywords, the description and the rest',
    async ({ index }) => {
      await fill(index, [
        searchDocument('d', { other: 'bad' }),
        searchDocument('c', { description: 'bad' }),
        searchDocument('b', { keyword: 'bad' }),
        searchDocument('a', { title: 'bad' }),
      ]);
      const { hits } = await index.find(engineQuery({ must: [word('bad')] }));
      assert.deepEqual(
        hits.map(({ id, score }) => [id, score]),
        [
          ['a', 1000],
          ['b', 500],
          ['c', 240],
          ['d', 180],
        ],
      );
    },
  );

  duty('gives a word the worth of its best variant, once', async ({ index }) => {
    await fill(index, [searchDocument('a', { title: 'bad plats strand bad', keyword: 'bad' })]);
    const tokens = ['bad', 'plats', 'strand', 'bad', 'finns-inte'];
    const variants = tokens.map((token, place) => ({ token, tier: tiers[4 - place] ?? 'exact' }));
    const { hits } = await index.find(engineQuery({ must: [{ type: 'term', variants }] }));
    assert.deepEqual(
      hits.map(({ score }) => score),
      [900],
    );
  });

  duty('counts a word only in the fields that are asked for', async ({ index }) => {
    await fill(index, [
      searchDocument('a', { title: 'bad', other: 'bad' }),
      searchDocument('b', { title: 'bad' }),
    ]);
    const { hits } = await index.find(engineQuery({ must: [word('bad', 'other', 'description')] }));
    assert.deepEqual(
      hits.map(({ id, score }) => [id, score]),
      [['a', 180]],
    );
  });

  duty('finds a phrase inside one text and never across two', async ({ index }) => {
    await fill(index, [
      searchDocument('across', { title: ['fina bad', 'plats nu'], keyword: ['bad', 'plats'] }),
      searchDocument('apart', { title: 'bad och plats', description: 'plats bad' }),
      searchDocument('inside', { title: 'en bad plats nu' }),
      searchDocument('lower', { description: ['först', 'en bad plats'] }),
    ]);
    const phrase = { type: 'phrase', tokens: ['bad', 'plats'] } as const;
    const { hits } = await index.find(engineQuery({ must: [phrase] }));
    assert.deepEqual(
      hits.map(({ id, score }) => [id, score]),
      [
        ['inside', 2000],
        ['lower', 480],
      ],
    );
    const below = await index.find(engineQuery({ must: [{ ...phrase, fields: ['description'] }] }));
    assert.deepEqual(
      below.hits.map(({ id }) => id),
      ['lower'],
    );
  });

  duty('adds up what all must hold, and takes the best of what any may', async ({ index }) => {
    await fill(index, [
      searchDocument('both', { title: 'bad', description: 'strand' }),
      searchDocument('one', { title: 'bad' }),
    ]);
    const clauses = [word('bad'), word('strand')];
    const all = await index.find(engineQuery({ must: [{ type: 'all', clauses }] }));
    assert.deepEqual(
      all.hits.map(({ id, score }) => [id, score]),
      [['both', 1240]],
    );
    const any = await index.find(engineQuery({ must: [{ type: 'any', clauses }] }));
    assert.deepEqual(
      any.hits.map(({ id, score }) => [id, score]),
      [
        ['both', 1000],
        ['one', 1000],
      ],
    );
  });

  duty('gives a bonus to those who hold it and keeps the others', async ({ index }) => {
    await fill(index, [
      searchDocument('a', { title: 'bad', keyword: 'strand' }),
      searchDocument('b', { title: 'bad strand' }),
      searchDocument('c', { title: 'strand' }),
    ]);
    const bonuses = [
      { clause: { type: 'phrase', tokens: ['bad', 'strand'] } as const, score: 70 },
      { clause: word('strand', 'keyword'), score: 5 },
    ];
    const { hits } = await index.find(engineQuery({ must: [word('bad')], bonuses }));
    assert.deepEqual(
      hits.map(({ id, score }) => [id, score]),
      [
        ['b', 1070],
        ['a', 1005],
      ],
    );
    const browsed = await index.find(engineQuery({ bonuses }));
    assert.deepEqual(
      browsed.hits.map(({ id, score }) => [id, score]),
      [
        ['b', 70],
        ['a', 5],
        ['c', 0],
      ],
    );
  });

  duty('leaves out what must not be, and the record that is excepted', async ({ index }) => {
    await fill(
      index,
      ['a', 'b', 'c'].map((id) => searchDocument(id, { title: `bad ${id}x` })),
    );
    const query = engineQuery({ must: [word('bad')], mustNot: [word('ax')], except: 'c' });
    const { total, hits } = await index.find(query);
    assert.deepEqual([total, hits.map(({ id }) => id)], [1, ['b']]);
  });

  duty('takes every sign in a word as a part of it', async ({ index }) => {
    const words = [
      'c++',
      "o'brien",
      '"x"',
      'a*b',
      'epsg:3006',
      'å-ä',
      '(1)',
      '^y',
      '{z}',
      '日本',
      '😀',
    ];
    await fill(index, [searchDocument('plain', { title: 'c o brien x a b epsg 3006 1 y z' })]);
    for (const token of [...words, '*', '"', "'", 'a OR b', 'NEAR(x y)', '\0', 'title:x', '']) {
      const { total } = await index.find(engineQuery({ must: [word(token)] }));
      assert.equal(total, 0, token);
      const phrase = { type: 'phrase', tokens: [token, token] } as const;
      assert.equal((await index.find(engineQuery({ must: [phrase] }))).total, 0, token);
    }
  });
}

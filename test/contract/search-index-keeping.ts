import assert from 'node:assert/strict';
import { SearchBuilding } from '../../src/search/search-index.ts';
import { searchDocument } from './search-index-documents.ts';
import { type Duty, fill, idsIn, positionAt } from './search-index-duty.ts';
import { engineQuery, word } from './search-index-queries.ts';

/** Taking in and letting go: whatever comes twice, late or out of order, the newest is kept. */
export function searchIndexKeeping(duty: Duty): void {
  duty('holds nothing before it is built, and says so when it is searched', async ({ index }) => {
    assert.equal(await index.position(), undefined);
    await assert.rejects(index.find(engineQuery({ facets: ['theme'] })), SearchBuilding);
    assert.equal(await index.get('trees'), undefined);
    await index.ping();
  });

  duty('finds at once what it has taken in', async ({ index }) => {
    await fill(index, []);
    const document = searchDocument('trees', { title: 'träd' }, { revision: 2 });
    await index.apply({ documents: [document], deletions: [], position: positionAt(2) });
    const { total, hits } = await index.find(engineQuery({ must: [word('träd')] }));
    assert.equal(total, 1);
    assert.deepEqual(hits[0]?.shown, document.shown);
    assert.deepEqual(await index.get('trees'), document.shown);
    assert.equal(await index.get('roads'), undefined);
  });

  duty(
    'keeps one form of a record: the newest, however often and late others come',
    async ({ index }) => {
      await fill(index, []);
      const older = searchDocument('trees', { title: 'gammal' }, { revision: 5, quality: 5 });
      const newer = searchDocument('trees', { title: 'ny' }, { revision: 9, quality: 9 });
      for (const document of [older, newer, newer, older]) {
        await index.apply({ documents: [document], deletions: [], position: positionAt(9) });
      }
      assert.equal((await index.find(engineQuery({ must: [word('gammal')] }))).total, 0);
      const { hits } = await index.find(engineQuery({ must: [word('ny')], sort: 'quality' }));
      assert.deepEqual(
        hits.map(({ key }) => key),
        [[9, 'trees']],
      );
    },
  );

  duty('keeps the newest of several forms in one batch', async ({ index }) => {
    await fill(index, []);
    await index.apply({
      documents: [3, 7, 5].map((revision) =>
        searchDocument('trees', { title: `form ${revision}` }, { revision }),
      ),
      deletions: [
        { id: 'trees', revision: 4 },
        { id: 'roads', revision: 6 },
      ],
      position: positionAt(7),
    });
    assert.deepEqual(await idsIn(index), ['trees']);
    assert.equal((await index.find(engineQuery({ must: [word('7')] }))).total, 1);
  });

  duty('remembers a deletion, so that an older form stays away', async ({ index, reopen }) => {
    await fill(index, []);
    const trees = searchDocument('trees', { title: 'träd' }, { revision: 5 });
    await index.apply({ documents: [trees], deletions: [], position: positionAt(5) });
    await index.apply({
      documents: [],
      deletions: [{ id: 'trees', revision: 8 }],
      position: positionAt(8),
    });
    assert.deepEqual(await idsIn(index), []);
    const again = await reopen();
    await again.apply({ documents: [trees], deletions: [], position: positionAt(8) });
    assert.deepEqual(await idsIn(again), []);
    assert.equal(await again.get('trees'), undefined);
    const published = { ...trees, revision: 9 };
    await again.apply({ documents: [published], deletions: [], position: positionAt(9) });
    assert.deepEqual(await idsIn(again), ['trees']);
  });

  duty('leaves a record alone when an older deletion comes late', async ({ index }) => {
    await fill(index, []);
    const trees = searchDocument('trees', { title: 'träd' }, { revision: 5 });
    await index.apply({
      documents: [trees],
      deletions: [{ id: 'trees', revision: 4 }],
      position: positionAt(5),
    });
    await index.apply({
      documents: [],
      deletions: [{ id: 'trees', revision: 3 }],
      position: positionAt(5),
    });
    assert.deepEqual(await idsIn(index), ['trees']);
  });

  duty('remembers a deletion of what it has never seen', async ({ index }) => {
    await fill(index, []);
    await index.apply({
      documents: [],
      deletions: [{ id: 'trees', revision: 8 }],
      position: positionAt(8),
    });
    const late = searchDocument('trees', { title: 'träd' }, { revision: 5 });
    await index.apply({ documents: [late], deletions: [], position: positionAt(8) });
    assert.deepEqual(await idsIn(index), []);
  });

  duty('keeps its records and its position over a new start', async ({ index, reopen }) => {
    await fill(index, [searchDocument('trees', { title: 'träd' })], 3);
    assert.deepEqual(await index.position(), positionAt(3));
    const roads = searchDocument('roads', { title: 'vägar' }, { revision: 4 });
    await index.apply({ documents: [roads], deletions: [], position: positionAt(4) });
    assert.deepEqual(await index.position(), positionAt(4));
    const again = await reopen();
    assert.deepEqual(await again.position(), positionAt(4));
    assert.deepEqual(await idsIn(again), ['roads', 'trees']);
    assert.equal((await again.find(engineQuery({ must: [word('vägar')] }))).total, 1);
  });

  duty('moves its position when there is nothing else to take in', async ({ index }) => {
    await fill(index, [], 3);
    await index.apply({ documents: [], deletions: [], position: positionAt(12) });
    assert.deepEqual(await index.position(), positionAt(12));
  });

  duty('lets a replaced record go from every word and facet', async ({ index }) => {
    const before = searchDocument('trees', { title: 'ek' }, { facets: { theme: ['ENVI'] } });
    const after = searchDocument(
      'trees',
      { title: 'bok' },
      { revision: 2, facets: { theme: ['TRAN'] } },
    );
    await fill(index, [
      before,
      searchDocument('roads', { title: 'ek' }, { facets: { theme: ['ENVI'] } }),
    ]);
    await index.apply({ documents: [after], deletions: [], position: positionAt(2) });
    const all = await index.find(engineQuery({ facets: ['theme'] }));
    assert.deepEqual(all.facets.theme?.values, [
      { value: 'ENVI', count: 1 },
      { value: 'TRAN', count: 1 },
    ]);
    const old = await index.find(engineQuery({ must: [word('ek')] }));
    assert.deepEqual(
      old.hits.map(({ id }) => id),
      ['roads'],
    );
  });
}

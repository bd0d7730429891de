import assert from 'node:assert/strict';
import { searchDocument } from './search-index-documents.ts';
import { type Duty, fill, idsIn, positionAt } from './search-index-duty.ts';
import { engineQuery, word } from './search-index-queries.ts';

const trees = searchDocument('trees', { title: 'träd' });
const roads = searchDocument('roads', { title: 'vägar' });
const schools = searchDocument('schools', { title: 'skolor' });

/** Building anew beside the index that answers. */
export function searchIndexRebuild(duty: Duty): void {
  duty(
    'answers from the old index until the new one is put in its place',
    async ({ index, reopen }) => {
      await fill(index, [trees], 1);
      const rebuild = await index.rebuild();
      await rebuild.apply({ documents: [roads], deletions: [] });
      assert.deepEqual(await idsIn(index), ['trees']);
      assert.deepEqual(await index.position(), positionAt(1));
      await rebuild.apply({ documents: [schools], deletions: [] });
      await rebuild.commit(positionAt(7));
      assert.deepEqual(await idsIn(index), ['roads', 'schools']);
      assert.deepEqual(await index.position(), positionAt(7));
      assert.equal((await index.find(engineQuery({ must: [word('träd')] }))).total, 0);
      assert.deepEqual(await idsIn(await reopen()), ['roads', 'schools']);
    },
  );

  duty('takes in changes while another is built, and after it', async ({ index }) => {
    await fill(index, [trees], 1);
    const rebuild = await index.rebuild();
    await rebuild.apply({ documents: [roads], deletions: [] });
    const late = { ...schools, revision: 2 };
    await index.apply({ documents: [late], deletions: [], position: positionAt(2) });
    assert.deepEqual(await idsIn(index), ['schools', 'trees']);
    await rebuild.commit(positionAt(1));
    assert.deepEqual(await idsIn(index), ['roads']);
    await index.apply({ documents: [late], deletions: [], position: positionAt(2) });
    assert.deepEqual(await idsIn(index), ['roads', 'schools']);
  });

  duty('keeps the old index when the new one is given up', async ({ index, reopen }) => {
    await fill(index, [trees], 1);
    const rebuild = await index.rebuild();
    await rebuild.apply({ documents: [roads], deletions: [] });
    await rebuild.abort();
    assert.deepEqual(await idsIn(index), ['trees']);
    assert.deepEqual(await idsIn(await reopen()), ['trees']);
  });

  duty(
    'keeps the old index when it stops before the new one is done',
    async ({ index, reopen }) => {
      await fill(index, [trees], 1);
      const rebuild = await index.rebuild();
      await rebuild.apply({ documents: [roads], deletions: [] });
      const again = await reopen();
      assert.deepEqual(await idsIn(again), ['trees']);
      assert.deepEqual(await again.position(), positionAt(1));
      await fill(again, [schools], 2);
      assert.deepEqual(await idsIn(again), ['schools']);
    },
  );

  duty('lets a later rebuild put an earlier one out of play', async ({ index }) => {
    await fill(index, [trees], 1);
    const earlier = await index.rebuild();
    await earlier.apply({ documents: [roads], deletions: [] });
    const later = await index.rebuild();
    await later.apply({ documents: [schools], deletions: [] });
    await assert.rejects(earlier.apply({ documents: [roads], deletions: [] }), Error);
    await assert.rejects(earlier.commit(positionAt(5)), Error);
    assert.deepEqual(await idsIn(index), ['trees']);
    await later.commit(positionAt(6));
    assert.deepEqual(await idsIn(index), ['schools']);
    await earlier.abort();
    assert.deepEqual(await idsIn(index), ['schools']);
    assert.deepEqual(await index.position(), positionAt(6));
  });

  duty('keeps the newest form and remembers deletions while it builds', async ({ index }) => {
    const rebuild = await index.rebuild();
    await rebuild.apply({
      documents: [
        { ...trees, revision: 8, quality: 8 },
        { ...roads, revision: 3 },
      ],
      deletions: [{ id: 'schools', revision: 6 }],
    });
    await rebuild.apply({
      documents: [
        { ...trees, revision: 2, quality: 2 },
        { ...schools, revision: 5 },
      ],
      deletions: [{ id: 'roads', revision: 4 }],
    });
    await rebuild.commit(positionAt(8));
    const { hits } = await index.find(engineQuery({ sort: 'quality' }));
    assert.deepEqual(
      hits.map(({ key }) => key),
      [[8, 'trees']],
    );
  });
}

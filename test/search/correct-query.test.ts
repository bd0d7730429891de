import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asked, type Described, openCatalog } from './small-catalog.ts';

const records: readonly Described[] = [
  { id: 'bath', title: 'Badplatser', keywords: ['friluftsliv'], facets: { format: ['csv'] } },
  { id: 'water', title: 'Badvattenkvalitet', description: 'Provtagning varje vecka.' },
  { id: 'park', title: 'Parkeringsplatser', organization: 'malmo' },
];

const cases: readonly (readonly [about: string, text: string, correct: string | undefined])[] = [
  ['two letters that changed places', 'badplaster', 'badplatser'],
  ['a letter too few', 'badvatenkvalitet', 'badvattenkvalitet'],
  [
    'the rest stays as it was typed',
    'format:csv  "badplatser" badplaster',
    'format:csv  "badplatser" badplatser',
  ],
  ['each word that nothing has', 'badplaster frilufsliv', 'badplatser friluftsliv'],
  ['what is right stays', 'badplatser', undefined],
  ['a form that no title has is right all the same', 'badplatsernas', undefined],
  ['a word of a description is right', 'provtagning', undefined],
  ['what is like nothing stays', 'rymdraket', undefined],
  ['numbers stay', '2o26 12345', undefined],
  ['what would find nothing is not offered', 'badplaster -badplatser', undefined],
];
for (const [about, text, correct] of cases) {
  test(`${about}: ${text}`, async (t) => {
    const search = await openCatalog(t, records);
    assert.equal((await search.search(asked(text))).correction, correct);
  });
}

test('a correction is offered on the first page alone', async (t) => {
  const search = await openCatalog(t, records);
  assert.equal((await search.search(asked('badplaster', { page: 2 }))).correction, undefined);
});

test('a word that a small catalogue has in compounds alone is what others are corrected to', async (t) => {
  const search = await openCatalog(t, [{ id: 'a', title: 'Dricksvatten' }]);
  assert.equal((await search.search(asked('vaten'))).correction, 'vatten');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeDocument } from '../../src/harvest/judge-document.ts';
import type { ReadRecord } from '../../src/rdf/read-record.ts';
import { base, profile } from '../catalog/square.ts';

/** So many datasets that say nothing but their titles. */
function reading(titles: readonly string[]) {
  const records = titles.map(
    (sv, index): ReadRecord => ({
      className: 'Dataset',
      iri: `https://register.umea.se/${index}`,
      record: { '@type': 'Dataset', title: { sv }, publisher: 'https://umea.se/' },
      extra: [],
      notes: [],
    }),
  );
  return { records, notes: [], leftovers: [] };
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => `Träd ${n}`);

test('others get their turn while a large document is judged', async () => {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);

  const { records } = await judgeDocument({ profile, base }, reading(numbered(2000)));
  isDone = true;

  assert.equal(records.length, 2000);
  assert.ok(turns >= 10, `${turns} turns`);
});

test('judging stops when nobody waits for it any more', async () => {
  const gone = new AbortController();
  const judging = judgeDocument({ profile, base }, reading(numbered(2000)), gone.signal);
  gone.abort(new Error('hung up'));
  await assert.rejects(judging, /hung up/);
});

test('records are judged beside each other: two of one publisher with one title', async () => {
  const { records } = await judgeDocument({ profile, base }, reading(['Träd', 'Bad', 'Träd']));
  const rules = records.map(({ issues }) => issues.some((issue) => issue.rule === 'V030'));
  assert.deepEqual(rules, [false, false, true]);
});

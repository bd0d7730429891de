import assert from 'node:assert/strict';
import type { Analyser } from '../../src/language/analyser.ts';
import { documentWords } from '../../src/search/document-words.ts';
import type { IndexDocument } from '../../src/search/index-document.ts';
import { generatedDocuments, searchDocument } from './search-index-documents.ts';
import { type Duty, fill, positionAt } from './search-index-duty.ts';

/** The words that spelling and suggestions know. */
export function searchIndexWords(duty: Duty): void {
  duty(
    'counts the records that hold each word of titles, keywords and publishers',
    async ({ index }) => {
      await fill(index, [
        searchDocument('a', { title: 'Badplatser och badplatser', keyword: 'Strand' }),
        searchDocument('b', { keyword: ['badplatser', 'sjö'], description: 'djup', other: 'skog' }),
      ]);
      const words = await index.words();
      assert.deepEqual(
        ['badplatser', 'strand', 'sjö', 'djup', 'skog', 'umeå'].map((text) => words.get(text)),
        [2, 1, 1, undefined, undefined, 2],
      );
    },
  );

  duty(
    'counts words anew when records are replaced and deleted',
    async ({ index, analyser, reopen }) => {
      const documents = generatedDocuments(60, 3);
      await fill(index, documents);
      assert.deepEqual(sorted(await index.words()), sorted(counted(analyser, documents)));
      const replaced = generatedDocuments(20, 5).map((document) => ({
        ...document,
        revision: 500,
      }));
      const deletions = documents.slice(20, 30).map(({ id }) => ({ id, revision: 501 }));
      await index.apply({ documents: replaced, deletions, position: positionAt(501) });
      const expected = sorted(counted(analyser, [...replaced, ...documents.slice(30)]));
      assert.deepEqual(sorted(await index.words()), expected);
      assert.deepEqual(sorted(await (await reopen()).words()), expected);
    },
  );
}

function counted(
  analyser: Analyser,
  documents: readonly IndexDocument[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const document of documents) {
    for (const text of documentWords(analyser, document))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

const sorted = (words: ReadonlyMap<string, number>) =>
  [...words].sort(([a], [b]) => (a < b ? -1 : 1));

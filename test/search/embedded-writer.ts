import { openAnalyser } from '../../src/language/open-analyser.ts';
import { openEmbeddedIndex } from '../../src/search/embedded/open-embedded-index.ts';
import { searchDocument } from '../contract/search-index-documents.ts';
import { fill, positionAt } from '../contract/search-index-duty.ts';

/** Writes batch after batch into the folder it is given, with another index half built beside, until it is killed. */
const [, , folder = ''] = process.argv;
const index = await openEmbeddedIndex({ folder, analyser: openAnalyser() });
await fill(index, [], 0);
const rebuild = await index.rebuild();
await rebuild.apply({ documents: [searchDocument('other', { title: 'annat' })], deletions: [] });

for (let revision = 1; ; revision++) {
  const documents = Array.from({ length: 10 }, (_, number) =>
    searchDocument(
      `trees-${revision}-${number}`,
      { title: `träd ${number}` },
      { revision, facets: { theme: ['ENVI'] } },
    ),
  );
  await index.apply({ documents, deletions: [], position: positionAt(revision) });
  process.send?.(revision);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openEmbeddedIndex } from '../../src/search/embedded/open-embedded-index.ts';
import type { FacetName } from '../../src/search/facets.ts';
import { indexNames } from '../../src/search/index-names.ts';
import { meantValues } from '../../src/search/meant-values.ts';
import { analyser, described, fill, vocabularies } from './small-catalog.ts';

const index = await openEmbeddedIndex({ analyser });
await fill(index, [
  described({ id: 'umea', title: 'Umeå kommun', kind: 'organization' }),
  described({ id: 'umu', title: 'Umeå universitet', kind: 'organization' }),
  described({ id: 'goteborg', title: 'Göteborgs Stad', kind: 'organization' }),
  described({ id: 'a', title: 'A', organization: 'umea', facets: { theme: ['ENVI'] } }),
  described({ id: 'b', title: 'B', organization: 'umu', facets: { format: ['csv', 'csv/CSV'] } }),
  described({
    id: 'c',
    title: 'C',
    organization: 'goteborg',
    facets: {
      format: ['excel', 'excel/XLSX'],
      place: ['2692965'],
      license: ['CC0-1.0', 'CC-BY-4.0'],
      conformsTo: ['https://data.example.se/standards/badvatten/1.0'],
    },
  }),
]);
const names = await indexNames(index, vocabularies);
await index.close();

const cases: readonly (readonly [facet: FacetName, text: string, values: readonly string[]])[] = [
  ['organization', 'umeå', ['umea']],
  ['organization', 'umeå u', ['umu']],
  ['organization', 'Umeå kommun', ['umea']],
  ['organization', 'umea', ['umea']],
  ['organization', 'universitet', ['umu']],
  ['organization', 'göteborg', ['goteborg']],
  ['organization', 'gote', ['goteborg']],
  ['organization', 'borg', []],
  ['organization', 'stad', ['goteborg']],
  ['organization', '***', []],
  ['theme', 'envi', ['ENVI']],
  ['theme', 'miljö', ['ENVI']],
  ['theme', 'environment', ['ENVI']],
  ['theme', 'transport', []],
  ['format', 'CSV', ['csv', 'csv/CSV']],
  ['format', 'xlsx', ['excel/XLSX']],
  ['format', 'excel', ['excel']],
  ['place', 'malmo', ['2692965']],
  ['license', 'cc0', ['CC0-1.0']],
  ['license', 'cc by', ['CC-BY-4.0']],
  ['conformsTo', 'badvatten', ['https://data.example.se/standards/badvatten/1.0']],
];
for (const [facet, text, values] of cases) {
  test(`${facet}:${text} means ${values.join(' and ') || 'nothing that is there'}`, () => {
    assert.deepEqual([...meantValues(names, facet, text)].sort(), values);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CatalogError } from '../../src/kernel/errors.ts';
import { defaultBudgets } from '../../src/rdf/budgets.ts';
import { type PatchedRecord, patchRecord } from '../../src/rdf/patch-record.ts';
import type { PatchMediaType } from '../../src/rdf/read-patch.ts';
import { plan, vocabularies } from './reading.ts';

const iri = 'https://data.example.se/datasets/bad';
const content = {
  '@id': iri,
  '@type': 'Dataset',
  title: { sv: 'Badplatser' },
  keyword: { sv: ['bad', 'sjö'] },
  temporal: [{ '@id': `${iri}#temporal-1`, '@type': 'PeriodOfTime', startDate: '2015-01-01' }],
  extra: [`<${iri}> <https://e.example/p> "kvar" .`],
} as const;
const prefixes =
  'PREFIX dcterms: <http://purl.org/dc/terms/>\nPREFIX dcat: <http://www.w3.org/ns/dcat#>\n';
const sparql = 'application/sparql-update';
const n3 = 'text/n3';
const n3Prefixes =
  '@prefix solid: <http://www.w3.org/ns/solid/terms#>.\n@prefix dcterms: <http://purl.org/dc/terms/>.\n';

function patched(patch: string, mediaType: PatchMediaType = sparql): Promise<PatchedRecord> {
  const head = mediaType === sparql ? prefixes : n3Prefixes;
  return patchRecord(
    { content, className: 'Dataset', patch: head + patch, mediaType },
    { plan, vocabularies, budgets: defaultBudgets },
  );
}

/** [title, patch, property, what it becomes]. */
const edits: readonly (readonly [string, string, string, unknown, PatchMediaType?])[] = [
  [
    'INSERT DATA adds',
    'INSERT DATA { <> dcterms:title "Bathing places"@en }',
    'title',
    { en: 'Bathing places', sv: 'Badplatser' },
  ],
  [
    'DELETE DATA takes away',
    'DELETE DATA { <> dcat:keyword "bad"@sv }',
    'keyword',
    { sv: ['sjö'] },
  ],
  [
    'deleting what is not there changes nothing',
    'DELETE DATA { <> dcat:keyword "hav"@sv }',
    'keyword',
    { sv: ['bad', 'sjö'] },
  ],
  [
    'two operations follow each other',
    'DELETE DATA { <> dcterms:title "Badplatser"@sv } ; INSERT DATA { <> dcterms:title "Bad; {här} # nu"@sv }',
    'title',
    { sv: 'Bad; {här} # nu' },
  ],
  [
    'DELETE, INSERT and WHERE replace, in small letters too',
    'delete { ?d dcterms:title ?t } insert { ?d dcterms:title "Nytt"@sv } where { ?d dcterms:title ?t }',
    'title',
    { sv: 'Nytt' },
  ],
  [
    'every match is edited',
    'DELETE { ?d dcat:keyword ?k } WHERE { ?d dcat:keyword ?k }',
    'keyword',
    undefined,
  ],
  [
    'DELETE WHERE takes what matches',
    'DELETE WHERE { <> dcterms:temporal ?t . ?t dcat:startDate ?s }',
    'temporal',
    undefined,
  ],
  [
    'a WHERE that matches nothing changes nothing',
    'DELETE { ?d dcterms:title ?t } WHERE { ?d dcterms:title ?t ; dcterms:none ?n }',
    'title',
    { sv: 'Badplatser' },
  ],
  [
    'a new helper node may be blank',
    'INSERT DATA { <> dcterms:spatial [ a dcterms:Location ; dcat:centroid "POINT(18 59)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> ] }',
    'spatial',
    [{ '@type': 'Location', centroid: 'POINT(18 59)' }],
  ],
  [
    'a helper node may be edited',
    `INSERT DATA { <${iri}#temporal-1> dcat:endDate "2016-01-01"^^<http://www.w3.org/2001/XMLSchema#date> }`,
    'temporal',
    [
      {
        '@id': `${iri}#temporal-1`,
        '@type': 'PeriodOfTime',
        startDate: '2015-01-01',
        endDate: '2016-01-01',
      },
    ],
  ],
  [
    'a new distribution may have its own IRI',
    'INSERT DATA { <> dcat:distribution <https://data.example.se/d> . <https://data.example.se/d> a dcat:Distribution ; dcat:accessURL <https://data.example.se/f.csv> }',
    'distribution',
    [
      {
        '@id': 'https://data.example.se/d',
        '@type': 'Distribution',
        accessUrl: 'https://data.example.se/f.csv',
      },
    ],
  ],
  [
    'N3 Patch replaces',
    '_:p a solid:InsertDeletePatch ; solid:where { ?d dcterms:title "Badplatser"@sv } ; solid:deletes { ?d dcterms:title "Badplatser"@sv } ; solid:inserts { ?d dcterms:title "Nytt"@sv } .',
    'title',
    { sv: 'Nytt' },
    n3,
  ],
  [
    'N3 Patch inserts',
    '_:p a solid:InsertDeletePatch ; solid:inserts { <> dcterms:title "New"@en } .',
    'title',
    { en: 'New', sv: 'Badplatser' },
    n3,
  ],
];

for (const [title, patch, property, expected, mediaType] of edits) {
  test(title, async () => {
    const { record, extra } = await patched(patch, mediaType);
    assert.deepEqual(record[property], expected);
    assert.deepEqual(extra, content.extra);
  });
}

const refusals: readonly (readonly [string, string, RegExp, PatchMediaType?])[] = [
  [
    'another subject',
    'INSERT DATA { <https://b.example/> dcterms:title "x"@sv }',
    /not part of the record/,
  ],
  [
    'another subject that the record is made to refer to',
    'INSERT DATA { <> dcterms:relation <https://b.example/> . <https://b.example/> dcterms:title "x"@sv }',
    /not part of the record/,
  ],
  [
    'a fragment that nothing refers to',
    `INSERT DATA { <${iri}#x> dcterms:title "x"@sv }`,
    /does not hang on the record/,
  ],
  ['LOAD', 'LOAD <http://127.0.0.1/>', /LOAD is not allowed/],
  ['CLEAR', 'CLEAR ALL', /CLEAR is not allowed/],
  [
    'GRAPH',
    'INSERT DATA { GRAPH <https://g.example/> { <> dcterms:title "x"@en } }',
    /GRAPH is not allowed/,
  ],
  [
    'SERVICE',
    'DELETE { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }',
    /SERVICE is not allowed/,
  ],
  [
    'WITH',
    'WITH <https://g.example/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }',
    /WITH is not allowed/,
  ],
  ['a variable without a value', 'INSERT DATA { <> dcterms:title ?t }', /variable/],
  ['a patch cut short', 'INSERT DATA { <> dcterms:title "x"@en', /cannot be made/],
  ['a patch that is a question', 'SELECT * WHERE { ?s ?p ?o }', /SELECT is not allowed/],
  ['an empty patch', '', /changes nothing/],
  [
    'an illegal IRI',
    'INSERT DATA { <> dcterms:relation <https://a.example/{x}> }',
    /legal IRI|cannot be made/,
  ],
  [
    'an N3 deletion of what is not there',
    '_:p a solid:InsertDeletePatch ; solid:deletes { <> dcterms:title "Nej"@sv } .',
    /Not there to be deleted/,
    n3,
  ],
  [
    'an N3 pattern that matches twice',
    '_:p a solid:InsertDeletePatch ; solid:where { ?d <http://www.w3.org/ns/dcat#keyword> ?k } ; solid:deletes { ?d <http://www.w3.org/ns/dcat#keyword> ?k } .',
    /matches 2 times/,
    n3,
  ],
  ['N3 without a patch', '<> dcterms:title "x"@sv .', /InsertDeletePatch/, n3],
  [
    'N3 that says more',
    '_:p a solid:InsertDeletePatch ; solid:inserts { <> dcterms:title "x"@en } ; dcterms:title "p" .',
    /may only have/,
    n3,
  ],
  [
    '20 000 brackets',
    `INSERT DATA { <> dcterms:temporal ${'[ dcterms:temporal '.repeat(20_000)}`,
    /./,
  ],
];

for (const [title, patch, says, mediaType] of refusals) {
  test(`${title} is refused`, { timeout: 5000 }, async () => {
    await assert.rejects(patched(patch, mediaType), (error) => {
      assert.ok(error instanceof CatalogError, String(error));
      assert.equal(error.code, 'invalid-document');
      assert.match(error.message, says);
      return true;
    });
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultBudgets } from '../../src/rdf/budgets.ts';
import type { Graph } from '../../src/rdf/graph.ts';
import { graphLines } from '../../src/rdf/graph-lines.ts';
import { parseDocument } from '../../src/rdf/parse-document.ts';
import { allRecords, read } from './reading.ts';

const prefixes = `
  @prefix dcat: <http://www.w3.org/ns/dcat#> .
  @prefix dcterms: <http://purl.org/dc/terms/> .
  @prefix x: <https://x.example/> .`;

const many = 30_000;

/** As many as asked for, one after the other. */
function several(count: number, one: (index: number) => string, joint = ' , '): string {
  return Array.from({ length: count }, (_, index) => one(index)).join(joint);
}

const crowds: Readonly<Record<string, string>> = {
  'distributions that say the same': `<https://a.example/d> a dcat:Dataset ;
    dcat:distribution ${several(many, () => '[ a dcat:Distribution ]')} .`,
  'distributions with statements that the profile does not know': `<https://a.example/d> a dcat:Dataset ;
    dcat:distribution ${several(many, (n) => `[ a dcat:Distribution ; x:p ${n} ]`)} .`,
  'nodes that the profile does not know': `<https://a.example/d> a dcat:Dataset ;
    x:p ${several(many, () => '[]')} .`,
  'nodes in one chain': `<https://a.example/d> a dcat:Dataset ; x:p _:n0 .
    ${several(many, (n) => `_:n${n} x:q _:n${n + 1} .`, '\n')}`,
  'nodes in a tangle': `<https://a.example/d> a dcat:Dataset ; x:p _:n0 .
    ${several(many, (n) => `_:n${n} x:q _:n${(2 * n + 1) % many} , _:n${(2 * n + 2) % many} .`, '\n')}`,
  'datasets without an IRI': several(many, () => '[ a dcat:Dataset ] .', '\n'),
  'nodes that belong to no record': several(many, () => '[ x:p 1 ] .', '\n'),
};

for (const [name, statements] of Object.entries(crowds)) {
  test(`thirty thousand ${name} are read in good time`, { timeout: 10_000 }, async () => {
    const start = performance.now();
    await read(`${prefixes}${statements}`);
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds < 5, `${seconds} s`);
  });
}

test('six thousand datasets that refer to one thing of which the same is said often are read in good time', {
  timeout: 10_000,
}, async () => {
  const start = performance.now();
  const reading = await read(`${prefixes}
    ${several(6000, (n) => `<https://a.example/${n}> a dcat:Dataset ; dcat:theme x:t ; dcat:contactPoint x:t .`, '\n')}
    x:t x:p ${several(many, () => '1')} .`);
  const seconds = (performance.now() - start) / 1000;
  assert.deepEqual(new Set(reading.records.map(({ extra }) => extra.length)), new Set([1]));
  assert.deepEqual(reading.leftovers, []);
  assert.ok(seconds < 5, `${seconds} s`);
});

/** Subject labels by the text that is said of each node with `x:name`. */
function labels(graph: Graph): ReadonlyMap<string, string> {
  const { blankLabel } = graphLines(graph);
  const found = new Map<string, string>();
  for (const subject of graph.subjects()) {
    for (const quad of graph.statements(subject)) {
      if (graph.value(graph.predicate(quad)) === 'https://x.example/name')
        found.set(graph.value(graph.object(quad)), blankLabel(subject));
    }
  }
  return found;
}

async function labelsOf(statements: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const text = `${prefixes}${statements.join('\n')}`;
  const options = { budgets: defaultBudgets, contexts: {} };
  return labels((await parseDocument(text, { mediaType: 'text/turtle' }, options)).graph);
}

test('nodes in circles and chains keep their labels when the document names and orders them otherwise', async () => {
  const statements = [
    '_:a x:name "a" ; x:to _:b .',
    '_:b x:name "b" ; x:to _:c .',
    '_:c x:name "c" ; x:to _:a , _:e .',
    '_:d x:name "d" ; x:to _:a .',
    '_:e x:name "e" .',
  ];
  const one = await labelsOf(statements);
  const others = statements.toReversed().map((line) => line.replaceAll('_:', '_:other'));
  const elsewhere = '_:p x:to _:q . _:q x:to _:p .';
  assert.equal(new Set(one.values()).size, 5);
  assert.deepEqual(
    new Map([...(await labelsOf([elsewhere, ...others]))].sort()),
    new Map([...one].sort()),
  );
});

test('a node gets a label only when a kept statement is about it', async () => {
  const reading = await read(`${prefixes}
    <https://a.example/d> a dcat:Dataset ; dcterms:description "_:b" ; x:says "_:be3b0c44298fc1c14" ;
      dcat:distribution [ a dcat:Distribution ; x:p 1 ] , [] .`);
  const distributions = allRecords(reading)[0]?.record.distribution as { '@id'?: string }[];
  assert.deepEqual(distributions.map((node) => node['@id'] !== undefined).toSorted(), [
    false,
    true,
  ]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { defaultBudgets } from '../../src/rdf/budgets.ts';
import type { Graph } from '../../src/rdf/graph.ts';
import { graphPieces } from '../../src/rdf/graph-pieces.ts';
import { graphStatements } from '../../src/rdf/graph-statements.ts';
import { parseDocument } from '../../src/rdf/parse-document.ts';
import { canonicalGraph, parseGraph } from './graph.ts';
import { context, writers } from './writing.ts';

async function graphOf(text: string): Promise<Graph> {
  const options = { budgets: defaultBudgets, contexts: {} };
  return (await parseDocument(text, { mediaType: 'text/turtle' }, options)).graph;
}

async function piecesOf(graph: Graph, syntax: 'ttl' | 'rdf' | 'jsonld' | 'nt'): Promise<string[]> {
  return Array.fromAsync(graphPieces(graph, writers.document({ syntax })));
}

for (const syntax of ['ttl', 'rdf', 'jsonld', 'nt'] as const) {
  test(`a graph written in pieces of ${syntax} is the graph`, async () => {
    const subjects = Array.from(
      { length: 2000 },
      (_, n) => `<https://a.example/${n}> <https://x.example/p> "${n}"@sv , ${n} .`,
    );
    const texts = Array.from({ length: 5000 }, (_, n) => `"En text med nummer ${n}"`);
    const graph = await graphOf(
      `${subjects.join('\n')} <https://a.example/many> <https://x.example/p> ${texts.join(' , ')} .`,
    );
    const pieces = await piecesOf(graph, syntax);
    assert.ok(pieces.length > 5, `${pieces.length} pieces`);
    const whole = writers.statements(graphStatements(graph), syntax);
    const graphs = [pieces.join(''), whole].map(async (text) =>
      canonicalGraph(await parseGraph(text, syntax, context)),
    );
    const [one, other] = await Promise.all(graphs);
    assert.equal(one?.length, 9000);
    assert.deepEqual(one, other);
  });
}

test('an empty graph is one piece', async () => {
  const graph = await graphOf('');
  assert.deepEqual(await piecesOf(graph, 'jsonld'), [writers.statements([], 'jsonld')]);
});

test('others have a turn between two pieces, and a piece is short', async () => {
  const blanks = Array.from({ length: 100_000 }, () => '[]').join(',');
  const graph = await graphOf(`<https://a.example/d> <https://x.example/p> ${blanks} .`);
  let turns = 0;
  let isDone = false;
  const others = (async () => {
    for (; !isDone; turns++) await nextTurn();
  })();
  let pieces = 0;
  for await (const piece of graphPieces(graph, writers.document({ syntax: 'nt' }))) {
    pieces += 1;
    assert.ok(piece.length < 1024 * 1024, `${piece.length} characters`);
  }
  isDone = true;
  await others;
  assert.ok(pieces > 20 && turns >= pieces - 1, `${turns} turns, ${pieces} pieces`);
});

test('a long predicate said of many objects costs no memory for each', {
  timeout: 20_000,
}, async () => {
  const prefix = `https://x.example/${'a'.repeat(8000)}/`;
  const texts = Array.from({ length: 100_000 }, (_, n) => n).join(',');
  const graph = await graphOf(`@prefix x: <${prefix}> . <https://a.example/d> x:p ${texts} .`);
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  let count = 0;
  for (const _ of graphStatements(graph)) {
    count += 1;
    if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  assert.equal(count, 100_000);
  assert.ok(most < 200 * 1024 * 1024, `${most} bytes`);
});

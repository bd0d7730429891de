import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Quad } from '@rdfjs/types';
import { withdraw } from '../../src/catalog/change-state.ts';
import { createResource } from '../../src/catalog/create-resource.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import {
  catalogContent,
  markedSeries,
  organizationCatalog,
} from '../../src/feeds/organization-catalog.ts';
import { snapshotStream } from '../../src/feeds/snapshot-stream.ts';
import { rdfWriters } from '../../src/rdf/rdf-writers.ts';
import type { SyntaxName } from '../../src/rdf/syntaxes/registry.ts';
import {
  base,
  dataset,
  openSquare,
  openSquareInFile,
  operator,
  profile,
  type Square,
  series,
  service,
} from '../catalog/square.ts';
import { hvd } from '../profile/sample-records.ts';
import { canonicalGraph, parseGraph } from '../rdf/graph.ts';

const contextUrl = `${base}/context.jsonld`;
const writers = rdfWriters(profile.plan, profile.vocabularies, { contextUrl });
const syntaxes: readonly SyntaxName[] = ['ttl', 'rdf', 'jsonld', 'nt'];
const dcat = 'http://www.w3.org/ns/dcat#';
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

/** A square with every kind of record in every state. */
async function furnished(t: TestContext): Promise<Square> {
  const square = await openSquare(t);
  const make = (
    kind: 'dataset' | 'series' | 'service',
    name: string,
    node = dataset,
    publish = true,
  ) =>
    createResource(square.context, {
      actor: operator,
      kind,
      organization: 'umea',
      name,
      node,
      publish,
    });
  await make('series', 'serie', series);
  await make('series', 'marked', {
    ...series,
    applicableLegislation: [hvd],
    hvdCategory: ['http://data.europa.eu/bna/c_63b37dd4'],
  });
  await make('service', 'api', service);
  await make('dataset', 'bad');
  await make('dataset', 'kalmars', { ...dataset, publisher: square.kalmar.iri });
  await make('dataset', 'utkast', dataset, false);
  await make('dataset', 'borta');
  await withdraw(square.context, { actor: operator, kind: 'dataset', name: 'borta', expected: 1 });
  return square;
}

async function document(
  square: Square,
  syntax: SyntaxName,
  { profile: form = 'se', drafts = false }: { profile?: 'se' | 'eu'; drafts?: boolean } = {},
): Promise<readonly Quad[]> {
  const { catalog } = square.store;
  const marked = await markedSeries(catalog, square.umea.id);
  const writer = writers.document({ syntax, profile: form, markedSeries: marked });
  let text = writer.open();
  for await (const piece of snapshotStream(catalog, (reader) =>
    organizationCatalog(reader, writer, square.umea, { drafts }),
  )) {
    text += piece;
  }
  return parseGraph(text + writer.close(), syntax, profile.context as never);
}

const objects = (quads: readonly Quad[], predicate: string): string[] =>
  quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
const typed = (quads: readonly Quad[], type: string): string[] =>
  quads
    .filter((quad) => quad.predicate.value === rdfType && quad.object.value === type)
    .map(({ subject }) => subject.value);

for (const form of ['se', 'eu'] as const) {
  test(`the ${form} document says the same in all four syntaxes`, async (t) => {
    const square = await furnished(t);
    const graphs = await Promise.all(
      syntaxes.map(async (syntax) =>
        canonicalGraph(await document(square, syntax, { profile: form })),
      ),
    );
    for (const graph of graphs) assert.deepEqual(graph, graphs[0]);
    assert.ok((graphs[0]?.length ?? 0) > 100);
  });
}

test('every published record is a member once and is described; drafts and tombstones are not there', async (t) => {
  const quads = await document(await furnished(t), 'rdf');
  const datasets = ['datasets/bad', 'datasets/kalmars', 'series/marked', 'series/serie'];
  assert.deepEqual(
    objects(quads, `${dcat}dataset`).sort(),
    datasets.map((path) => `${base}/${path}`),
  );
  assert.deepEqual(objects(quads, `${dcat}service`), [`${base}/services/api`]);
  assert.deepEqual(typed(quads, `${dcat}Catalog`), [`${base}/organizations/umea/catalog`]);
  assert.deepEqual(
    typed(quads, `${dcat}DatasetSeries`).sort(),
    datasets.slice(2).map((path) => `${base}/${path}`),
  );
  for (const path of ['datasets/utkast', 'datasets/borta']) {
    assert.ok(!quads.some(({ subject }) => subject.value.startsWith(`${base}/${path}`)));
  }
});

test('with drafts the organisation’s own are there too', async (t) => {
  const quads = await document(await furnished(t), 'ttl', { drafts: true });
  assert.ok(objects(quads, `${dcat}dataset`).includes(`${base}/datasets/utkast`));
  assert.ok(!objects(quads, `${dcat}dataset`).includes(`${base}/datasets/borta`));
});

test('series of high value are datasets in the Swedish form only', async (t) => {
  const square = await furnished(t);
  const marked = `${base}/series/marked`;
  assert.ok(objects(await document(square, 'nt'), `${dcat}dataset`).includes(marked));
  const eu = await document(square, 'nt', { profile: 'eu' });
  assert.ok(!objects(eu, `${dcat}dataset`).includes(marked));
});

for (const syntax of ['rdf', 'jsonld'] as const) {
  test(`every agent and contact that the ${syntax} document names is described in it`, async (t) => {
    const square = await furnished(t);
    const quads = await document(square, syntax);
    const described = new Set(
      quads
        .filter(({ predicate }) => predicate.value === rdfType)
        .map(({ subject }) => subject.value),
    );
    const agents = new Set([
      ...objects(quads, 'http://purl.org/dc/terms/publisher'),
      ...objects(quads, `${dcat}contactPoint`),
    ]);
    assert.ok(agents.has(square.umea.iri) && agents.has(square.kalmar.iri));
    // What nobody here knows can only be named.
    agents.delete('http://dataportal.se/organisation/SE2021006883');
    for (const agent of agents) assert.ok(described.has(agent), agent);
  });
}

test('a catalogue that waits with faults is served as it was last published', async (t) => {
  const square = await openSquare(t);
  const { catalog } = square.store;
  const { content } = await square.find('umea', 'catalog');
  await putResource(square.context, {
    actor: operator,
    kind: 'catalog',
    name: 'umea',
    node: { ...content, title: { sv: 'Vår data' } },
    expected: 1,
  });
  const { organizationName: _, revision: __, ...stored } = await square.find('umea', 'catalog');
  for (const version of [3, 4]) {
    await catalog.transact((tx) =>
      tx.save({
        resource: { ...stored, version, state: 'draft', content: { ...content, title: {} } },
        author: { id: 'import', name: 'import' },
        reason: null,
        announce: undefined,
      }),
    );
  }
  assert.deepEqual((await catalogContent(catalog, square.umea)).title, { sv: 'Vår data' });
  assert.deepEqual((await catalogContent(catalog, square.umea, true)).title, {});
});

test('a long catalogue comes in small pieces over one view, while others write', async (t) => {
  const square = await openSquareInFile(t);
  const { catalog } = square.store;
  const first = await square.dataset({ name: 'd0', publish: true });
  const { organizationName: _, revision: __, ...model } = first;
  const count = 2300;
  for (let from = 1; from < count; from += 500) {
    await catalog.transact(async (tx) => {
      for (let index = from; index < Math.min(from + 500, count); index++) {
        const iri = `${base}/datasets/d${index}`;
        await tx.save({
          resource: {
            ...model,
            id: square.context.newId(),
            name: `d${index}`,
            iri,
            content: { ...model.content, '@id': iri },
          },
          author: { id: 'test', name: 'test' },
          reason: null,
          announce: 'create',
        });
      }
    });
  }
  const writer = writers.document({ syntax: 'nt' });
  let text = '';
  let longest = 0;
  for await (const piece of snapshotStream(catalog, (reader) =>
    organizationCatalog(reader, writer, square.umea),
  )) {
    if (text === '') await square.dataset({ name: 'sen', publish: true });
    longest = Math.max(longest, piece.length);
    text += piece;
  }
  const members = text.match(/ns\/dcat#dataset> <[^>]+>/g) ?? [];
  assert.equal(members.length, count);
  assert.equal(new Set(members).size, count);
  assert.equal(text.match(/#type> <http:\/\/www.w3.org\/ns\/dcat#Dataset>/g)?.length, count);
  assert.ok(!text.includes('/datasets/sen'));
  assert.ok(longest < 400_000, `${longest}`);
});

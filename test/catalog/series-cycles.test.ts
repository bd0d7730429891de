import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResource } from '../../src/catalog/create-resource.ts';
import { classOf } from '../../src/catalog/resource.ts';
import { organizationCatalog } from '../../src/feeds/organization-catalog.ts';
import { judgeCatalog } from '../../src/profile/rules/catalog-rules.ts';
import { rdfWriters } from '../../src/rdf/rdf-writers.ts';
import { parseGraph } from '../rdf/graph.ts';
import { base, dataset, openSquare, operator, profile, type Square, series } from './square.ts';

const writers = rdfWriters(profile.plan, profile.vocabularies, {
  contextUrl: `${base}/context.jsonld`,
});
const iri = (path: string) => `${base}/${path}`;
const inSeries = (from: string, to: string) =>
  `<${iri(from)}> <http://www.w3.org/ns/dcat#inSeries> <${iri(to)}> .`;

/** Publishes a series that says of itself that it is in the others. */
function publishSeries(square: Square, name: string, ...others: readonly string[]) {
  return createResource(square.context, {
    actor: operator,
    kind: 'series',
    organization: 'umea',
    name,
    node: { ...series, extra: others.map((other) => inSeries(`series/${name}`, other)) },
    publish: true,
  });
}

/** Where V027 finds something, and what, in English. */
async function named(square: Square): Promise<readonly string[]> {
  const records = await square.store.catalog.list({
    kinds: ['dataset', 'series'],
    states: ['published'],
    limit: 100,
  });
  return judgeCatalog(
    records.map(({ kind, content }) => ({ className: classOf[kind], record: content })),
  )
    .filter(({ issue }) => issue.rule === 'V027')
    .map(({ record, issue }) => `${record.slice(base.length + 1)}: ${issue.message.en}`);
}

/** Writes the whole catalogue in both forms. @returns how many statements the two have */
async function written(square: Square): Promise<number> {
  let count = 0;
  for (const form of ['se', 'eu'] as const) {
    const writer = writers.document({ syntax: 'ttl', profile: form });
    let text = writer.open();
    for await (const piece of organizationCatalog(square.store.catalog, writer, square.umea)) {
      text += piece;
    }
    count += (await parseGraph(text + writer.close(), 'ttl')).length;
  }
  return count;
}

test('a series in itself is named, and is harmless', async (t) => {
  const square = await openSquare(t);
  await publishSeries(square, 'ett', 'series/ett');
  const found = await named(square);
  assert.ok(
    found.includes(
      'series/ett: A series cannot be in another series. Let the datasets belong directly to one of them.',
    ),
    found.join('\n'),
  );
  assert.ok((await written(square)) > 20);
});

test('two series in each other are both named, and are harmless', async (t) => {
  const square = await openSquare(t);
  await publishSeries(square, 'ett', 'series/tva');
  await publishSeries(square, 'tva', 'series/ett');
  const found = (await named(square)).filter((text) => text.includes('cannot be in another'));
  assert.deepEqual(found.map((text) => text.split(':')[0]).sort(), ['series/ett', 'series/tva']);
  assert.ok((await written(square)) > 20);
});

test('a dataset in a dataset, or in itself, is named, and is harmless', async (t) => {
  const square = await openSquare(t);
  await square.dataset({ name: 'hel', publish: true });
  await square.dataset({
    name: 'del',
    node: { ...dataset, inSeries: [iri('datasets/hel')] },
    publish: true,
  });
  await square.dataset({
    name: 'egen',
    node: { ...dataset, inSeries: [iri('datasets/egen')] },
    publish: true,
  });
  const found = (await named(square)).filter((text) => text.includes('is no series'));
  assert.deepEqual(found.map((text) => text.split(':')[0]).sort(), [
    'datasets/del',
    'datasets/egen',
  ]);
  assert.ok((await written(square)) > 50);
});

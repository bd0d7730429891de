import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createResource } from '../../src/catalog/create-resource.ts';
import {
  pageSize,
  siteCatalog,
  siteCatalogPage,
  siteCatalogPages,
} from '../../src/feeds/site-catalog.ts';
import { rdfWriters } from '../../src/rdf/rdf-writers.ts';
import {
  base,
  dataset,
  openSquare,
  operator,
  profile,
  type Square,
  service,
} from '../catalog/square.ts';
import { parseGraph } from '../rdf/graph.ts';

const writers = rdfWriters(profile.plan, profile.vocabularies, {
  contextUrl: `${base}/context.jsonld`,
});
const site = { base, title: 'Torget' };
const hydra = 'http://www.w3.org/ns/hydra/core#';
const address = (page: number) => `${base}/catalog.ttl?page=${page}`;
const pagesOf = siteCatalogPages();

/** What a page says by hydra's word, and the records that its catalogues have. */
async function page(square: Square, number: number) {
  const { catalog } = square.store;
  const text = await siteCatalogPage(catalog, writers.document({ syntax: 'ttl' }), {
    site,
    pages: await siteCatalogPages()(catalog),
    page: number,
    address,
  });
  const quads = await parseGraph(text, 'ttl');
  const values = (predicate: string) =>
    quads.filter((quad) => quad.predicate.value === predicate).map(({ object }) => object.value);
  return {
    quads,
    hydra: (word: string) => values(hydra + word),
    members: [
      ...values('http://www.w3.org/ns/dcat#dataset'),
      ...values('http://www.w3.org/ns/dcat#service'),
    ],
    parts: values('http://purl.org/dc/terms/hasPart'),
  };
}

async function filled(square: Square, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await createResource(square.context, {
      actor: operator,
      kind: index % 7 === 0 ? 'service' : 'dataset',
      organization: index % 2 === 0 ? 'umea' : 'kalmar',
      name: `post-${index}`,
      node: index % 7 === 0 ? service : { ...dataset, publisher: square.umea.iri },
      publish: true,
    });
  }
}

test('the pages together hold every record once, without gap or double', async (t) => {
  const square = await openSquare(t);
  await filled(square, 2 * pageSize + 5);
  const seen: string[] = [];
  for (const number of [1, 2, 3]) {
    const one = await page(square, number);
    assert.equal(one.members.length, number < 3 ? pageSize : 5);
    seen.push(...one.members);
    for (const word of ['first', 'firstPage']) assert.deepEqual(one.hydra(word), [address(1)]);
    for (const word of ['last', 'lastPage']) assert.deepEqual(one.hydra(word), [address(3)]);
    for (const word of ['next', 'nextPage']) {
      assert.deepEqual(one.hydra(word), number < 3 ? [address(number + 1)] : []);
    }
    for (const word of ['previous', 'previousPage']) {
      assert.deepEqual(one.hydra(word), number > 1 ? [address(number - 1)] : []);
    }
    assert.deepEqual(one.hydra('totalItems'), ['205']);
    assert.deepEqual(one.hydra('itemsPerPage'), ['100']);
  }
  assert.equal(new Set(seen).size, 205);
});

test('a page past the end is empty and leads back, and an empty site has one page', async (t) => {
  const square = await openSquare(t);
  const empty = await page(square, 1);
  assert.deepEqual(
    [empty.members, empty.hydra('last'), empty.hydra('next')],
    [[], [address(1)], []],
  );
  await filled(square, 3);
  const beyond = await page(square, 9);
  assert.deepEqual(beyond.members, []);
  assert.deepEqual(beyond.hydra('previous'), [address(1)]);
});

test('a page describes the catalogues, organisations and publishers of its records', async (t) => {
  const square = await openSquare(t);
  await createResource(square.context, {
    actor: operator,
    kind: 'dataset',
    organization: 'umea',
    name: 'bad',
    node: { ...dataset, publisher: square.kalmar.iri },
    publish: true,
  });
  const { quads, parts } = await page(square, 1);
  assert.deepEqual(parts, [`${base}/organizations/umea/catalog`]);
  const subjects = new Set(quads.map(({ subject }) => subject.value));
  for (const iri of [...parts, square.umea.iri, square.kalmar.iri, `${base}/catalog`]) {
    assert.ok(subjects.has(iri), iri);
  }
});

test('drafts are on no page', async (t) => {
  const square = await openSquare(t);
  await square.dataset();
  assert.equal((await pagesOf(square.store.catalog)).total, 0);
  assert.deepEqual((await page(square, 1)).members, []);
});

test('the whole site is one document with one root', async (t) => {
  const square = await openSquare(t);
  await filled(square, 20);
  const writer = writers.document({ syntax: 'rdf' });
  let text = writer.open();
  for await (const piece of siteCatalog(square.store.catalog, writer, site)) text += piece;
  const quads = await parseGraph(text + writer.close(), 'rdf');
  const members = quads.filter(({ predicate }) => /#(dataset|service)$/.test(predicate.value));
  assert.equal(members.filter(({ subject }) => subject.value.endsWith('/catalog')).length, 20);
  const parts = quads.filter(({ predicate }) => predicate.value.endsWith('hasPart'));
  assert.deepEqual(
    parts.map(({ subject, object }) => [subject.value, object.value]).sort(),
    ['kalmar', 'umea'].map((name) => [`${base}/catalog`, `${base}/organizations/${name}/catalog`]),
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publish } from '../../src/catalog/change-state.ts';
import { putResource } from '../../src/catalog/put-resource.ts';
import { CatalogError } from '../../src/kernel/errors.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import { base, dataset, openSquare, operator, type Square } from './square.ts';

/** The places of what the description says of others, when it is refused for that. */
async function refusedClaims(square: Square, node: NodeObject): Promise<readonly string[]> {
  try {
    await square.dataset({ node });
  } catch (error) {
    assert.ok(error instanceof CatalogError && error.code === 'invalid-record');
    return error.issues.filter((one) => one.rule === 'foreign-claim').map((one) => one.pointer);
  }
  return [];
}

const [part] = dataset.distribution as readonly NodeObject[];

test("a record cannot speak of another record's address, nor of the site's own", async (t) => {
  const square = await openSquare(t);
  for (const iri of [
    `${base}/datasets/annan`,
    `${base}/catalog`,
    base,
    `${base}/organizations/kalmar#contact`,
  ]) {
    const node = { ...dataset, distribution: [{ ...part, '@id': iri }] } as NodeObject;
    assert.deepEqual(await refusedClaims(square, node), ['/distribution/0'], iri);
  }
});

test('a record cannot say so in extra either', async (t) => {
  const square = await openSquare(t);
  const line = `<${base}/datasets/annan> <http://purl.org/dc/terms/title> "Kapad"@sv .`;
  const node = { ...dataset, relation: [`${base}/datasets/annan`], extra: [line] };
  assert.deepEqual(await refusedClaims(square, node), ['/extra/0']);
});

test("a record cannot describe another organisation or its record under a publisher's IRI", async (t) => {
  const square = await openSquare(t);
  const theirs = 'https://kalmar.example/bad';
  await square.dataset({
    organization: 'kalmar',
    name: 'kalmar-bad',
    node: { ...dataset, '@id': theirs },
  });
  const publisher = { '@id': square.kalmar.iri, name: { sv: 'Falsk' } };

  assert.deepEqual(await refusedClaims(square, { ...dataset, publisher }), ['/publisher']);
  const node = { ...dataset, distribution: [{ ...part, '@id': theirs }] } as NodeObject;
  assert.deepEqual(await refusedClaims(square, node), ['/distribution/0']);
});

test('a draft is judged again when it is published: what it speaks of may have become another’s', async (t) => {
  const square = await openSquare(t);
  const theirs = 'https://kalmar.example/bad';
  const node = { ...dataset, distribution: [{ ...part, '@id': theirs }] } as NodeObject;
  const { name } = await square.dataset({ node });
  await square.dataset({
    organization: 'kalmar',
    name: 'kalmar-bad',
    node: { ...dataset, '@id': theirs },
  });

  const published = publish(square.context, {
    actor: operator,
    kind: 'dataset',
    name,
    expected: undefined,
  });
  await assert.rejects(published, { code: 'invalid-record' });
});

test("a record may refer to others, and describe what lies under its organisation's address", async (t) => {
  const square = await openSquare(t);
  const contactPoint = [
    {
      '@id': `${base}/organizations/umea#contact`,
      '@type': 'ContactOrganization',
      fn: { sv: 'Öppna data' },
      hasEmail: ['mailto:data@umea.example'],
    },
  ];
  const made = await square.dataset({
    node: {
      ...dataset,
      publisher: square.kalmar.iri,
      relation: [`${base}/datasets/annan`],
      contactPoint,
    },
  });
  assert.equal(made.content.publisher, square.kalmar.iri);
});

test("a catalogue cannot speak of another organisation's addresses", async (t) => {
  const square = await openSquare(t);
  const line = `<${base}/datasets/annan> <http://purl.org/dc/terms/title> "Kapad"@sv .`;
  const change = putResource(square.context, {
    actor: operator,
    kind: 'catalog',
    name: 'umea',
    expected: undefined,
    node: ({ content }) => ({ ...content, extra: [line] }),
  });
  await assert.rejects(change, { code: 'invalid-record' });
});

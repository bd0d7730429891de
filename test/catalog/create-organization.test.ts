import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOrganization } from '../../src/catalog/create-organization.ts';
import { agent, anonymous, base, openSquare, operator, refusal } from './square.ts';

test('an organisation and its catalogue are made together, both public', async (t) => {
  const square = await openSquare(t);
  const catalog = await square.find('umea', 'catalog');
  assert.equal(square.umea.state, 'published');
  assert.equal(square.umea.organization, square.umea.id);
  assert.equal(catalog.state, 'published');
  assert.equal(catalog.organization, square.umea.id);
  assert.equal(catalog.iri, `${base}/organizations/umea/catalog`);
  assert.equal(catalog.content.publisher, square.umea.iri);
  assert.deepEqual(catalog.content.title, {
    sv: 'Datakatalog för Umeå kommun',
    en: 'Data catalogue of Umeå kommun',
  });
});

test("an organisation's IRI is made of its number when it has a right one, else it is our address", async (t) => {
  const square = await openSquare(t);
  assert.equal(square.umea.iri, 'http://dataportal.se/organisation/SE2120002627');
  assert.equal(square.kalmar.iri, `${base}/organizations/kalmar`);
  const { resource } = await createOrganization(square.context, {
    actor: operator,
    name: 'fel-nummer',
    node: agent('Fel nummer', { identifier: ['212000-2628'] }),
  });
  assert.equal(resource.iri, `${base}/organizations/fel-nummer`);
});

test('an IRI of its own is kept, and one of ours at another address is refused', async (t) => {
  const square = await openSquare(t);
  const create = (name: string, iri: string) =>
    createOrganization(square.context, {
      actor: operator,
      name,
      node: agent(name, { '@id': iri }),
    });
  const { resource } = await create('ockelbo', 'https://ockelbo.example/id');
  assert.equal(resource.iri, 'https://ockelbo.example/id');
  await assert.rejects(create('boden', `${base}/organizations/umea`), refusal('invalid-record'));
  await assert.rejects(create('boden', 'boden'), refusal('invalid-record'));
  await assert.rejects(create('boden', 'https://ockelbo.example/id'), refusal('iri-taken'));
});

test('a refused organisation leaves no catalogue behind, and a taken name is refused', async (t) => {
  const square = await openSquare(t);
  const before = await square.trace();
  await assert.rejects(
    createOrganization(square.context, { actor: operator, name: 'boden', node: {} }),
    refusal('invalid-record'),
  );
  await assert.rejects(
    createOrganization(square.context, { actor: operator, name: 'umea', node: agent('Umeå') }),
    refusal('name-taken'),
  );
  assert.equal(await square.trace(), before);
});

test('a name in one language only makes a catalogue all the same', async (t) => {
  const square = await openSquare(t);
  const { resource } = await createOrganization(square.context, {
    actor: operator,
    name: 'sapmi',
    node: agent('', { name: { se: 'Sámediggi' } }),
  });
  const catalog = await square.find(resource.name, 'catalog');
  assert.deepEqual(catalog.content.title, {
    sv: 'Datakatalog för Sámediggi',
    en: 'Data catalogue of Sámediggi',
  });
});

test('only the operator takes in organisations', async (t) => {
  const square = await openSquare(t);
  const create = (actor: Parameters<typeof createOrganization>[1]['actor']) =>
    createOrganization(square.context, { actor, name: 'boden', node: agent('Boden') });
  await assert.rejects(create(anonymous), refusal('not-authenticated'));
  await assert.rejects(create(square.actor('administrator')), refusal('not-permitted'));
  await assert.rejects(create(square.actor('editor')), refusal('not-permitted'));
});

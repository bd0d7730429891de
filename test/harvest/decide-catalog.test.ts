import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putResource } from '../../src/catalog/put-resource.ts';
import { base, operator } from '../catalog/square.ts';
import {
  bathing,
  catalogOf,
  contact,
  type Importing,
  names,
  openImporting,
  turtle,
} from './importing.ts';

const document = (more = '', ...parts: readonly string[]) =>
  turtle(catalogOf(['bad'], more), bathing('bad'), contact, ...parts);

const rules = (notes: readonly { readonly rule: string }[]) => notes.map(({ rule }) => rule);

test("the document's catalogue becomes the organisation's while nobody has described it here", async (t) => {
  const square = await openImporting(t);
  const report = await square.import(document());
  assert.deepEqual(names(report), { added: ['bad'], updated: ['umea'] });
  const catalog = await square.find('umea', 'catalog');
  assert.equal(catalog.iri, 'https://umea.example/katalog');
  assert.deepEqual(catalog.content.title, { sv: 'Öppna data' });
  assert.deepEqual([catalog.state, catalog.version], ['published', 2]);
});

test('the same catalogue is followed from then on', async (t) => {
  const square = await openImporting(t);
  await square.import(document());
  const report = await square.import(
    document('dct:issued "2026-01-01"^^<http://www.w3.org/2001/XMLSchema#date>'),
  );
  assert.deepEqual(names(report), { updated: ['umea'], unchanged: ['bad'] });
  assert.equal((await square.find('umea', 'catalog')).content.issued, '2026-01-01');
});

test('a catalogue that has been described here stays, and the report says so', async (t) => {
  const square = await openImporting(t);
  const { content } = await square.find('umea', 'catalog');
  await putResource(square.context, {
    actor: operator,
    kind: 'catalog',
    name: 'umea',
    node: { ...content, title: { sv: 'Vår egen' } },
    expected: 1,
  });
  const report = await square.import(document());
  assert.deepEqual(names(report), { added: ['bad'] });
  assert.deepEqual(rules(report.notes), ['catalog-kept']);
  assert.deepEqual((await square.find('umea', 'catalog')).content.title, { sv: 'Vår egen' });
});

test('a catalogue without an IRI is taken once, and is unchanged the next time', async (t) => {
  const square = await openImporting(t);
  const blank = document().replace('ex:katalog a', '[] a');
  assert.deepEqual(names(await square.import(blank)), { added: ['bad'], updated: ['umea'] });
  assert.equal((await square.find('umea', 'catalog')).iri, `${base}/organizations/umea/catalog`);
  assert.deepEqual(names(await square.import(blank)), { unchanged: ['bad', 'umea'] });
});

test('a catalogue with faults waits as a draft, and is public again when it is mended', async (t) => {
  const square = await openImporting(t);
  const faulty = document().replace('dct:description "Våra data."@sv ;', '');
  const report = await square.import(faulty);
  assert.equal(report.updated[0]?.state, 'draft');
  assert.ok((await square.export()).includes('Datakatalog för Umeå kommun'));
  assert.deepEqual(names(await square.import(faulty)), { unchanged: ['bad', 'umea'] });
  const { content } = await square.find('umea', 'catalog');
  const { resource } = await putResource(square.context, {
    actor: square.actor('administrator'),
    kind: 'catalog',
    name: 'umea',
    node: { ...content, description: { sv: 'Våra data.' } },
    expected: 2,
  });
  assert.equal(resource.state, 'published');
  assert.ok((await square.export()).includes('Öppna data'));
});

test("another organisation's catalogue, or an address of ours, is refused, and its records are taken", async (t) => {
  const square = await openImporting(t);
  for (const iri of [`${base}/organizations/kalmar/catalog`, `${base}/catalog`]) {
    const report = await square.import(document().replace('ex:katalog a', `<${iri}> a`));
    assert.deepEqual(names(report).refused, ['invalid-record']);
  }
  await square.import(document(), { organization: square.kalmar });
  const report = await square.import(turtle(catalogOf([])));
  assert.deepEqual(names(report), { refused: ['iri-taken'] });
  assert.equal((await square.find('umea', 'catalog')).version, 1);
});

test('statements that belong to no record are kept with the catalogue and written out again', async (t) => {
  const square = await openImporting(t);
  const loose = '<https://annan.example/x> ex:påstår "något"@sv .';
  const report = await square.import(document('', loose));
  assert.deepEqual(names(report), { added: ['bad'], updated: ['umea'] });
  assert.match(
    await square.export({ syntax: 'nt' }),
    /<https:\/\/annan\.example\/x> <[^>]+> "något"@sv/,
  );
  assert.deepEqual(names(await square.import(document('', loose))), { unchanged: ['bad', 'umea'] });
});

test('statements about addresses of ours are not taken, and the report says which', async (t) => {
  const square = await openImporting(t);
  const report = await square.import(
    document('', `<${base}/organizations/kalmar> foaf:name "Stulet"@sv .`),
  );
  assert.ok(rules(report.notes).includes('about-this-site'));
  assert.ok(!(await square.export()).includes('Stulet'));
});

test('further catalogues and agents are kept with the catalogue, and nothing is refused', async (t) => {
  const square = await openImporting(t);
  const parts = document(
    'dct:hasPart ex:delkatalog',
    'ex:delkatalog a dcat:Catalog ; dct:title "Delen"@sv ; dct:description "En del."@sv ; ex:eget "värde" ; dcat:dataset ex:bad .',
    'ex:ensam a foaf:Agent ; foaf:name "Ensam aktör"@sv .',
  );
  const report = await square.import(parts, { publish: false });
  assert.deepEqual(names(report), { added: ['bad'], updated: ['umea'] });
  assert.deepEqual(rules(report.notes).filter((rule) => rule === 'kept-with-catalog').length, 2);
  const text = await square.export({ syntax: 'nt' });
  assert.match(
    text,
    /delkatalog> <http:\/\/www\.w3\.org\/ns\/dcat#dataset> <https:\/\/umea\.example\/bad>/,
  );
  for (const kept of ['Delen', 'En del.', 'värde', 'Ensam aktör'])
    assert.ok(text.includes(kept), kept);
  assert.deepEqual(names(await square.import(parts, { publish: false })), {
    unchanged: ['bad', 'umea'],
  });
});

test('without a catalogue of its own, a document keeps only its records, and says so', async (t) => {
  const square = await openImporting(t);
  const report = await square.import(turtle(bathing('bad'), contact, 'ex:lös ex:påstår "något" .'));
  assert.deepEqual(names(report), { added: ['bad'] });
  assert.ok(rules(report.notes).includes('catalog-kept'));
});

test('a dry run of a catalogue changes nothing and says the same', async (t) => {
  const square: Importing = await openImporting(t);
  const before = await square.trace();
  const said = await square.import(document(), { dryRun: true });
  assert.equal(await square.trace(), before);
  assert.deepEqual({ ...said, dryRun: false }, await square.import(document()));
});

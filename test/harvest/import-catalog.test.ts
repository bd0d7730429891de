import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withdraw } from '../../src/catalog/change-state.ts';
import { anonymous, base, operator, refusal } from '../catalog/square.ts';
import { bathing, catalogOf, contact, names, openImporting, turtle } from './importing.ts';

const two = turtle(bathing('bad'), bathing('sjo'), contact);

test('new records are added, published when asked to and drafts otherwise', async (t) => {
  const square = await openImporting(t);
  assert.deepEqual(names(await square.import(two, { publish: false })), { added: ['bad', 'sjo'] });
  assert.equal((await square.find('bad')).state, 'draft');
  assert.deepEqual(names(await square.import(two)), { updated: ['bad', 'sjo'] });
  const bad = await square.find('bad');
  assert.deepEqual([bad.state, bad.version, bad.iri], ['published', 2, 'https://umea.example/bad']);
});

test('the same document again costs no write and no revision', async (t) => {
  const square = await openImporting(t);
  await square.import(two);
  const before = await square.trace();
  assert.deepEqual(names(await square.import(two)), { unchanged: ['bad', 'sjo'] });
  assert.deepEqual(names(await square.import(two, { publish: false })), {
    unchanged: ['bad', 'sjo'],
  });
  assert.equal(await square.trace(), before);
});

test('a document in another order, with other labels and in another syntax, is unchanged', async (t) => {
  const square = await openImporting(t);
  const catalog = catalogOf(['bad', 'sjo']);
  await square.import(turtle(catalog, bathing('bad'), bathing('sjo'), contact));
  const before = await square.trace();
  const reordered = turtle(contact, bathing('sjo'), bathing('bad'), catalog);
  assert.deepEqual(names(await square.import(reordered)), { unchanged: ['bad', 'sjo', 'umea'] });
  assert.equal(await square.trace(), before);
});

test('only what differs is updated, and says so in the change log', async (t) => {
  const square = await openImporting(t);
  await square.import(two);
  const revision = await square.store.catalog.revision();
  const changed = turtle(bathing('bad', { title: 'Badplatser' }), bathing('sjo'), contact);
  assert.deepEqual(names(await square.import(changed)), { updated: ['bad'], unchanged: ['sjo'] });
  const changes = await square.store.catalog.changesAfter(revision, 10);
  assert.deepEqual(
    changes.map(({ operation, version }) => [operation, version]),
    [['update', 2]],
  );
});

test('with replace, what the document no longer has is withdrawn; drafts are left alone', async (t) => {
  const square = await openImporting(t);
  await square.import(two);
  await square.dataset({ name: 'utkast' });
  const report = await square.import(turtle(bathing('sjo'), contact), { replace: true });
  assert.deepEqual(names(report), { unchanged: ['sjo'], removed: ['bad'] });
  assert.equal((await square.find('bad')).state, 'withdrawn');
  assert.equal((await square.find('utkast')).state, 'draft');
  assert.deepEqual(names(await square.import(two)), { updated: ['bad'], unchanged: ['sjo'] });
});

test('with replace, a document without records withdraws nothing and says so', async (t) => {
  const square = await openImporting(t);
  await square.import(two);

  const report = await square.import(turtle(contact), { replace: true });

  assert.deepEqual(report.removed, []);
  assert.ok(report.notes.some((note) => note.rule === 'nothing-to-replace-with'));
});

test('with replace, a record that is refused is not withdrawn, for the document has it', async (t) => {
  const square = await openImporting(t);
  await square.import(two);
  const broken = turtle('ex:bad a dcat:Dataset ; dct:title "Bad"@sv .', bathing('sjo'), contact);
  const report = await square.import(broken, { replace: true });
  assert.deepEqual(names(report), { unchanged: ['sjo'], refused: ['invalid-record'] });
  const other = turtle(
    'ex:bad a dcat:DatasetSeries ; dct:title "Bad"@sv .',
    bathing('sjo'),
    contact,
  );
  const second = await square.import(other, { replace: true });
  assert.deepEqual(names(second), { unchanged: ['sjo'], refused: ['iri-taken'] });
  assert.equal((await square.find('bad')).state, 'published');
});

test('a refused record never stops the others, and what is public stays as it was', async (t) => {
  const square = await openImporting(t);
  await square.import(two);
  const before = await square.find('bad');
  const broken = turtle(
    'ex:bad a dcat:Dataset ; dct:title "Bad"@sv .',
    'ex:ny a dcat:Dataset ; dct:title "Ny"@sv .',
    bathing('sjo', { title: 'Sjöar' }),
    contact,
  );
  const report = await square.import(broken);
  assert.deepEqual(names(report), {
    updated: ['sjo'],
    refused: ['invalid-record', 'invalid-record'],
  });
  assert.deepEqual(await square.find('bad'), before);
  const [bad, ny] = report.refused;
  assert.equal(bad?.state, 'published');
  assert.equal(ny?.state, undefined);
  assert.ok(ny?.issues.some(({ pointer }) => pointer === '/description'));
});

test('as drafts, records with faults are kept with their faults named', async (t) => {
  const square = await openImporting(t);
  const report = await square.import(turtle('ex:ny a dcat:Dataset ; dct:title "Ny"@sv .'), {
    publish: false,
  });
  assert.deepEqual(names(report), { added: ['ny'] });
  assert.ok(report.added[0]?.issues.some(({ level }) => level === 'error'));
});

test('a withdrawn record is published again only when the import publishes', async (t) => {
  const square = await openImporting(t);
  await square.import(two);
  await withdraw(square.context, {
    actor: operator,
    kind: 'dataset',
    name: 'bad',
    expected: undefined,
  });
  await square.import(two, { publish: false });
  assert.equal((await square.find('bad')).state, 'withdrawn');
  await square.import(two);
  assert.equal((await square.find('bad')).state, 'published');
});

test('a dry run says the same in every field and changes nothing', async (t) => {
  const square = await openImporting(t);
  await square.import(turtle(bathing('bad'), bathing('sjo'), bathing('hav'), contact));
  await square.import(
    turtle(bathing('alv', { subject: '<https://kalmar.example/alv>' }), contact),
    {
      organization: square.kalmar,
    },
  );
  await square.dataset({ name: 'egen' });
  const document = turtle(
    catalogOf(['bad', 'sjo', 'ny']),
    bathing('bad', { title: 'Badplatser' }),
    bathing('sjo'),
    bathing('ny'),
    bathing('ny2', { title: 'ny' }),
    bathing('x', { subject: '<https://kalmar.example/alv>' }),
    bathing('y', { subject: `<${base}/series/y>` }),
    bathing('z', { subject: `<${base}/datasets/sjo>` }),
    bathing('namnlos', { subject: '[]' }),
    'ex:trasig a dcat:Dataset .',
    'ex:lös ex:påstår "något" .',
    'ex:agent a foaf:Agent ; foaf:name "Någon"@sv .',
    contact,
  );
  const before = await square.trace();
  const said = await square.import(document, { replace: true, dryRun: true });
  assert.equal(await square.trace(), before);
  const done = await square.import(document, { replace: true });
  assert.deepEqual({ ...said, dryRun: false }, done);
  assert.ok(done.added.length > 2 && done.updated.length > 1 && done.refused.length > 2);
  assert.ok(done.removed.length === 1 && done.unchanged.length === 1);
});

test("another organisation's IRI, and addresses of ours that are not a record's, are refused", async (t) => {
  const square = await openImporting(t);
  const iri = '<https://kalmar.example/bad>';
  await square.import(turtle(bathing('bad', { subject: iri }), contact), {
    organization: square.kalmar,
  });
  const before = await square.find('bad');
  const stolen = turtle(
    bathing('x', { subject: iri }),
    bathing('y', { subject: `<${base}/organizations/kalmar>` }),
    bathing('z', { subject: `<${base}/datasets/a/b>` }),
    contact,
  );
  assert.deepEqual(names(await square.import(stolen)), {
    refused: ['iri-taken', 'invalid-record', 'iri-taken'],
  });
  assert.deepEqual(await square.find('bad'), before);
});

test('an address of ours whose name another record has is refused', async (t) => {
  const square = await openImporting(t);
  await square.import(turtle(bathing('bad'), contact));
  const document = turtle(bathing('x', { subject: `<${base}/datasets/bad>` }), contact);
  assert.deepEqual(names(await square.import(document)), { refused: ['name-taken'] });
});

test('records with the same title get names of their own, and keep them', async (t) => {
  const square = await openImporting(t);
  const same = turtle(
    bathing('a', { title: 'Träd' }),
    bathing('b', { title: 'Träd' }),
    bathing('c', { title: 'Träd' }),
    contact,
  );
  assert.deepEqual(names(await square.import(same)), { added: ['trad', 'trad-2', 'trad-3'] });
  assert.deepEqual(names(await square.import(same)), { unchanged: ['trad', 'trad-2', 'trad-3'] });
});

test('records without IRIs get ours, and are known again', async (t) => {
  const square = await openImporting(t);
  const nameless = (title: string) =>
    turtle(
      bathing('a', { title, subject: '[]' }),
      bathing('b', { title: 'Sjöar', subject: '[]' }),
      bathing('c', { title: 'Sjöar', subject: '[]' }),
      contact,
    );
  const first = await square.import(nameless('Bad'));
  assert.deepEqual(first.added.map(({ name }) => name).sort(), ['bad', 'sjoar', 'sjoar-2']);
  assert.ok(first.added.every(({ iri, name }) => iri === `${base}/datasets/${name}`));
  const before = await square.trace();
  const second = await square.import(nameless('Bad'));
  assert.equal(second.unchanged.length, 3);
  assert.equal(await square.trace(), before);
});

test("a record without an IRI is not taken for another organisation's of the same name", async (t) => {
  const square = await openImporting(t);
  const document = turtle(bathing('a', { title: 'Bad', subject: '[]' }), contact);
  await square.import(document, { organization: square.kalmar });
  assert.deepEqual(names(await square.import(document)), { added: ['bad-2'] });
  assert.deepEqual(names(await square.import(document)), { unchanged: ['bad-2'] });
});

test('more records than fit in a batch are all taken', async (t) => {
  const square = await openImporting(t);
  const many = Array.from({ length: 450 }, (_, index) => bathing(`d${index}`, { title: 'Samma' }));
  const report = await square.import(turtle(...many, contact));
  assert.equal(report.added.length, 450);
  assert.equal(new Set(report.added.map(({ name }) => name)).size, 450);
  assert.equal((await square.import(turtle(...many, contact))).unchanged.length, 450);
  const last = await square.import(turtle(bathing('d0', { title: 'Samma' }), contact), {
    replace: true,
  });
  assert.equal(last.removed.length, 449);
});

test('a document that cannot be parsed takes nothing', async (t) => {
  const square = await openImporting(t);
  const before = await square.trace();
  await assert.rejects(square.import(`${two} ex:x ex:y`), refusal('invalid-document'));
  await assert.rejects(
    square.import('<rdf:RDF', { mediaType: 'application/rdf+xml' }),
    refusal('invalid-document'),
  );
  assert.equal(await square.trace(), before);
});

test('only those who may import do, and publishing takes its own right', async (t) => {
  const square = await openImporting(t);
  const before = await square.trace();
  await assert.rejects(square.import(two, { actor: anonymous }), refusal('not-authenticated'));
  const foreign = square.actor('editor', square.kalmar);
  await assert.rejects(square.import(two, { actor: foreign }), refusal('not-permitted'));
  await assert.rejects(
    square.import(two, { actor: foreign, dryRun: true }),
    refusal('not-permitted'),
  );
  assert.equal(await square.trace(), before);
  assert.equal((await square.import(two, { actor: square.actor('editor') })).added.length, 2);
});

test("what a document says of another organisation's record is refused, and of the organisation left out", async (t) => {
  const square = await openImporting(t);
  const theirs = '<https://kalmar.example/bad>';
  await square.import(turtle(bathing('bad', { subject: theirs }), contact), {
    organization: square.kalmar,
  });
  const kalmar = `<${square.kalmar.iri}>`;
  const document = turtle(
    `${bathing('sjo')}`,
    `ex:sjo dcat:distribution ${theirs} . ${theirs} a dcat:Distribution ; dcat:accessURL <https://x.example/a> .`,
    bathing('hav'),
    `ex:hav dct:creator ${kalmar} . ${kalmar} a foaf:Organization ; foaf:name "Falsk"@sv .`,
    contact,
  );

  const report = await square.import(document);

  assert.deepEqual(names(report).refused, ['invalid-record']);
  const hav = report.added.find((entry) => entry.name?.includes('hav'));
  assert.ok(hav?.issues.some((issue) => issue.rule === 'described-elsewhere'));
  const stored = await square.find(hav?.name ?? '');
  assert.equal(stored.content.creator, square.kalmar.iri);
  assert.deepEqual(names(await square.import(document)).unchanged, [hav?.name]);
});

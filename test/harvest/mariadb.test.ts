import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { mariadb } from '../services/mariadb.ts';
import { bathing, catalogOf, contact, names, openImporting, turtle } from './importing.ts';

const server = await mariadb();

if ('missing' in server) {
  test('imports into MariaDB', { skip: server.missing }, () => undefined);
} else {
  after(() => server.stop());
  test('on MariaDB an import adds, updates, leaves alone, withdraws and refuses as on SQLite', async (t) => {
    const square = await openImporting(t, { url: await server.createDatabase() });
    const all = turtle(catalogOf(['bad']), bathing('bad'), bathing('sjo'), bathing('hav'), contact);
    assert.deepEqual(names(await square.import(all)), {
      added: ['bad', 'hav', 'sjo'],
      updated: ['umea'],
    });
    const before = await square.trace();
    assert.deepEqual(names(await square.import(all)), { unchanged: ['bad', 'hav', 'sjo', 'umea'] });
    assert.equal(await square.trace(), before);
    const next = turtle(
      catalogOf(['bad']),
      bathing('bad', { title: 'Badplatser' }),
      'ex:sjo a dcat:Dataset ; dct:title "Sjö"@sv .',
      contact,
    );
    const said = await square.import(next, { replace: true, dryRun: true });
    assert.equal(await square.trace(), before);
    const done = await square.import(next, { replace: true });
    assert.deepEqual({ ...said, dryRun: false }, done);
    assert.deepEqual(names(done), {
      updated: ['bad'],
      unchanged: ['umea'],
      removed: ['hav'],
      refused: ['invalid-record'],
    });
  });

  test('on MariaDB two imports of one document at once make each record once', async (t) => {
    const square = await openImporting(t, { url: await server.createDatabase() });
    const many = Array.from({ length: 300 }, (_, index) => bathing(`d${index}`));
    const document = turtle(...many, contact);
    const reports = await Promise.all([square.import(document), square.import(document)]);
    const added = reports.flatMap((report) => report.added.map(({ iri }) => iri));
    assert.equal(new Set(added).size, added.length);
    assert.equal(added.length, 300);
    assert.equal((await square.import(document)).unchanged.length, 300);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { CatalogError } from '../../src/kernel/errors.ts';
import { readCsv, writeCsv } from '../../src/tables/csv.ts';
import { readWorkbook, writeWorkbook } from '../../src/tables/workbook.ts';

const rows = [
  ['namn', 'titel'],
  ['bad', 'Badplatser; "Umeå"\nrad två'],
  ['', '=1+1'],
];

const isRefusal = (code: string) => (error: unknown) =>
  error instanceof CatalogError && error.code === code;

test('a workbook is read as it was written, with every sheet', async () => {
  const sheets = [
    { name: 'Ett', rows },
    { name: 'Två', rows: [['a'], ['007']] },
  ];
  const read = await readWorkbook(Buffer.from(await writeWorkbook(sheets, { headings: 1 })));
  assert.deepEqual(
    read.map(({ name, rows: lines }) => [name, lines]),
    sheets.map(({ name, rows: lines }) => [name, lines]),
  );
});

test('text that begins like a formula is guarded in CSV and the same again when it is read', () => {
  for (const text of ['=1+1', '+46', '-5', '@x', '\tx', "'=x", "'", "''", "o'hara"]) {
    const csv = writeCsv({
      name: 'x',
      rows: [
        ['a', 'b'],
        [text, 'end'],
      ],
    });
    assert.doesNotMatch(csv, /(?:^|[;\n])"?[=+\-@\t]/, text);
    assert.deepEqual(readCsv(Buffer.from(csv), 'x').rows[1]?.[0], text);
  }
});

test('any text survives CSV', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !/[\0\r]/.test(one));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }), (pairs) => {
      const all = [['namn', 'titel'], ...pairs.map(([a, b]) => [`x${a}`, b])];
      assert.deepEqual(readCsv(Buffer.from(writeCsv({ name: 'x', rows: all })), 'x').rows, all);
    }),
  );
});

test('CSV comes with commas, tabs and in Latin-1 too', () => {
  const latin = Buffer.from('namn;titel\r\nbad;Badplatser i Umeå\r\n', 'latin1');
  assert.deepEqual(readCsv(latin, 'x').rows[1], ['bad', 'Badplatser i Umeå']);
  assert.deepEqual(readCsv(Buffer.from('a,b\n1,"x,y"\n'), 'x').rows[1], ['1', 'x,y']);
  assert.deepEqual(readCsv(Buffer.from('a\tb\n1\t2\n'), 'x').rows[1], ['1', '2']);
});

test('files that are too much, broken or no spreadsheets are refused', async () => {
  const wide = Buffer.from(`${'a;'.repeat(100_000)}\n`);
  assert.throws(() => readCsv(wide, 'x'), isRefusal('document-too-large'));
  assert.throws(() => readCsv(Buffer.from('a;b\n\0;c'), 'x'), isRefusal('invalid-document'));
  for (const bytes of ['', 'PK\x03\x04', '<html>', 'PK\x05\x06'.padEnd(22, '\0')]) {
    await assert.rejects(readWorkbook(Buffer.from(bytes, 'latin1')), isRefusal('invalid-document'));
  }
});

test('a workbook that unfolds to gigabytes or defines entities is refused', async () => {
  const zeros = Buffer.alloc(200 * 1024 * 1024);
  const bomb = zip('xl/workbook.xml', deflateRawSync(zeros), zeros.length, crc32(zeros));
  assert.ok(bomb.length < 1024 * 1024);
  await assert.rejects(readWorkbook(bomb), isRefusal('document-too-large'));
  // It says that it is small.
  const liar = zip('xl/workbook.xml', deflateRawSync(zeros), 10, crc32(zeros));
  await assert.rejects(readWorkbook(liar), isRefusal('document-too-large'));
  const xml = Buffer.from('<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><r>&a;</r>');
  const entities = zip('xl/workbook.xml', deflateRawSync(xml), xml.length, crc32(xml));
  await assert.rejects(readWorkbook(entities), isRefusal('invalid-document'));
});

/** A ZIP file with one deflated entry. */
function zip(name: string, packed: Buffer, size: number, sum: number): Buffer {
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(sum, 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(sum, 16);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, entry, title, end]);
}

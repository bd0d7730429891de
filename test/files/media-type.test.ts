import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { findMediaType } from '../../src/files/find-media-type.ts';
import { writeWorkbook } from '../../src/tables/workbook.ts';
import { zipOf } from '../tables/zip-of.ts';

const folder = await mkdtemp(join(tmpdir(), 'media-type-'));
after(() => rm(folder, { recursive: true }));

async function fileWith(bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return path;
}

async function codeOf(bytes: string | Uint8Array, fileName?: string): Promise<string | undefined> {
  return (await findMediaType(await fileWith(bytes), { fileName })).fileType;
}

test('a text is known by how it begins', async () => {
  const texts: readonly (readonly [string, string])[] = [
    ['id;namn;lat\n1;Nydala;63,8\n2;Bölesholmen;63,8\n', 'CSV'],
    ['id,namn\n1,"Nydala, norra"\n2,x\n', 'CSV'],
    ['id\tnamn\n1\tNydala\n', 'TSV'],
    ['\ufeff{"items": [{"a": 1}]}', 'JSON'],
    ['{"a": 1}\n{"a": 2}\n', 'JSON'],
    ['{"type": "FeatureCollection", "features": []}', 'GEOJSON'],
    ['{"type":"Feature","properties":{},"geometry":null}\n', 'GEOJSON'],
    ['{"@context": {}, "@id": "x"}', 'JSON_LD'],
    ['<!DOCTYPE html><html><body>Sidan finns inte', 'HTML'],
    ['\n<html lang="sv">', 'HTML'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG'],
    ['<?xml version="1.0"?><!-- x --><rdf:RDF xmlns:rdf="x">', 'RDF_XML'],
    ['<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2">', 'GML'],
    ['<?xml version="1.0"?><skolor/>', 'XML'],
    ['# c\n@prefix dcat: <http://www.w3.org/ns/dcat#> .\n', 'RDF_TURTLE'],
    ['<http://a.se/1> <http://a.se/p> "x"@sv .\n', 'RDF_N_TRIPLES'],
    ['<http://a.se/1> <http://a.se/p> "x" <http://a.se/g> .\n', 'RDF_N_QUADS'],
    ['Det här är en text, med kommatecken.\nOch en rad till.\n', 'TXT'],
    ['[1] en not; den här\nen annan rad\n', 'TXT'],
  ];
  for (const [text, code] of texts) assert.equal(await codeOf(text), code, text);
});

test('a text in UTF-16 or Windows-1252 is a text', async () => {
  const table = 'id;område\n1;Öbacka\n';
  assert.equal(await codeOf(Buffer.from(`\ufeff${table}`, 'utf16le')), 'CSV');
  assert.equal(await codeOf(Buffer.from(table, 'utf16le')), 'CSV');
  assert.equal(await codeOf(Buffer.from(table, 'latin1')), 'CSV');
});

test('what a zip file is says what lies in it', async () => {
  const mimetype = 'application/vnd.oasis.opendocument.spreadsheet';
  const word = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' };
  assert.equal(
    await codeOf(await writeWorkbook([{ name: 'x', rows: [['a']] }], { headings: 1 })),
    'XLSX',
  );
  assert.equal(await codeOf(zipOf({ mimetype, 'content.xml': '<x/>' })), 'ODS');
  assert.equal(await codeOf(zipOf(word)), 'DOCX');
  assert.equal(
    await codeOf(zipOf({ 'Badplatser/bad.SHP': 'x', 'Badplatser/bad.dbf': 'x' })),
    'SHP',
  );
  assert.equal(await codeOf(zipOf({ 'stops.txt': '', 'routes.txt': '', 'trips.txt': '' })), 'GTFS');
  assert.equal(await codeOf(zipOf({ 'a.csv': 'a;b' })), 'ZIP');
  assert.equal(await codeOf('PK\x03\x04 that ends here'), 'ZIP');
});

test('databases, columns and packed files are known by their first bytes', async () => {
  const path = join(folder, 'database');
  using database = new DatabaseSync(path);
  database.exec('create table t (a); pragma application_id = 1196444487');
  assert.equal((await findMediaType(path)).fileType, 'GPKG');
  database.exec('pragma application_id = 7');
  assert.equal((await findMediaType(path)).mediaType, 'application/vnd.sqlite3');
  assert.equal(await codeOf('PAR1\0\0\0\0PAR1'), 'PARQUET');
  assert.equal(await codeOf(gzipSync('a;b\n1;2\n')), 'GZIP');
  assert.equal(await codeOf('%PDF-1.7\n'), 'PDF');
  assert.equal(await codeOf(Buffer.from([1, 2, 0, 0, 5])), 'BIN');
});

test('an old workbook and a workbook with a password are told apart', async () => {
  const compound = (stream: string) => {
    const bytes = Buffer.alloc(1536);
    bytes.writeUInt32BE(0xd0cf11e0, 0);
    bytes.writeUInt32BE(0xa1b11ae1, 4);
    bytes.write(stream, 1024, 'utf16le');
    return bytes;
  };
  const old = await findMediaType(await fileWith(compound('Workbook')));
  assert.deepEqual([old.fileType, old.encrypted], ['XLS', undefined]);
  const locked = await findMediaType(await fileWith(compound('EncryptedPackage')));
  assert.equal(locked.encrypted, true);
});

test('a name or a sender that says something else is told of', async () => {
  const zip = await findMediaType(await fileWith(zipOf({ 'a.csv': 'a;b' })), {
    fileName: 'badplatser.csv',
  });
  assert.equal(zip.note?.sv, 'Filen heter badplatser.csv men är en zip-fil.');
  const page = await findMediaType(Buffer.from('<!doctype html><title>404</title>'), {
    mediaType: 'text/csv; charset=utf-8',
  });
  assert.equal(
    page.note?.en,
    'The sender says that the file is a CSV file, but it is a web page (HTML).',
  );
});

test('a name that is less exact than the content is no lie', async () => {
  const features = '{"type":"FeatureCollection","features":[]}';
  for (const [content, fileName, mediaType] of [
    [features, 'bad.json', 'application/json'],
    ['a;b\n1;2\n', 'bad.txt', 'text/plain'],
    ['a;b\n1;2\n', 'bad.csv', 'application/octet-stream'],
    ['en enda rad', 'bad.csv', 'text/csv'],
    ['a;b\n1;2\n', 'bad.okänd', 'x/y'],
  ] as const) {
    const { note } = await findMediaType(Buffer.from(content), { fileName, mediaType });
    assert.equal(note, undefined, fileName);
  }
});

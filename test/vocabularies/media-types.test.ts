import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { mediaTypes } from '../../src/vocabularies/media-types.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const vocabularies = loadVocabularies(join(import.meta.dirname, '../../vocabularies'));
const formats = mediaTypes(vocabularies);
const fileType = 'http://publications.europa.eu/resource/authority/file-type/';
const iana = 'https://www.iana.org/assignments/media-types/';

test('a zipped format is its file type, its media type and its package', () => {
  assert.equal(formats.fileTypeOf('text/csv+zip'), `${fileType}CSV`);
  assert.equal(formats.mediaTypeIriOf('text/csv+zip'), `${iana}text/csv`);
  assert.equal(formats.packageOf('text/csv+zip'), `${iana}application/zip`);
  assert.equal(formats.packageOf('application/json+zip; charset=utf-8'), `${iana}application/zip`);
});

test('a format that is not zipped has no package', () => {
  assert.equal(formats.packageOf('text/csv'), undefined);
  assert.equal(formats.packageOf('application/zip'), undefined);
});

test('a type whose own name ends in +zip is no package', () => {
  assert.equal(formats.packageOf('application/epub+zip'), undefined);
  assert.equal(formats.mediaTypeIriOf('application/epub+zip'), `${iana}application/epub+zip`);
  assert.equal(formats.fileTypeOf('application/epub+zip'), `${fileType}EPUB`);
});

test('a file type leads to its media type, the registered one when there are several', () => {
  assert.equal(formats.mediaTypeOf(`${fileType}CSV`), 'text/csv');
  assert.equal(formats.mediaTypeOf(`${fileType}GZIP`), 'application/gzip');
  assert.equal(formats.mediaTypeOf(`${fileType}WMS_SRVC`), 'application/vnd.ogc.wms_xml');
});

test('what is no media type and no file type leads nowhere', () => {
  assert.equal(formats.mediaTypeOf(`${fileType}MAP_PRVW`), undefined);
  assert.equal(formats.mediaTypeOf(`${fileType}NONE`), undefined);
  assert.equal(formats.fileTypeOf('application/x-sqlite3'), undefined);
  assert.equal(formats.mediaTypeIriOf('a spreadsheet'), undefined);
});

test('every value of the Swedish lists has a media type IRI, and all but SQLite a file type', () => {
  for (const { notation, offered } of vocabularies.get('media-type').concepts) {
    if (!offered || notation === undefined) continue;
    assert.match(formats.mediaTypeIriOf(notation) ?? '', /^https:\/\/www\.iana\.org\/.+/, notation);
    const known = formats.fileTypeOf(notation) !== undefined;
    assert.equal(known, notation !== 'application/vnd.sqlite3', notation);
  }
});

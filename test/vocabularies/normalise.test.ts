import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const vocabularies = loadVocabularies(join(import.meta.dirname, '../../vocabularies'));
const authority = 'http://publications.europa.eu/resource/authority/';
const iana = 'https://www.iana.org/assignments/media-types/';
const commons = 'http://creativecommons.org/';
const geonames = 'http://sws.geonames.org/';
const bna = 'http://data.europa.eu/bna/';
const eli = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';
const roles = 'http://inspire.ec.europa.eu/metadata-codelist/ResponsiblePartyRole/';

/** List → what was written → the concept that is meant, given as what follows the base. */
const cases: Readonly<
  Record<string, { readonly base: string; readonly forms: Readonly<Record<string, string>> }>
> = {
  'data-theme': {
    base: `${authority}data-theme/`,
    forms: {
      'https://publications.europa.eu/resource/authority/data-theme/ENVI': 'ENVI',
      'http://publications.europa.eu/resource/authority/data-theme/ENVI/': 'ENVI',
      'http://publications.europa.eu/mdr/authority/data-theme/ENVI': 'ENVI',
      'http://publications.europa.eu/mdr/resource/authority/data-theme/ENVI': 'ENVI',
      ' http://publications.europa.eu/resource/authority/data-theme/TRAN ': 'TRAN',
      'HTTP://Publications.Europa.EU/resource/authority/data-theme/TRAN': 'TRAN',
      Miljö: 'ENVI',
      environment: 'ENVI',
      heal: 'HEAL',
    },
  },
  'agent-type': {
    base: 'http://purl.org/adms/publishertype/',
    forms: {
      'http://purl.org/adms/publishertype/PrivateIndividual%28s%29': 'PrivateIndividual(s)',
      'https://purl.org/adms/publishertype/LocalAuthority': 'LocalAuthority',
      'Local Authority': 'LocalAuthority',
    },
  },
  frequency: {
    base: `${authority}frequency/`,
    forms: {
      'http://purl.org/cld/freq/annual': 'ANNUAL',
      'http://purl.org/cld/freq/biennial': 'BIENNIAL',
      'http://purl.org/cld/freq/bimonthly': 'BIMONTHLY',
      'http://purl.org/cld/freq/biweekly': 'BIWEEKLY',
      'http://purl.org/cld/freq/continuous': 'CONT',
      'http://purl.org/cld/freq/daily': 'DAILY',
      'http://purl.org/cld/freq/irregular': 'IRREG',
      'http://purl.org/cld/freq/monthly': 'MONTHLY',
      'http://purl.org/cld/freq/quarterly': 'QUARTERLY',
      'http://purl.org/cld/freq/semiannual': 'ANNUAL_2',
      'http://purl.org/cld/freq/semimonthly': 'MONTHLY_2',
      'http://purl.org/cld/freq/semiweekly': 'WEEKLY_2',
      'http://purl.org/cld/freq/threeTimesAMonth': 'MONTHLY_3',
      'http://purl.org/cld/freq/threeTimesAWeek': 'WEEKLY_3',
      'http://purl.org/cld/freq/threeTimesAYear': 'ANNUAL_3',
      'http://purl.org/cld/freq/triennial': 'TRIENNIAL',
      'http://purl.org/cld/freq/weekly': 'WEEKLY',
      'http://publications.europa.eu/mdr/authority/frequency/DAILY_2': 'DAILY_2',
      dagligen: 'DAILY',
      'two times': '',
      yearly: 'ANNUAL',
      fortnightly: 'BIWEEKLY',
    },
  },
  'access-right': {
    base: `${authority}access-right/`,
    forms: { public: 'PUBLIC', 'non-public': 'NON_PUBLIC', Begränsad: 'RESTRICTED' },
  },
  'planned-availability': {
    base: `${authority}planned-availability/`,
    forms: {
      'http://data.europa.eu/r5r/availability/temporary': 'TEMPORARY',
      'http://data.europa.eu/r5r/availability/experimental': 'EXPERIMENTAL',
      'http://data.europa.eu/r5r/availability/available': 'AVAILABLE',
      'http://data.europa.eu/r5r/availability/stable': 'STABLE',
      'http://data.europa.eu/r5r/stable': 'STABLE',
      'http://data.europa.eu/r5r#stable': 'STABLE',
      'https://data.europa.eu/r5r/availability/stable/': 'STABLE',
    },
  },
  'distribution-status': {
    base: `${authority}distribution-status/`,
    forms: {
      'http://purl.org/adms/status/Completed': 'COMPLETED',
      'http://purl.org/adms/status/Deprecated': 'DEPRECATED',
      'http://purl.org/adms/status/UnderDevelopment': 'DEVELOP',
      'http://purl.org/adms/status/Withdrawn': 'WITHDRAWN',
    },
  },
  'file-type': {
    base: `${authority}file-type/`,
    forms: {
      csv: 'CSV',
      CSV: 'CSV',
      '.csv': 'CSV',
      'text/csv': 'CSV',
      'text/csv+zip': 'CSV',
      'text/csv; charset=utf-8': 'CSV',
      'text/csv+zip;header=present': 'CSV',
      'https://www.iana.org/assignments/media-types/text/csv': 'CSV',
      'http://www.iana.org/assignments/media-types/text/csv': 'CSV',
      'https://iana.org/assignments/media-types/text/csv+zip': 'CSV',
      'http://publications.europa.eu/mdr/authority/file-type/CSV': 'CSV',
      'application/xml': 'XML',
      'text/xml': 'XML',
      'application/xml+zip': 'XML',
      'application/zip': 'ZIP',
      'application/pdf': 'PDF',
      'text/html': 'HTML',
      'application/rdf+xml': 'RDF_XML',
      'image/tiff': 'TIFF',
      'application/octet-stream': 'OCTET',
      'text/plain': 'TXT',
      'application/vnd.geo+json': 'GEOJSON',
      'text/n3': 'N3',
      'application/ld+json': 'JSON_LD',
      'application/vnd.apache.parquet': 'PARQUET',
      'application/epub+zip': 'EPUB',
      'application/java+zip': 'WAR',
      'Excel XLSX': 'XLSX',
      'json-ld': 'JSON_LD',
      '.jsonld': 'JSON_LD',
      GeoJSON: 'GEOJSON',
      '.json': 'JSON',
      '.xml': 'XML',
      '.zip': 'ZIP',
      '.tif': 'TIFF',
      '.tiff': 'TIFF',
      '.rdf': 'RDF_XML',
      rdf: 'RDF',
      '.tsv': 'TSV',
      '.geotiff': 'GEOTIFF',
      tar_gz: 'TAR_GZ',
      '.tar.gz': 'TAR_GZ',
      jpg: 'JPEG',
      nc: 'NETCDF',
      Shapefile: 'SHP',
      wms: 'WMS_SRVC',
      'application/vnd.ogc.wfs_xml': 'WFS_SRVC',
      'application/vnd.sqlite3': '',
      spreadsheet: '',
    },
  },
  'media-type': {
    base: iana,
    forms: {
      'text/csv': 'text/csv',
      'TEXT/CSV': 'text/csv',
      'text/csv+zip': 'text/csv+zip',
      'text/csv; charset=utf-8': 'text/csv',
      'http://www.iana.org/assignments/media-types/text/csv': 'text/csv',
      'https://iana.org/assignments/media-types/text/csv/': 'text/csv',
      'application/vnd.geo+json': 'application/vnd.geo+json',
      'http://www.iana.org/assignments/media-types/application/vnd.geo+json':
        'application/vnd.geo+json',
      'RDF som Turtle (.ttl)': 'text/turtle',
      'WMS service': 'application/vnd.ogc.wms_xml',
      'nonsense/at all': '',
      'made/up': '',
    },
  },
  licence: {
    base: commons,
    forms: {
      'https://creativecommons.org/licenses/by/4.0/': 'licenses/by/4.0/',
      'http://creativecommons.org/licenses/by/4.0': 'licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/deed.sv': 'licenses/by/4.0/',
      'https://creativecommons.org/licenses/by-sa/4.0/deed': 'licenses/by-sa/4.0/',
      'https://creativecommons.org/licenses/by/4.0/legalcode': 'licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/legalcode.sv#s3': 'licenses/by/4.0/',
      'http://www.creativecommons.org/licenses/by-nc-nd/4.0/': 'licenses/by-nc-nd/4.0/',
      'https://creativecommons.org/publicdomain/zero/1.0/deed.en': 'publicdomain/zero/1.0/',
      'http://publications.europa.eu/resource/authority/licence/CC0': 'publicdomain/zero/1.0/',
      'http://publications.europa.eu/mdr/authority/licence/CC_BY_4_0': 'licenses/by/4.0/',
      'http://publications.europa.eu/resource/authority/licence/CC_BY_3_0': 'licenses/by/3.0/',
      'https://spdx.org/licenses/CC-BY-4.0.html': 'licenses/by/4.0/',
      'CC-BY-SA-4.0': 'licenses/by-sa/4.0/',
      'cc-zero': 'publicdomain/zero/1.0/',
      'cc-by': 'licenses/by/4.0/',
      'cc-nc': 'licenses/by-nc/4.0/',
      'http://www.opendefinition.org/licenses/cc-zero': 'publicdomain/zero/1.0/',
      '#CCby-sa4.0': 'licenses/by-sa/4.0/',
      '#CC01.0': 'publicdomain/zero/1.0/',
      notspecified: '',
      'other-open': '',
      'https://creativecommons.org/licenses/by/3.0/se/': '',
    },
  },
  'hvd-category': {
    base: bna,
    forms: { 'https://data.europa.eu/bna/c_60182062': 'c_60182062', Byggnader: 'c_60182062' },
  },
  language: {
    base: `${authority}language/`,
    forms: {
      sv: 'SWE',
      SV: 'SWE',
      'sv-SE': 'SWE',
      sv_SE: 'SWE',
      swe: 'SWE',
      svenska: 'SWE',
      en: 'ENG',
      'http://id.loc.gov/vocabulary/iso639-1/sv': 'SWE',
      'http://id.loc.gov/vocabulary/iso639-2/swe': 'SWE',
      'http://lexvo.org/id/iso639-3/swe': 'SWE',
      ger: 'DEU',
      'http://id.loc.gov/vocabulary/iso639-2/ger': 'DEU',
      'http://publications.europa.eu/mdr/authority/language/SWE': 'SWE',
      nb: 'NOB',
      'ca-valencia': '0D0',
      'https://publications.europa.eu/resource/authority/language/SMJ': 'SMJ',
      klingonska: '',
    },
  },
  place: {
    base: geonames,
    forms: {
      'http://sws.geonames.org/602149/': '602149',
      'https://sws.geonames.org/602149/': '602149',
      'http://www.geonames.org/602149': '602149',
      'https://www.geonames.org/602149/umea-kommun.html': '602149',
      'http://geonames.org/602149/about.rdf': '602149',
      'https://www.geonames.org/5128581/new-york-city.html': '5128581',
      Umeå: '602149',
      'umeå kommun': '602149',
      'Umeå Municipality': '602149',
      '2480': '602149',
      'Västerbottens län': '2664415',
      Sverige: '2661886',
      Atlantis: '',
    },
  },
  'national-data-domain': {
    base: 'https://dataportal.se/concepts/grunddata/',
    forms: {
      'https://www.dataportal.se/terminology/grunddata/person': 'person',
      'https://www.dataportal.se/sv/terminology/grunddata/fastighet': 'fastighet',
      'http://dataportal.se/concepts/grunddata/foretag/': 'foretag',
    },
  },
  'checksum-algorithm': {
    base: 'http://spdx.org/rdf/terms#',
    forms: {
      'https://spdx.org/rdf/terms#checksumAlgorithm_sha256': 'checksumAlgorithm_sha256',
      sha1: 'checksumAlgorithm_sha1',
      'SHA-1': 'checksumAlgorithm_sha1',
    },
  },
  'attribution-role': {
    base: roles,
    forms: { [`${roles.replace('http', 'https')}owner`]: 'owner', custodian: 'custodian' },
  },
  'applicable-legislation': {
    base: eli,
    forms: {},
  },
};

for (const [name, { base, forms }] of Object.entries(cases)) {
  const scheme = vocabularies.get(name);
  for (const [written, meant] of Object.entries(forms)) {
    if (meant === '') {
      test(`${name} does not recognise "${written}"`, () => {
        assert.equal(scheme.normalise(written), undefined);
      });
      continue;
    }
    test(`${name} takes "${written}" for ${meant}`, () => {
      const iri = base + meant;
      assert.deepEqual(scheme.normalise(written), { iri, changed: true });
      assert.deepEqual(scheme.normalise(iri), { iri, changed: false });
      assert.ok(scheme.accepts(iri));
    });
  }
}

test('every licence of the EU table that a list names leads to its canonical IRI', () => {
  const licences = vocabularies.get('licence');
  for (const { iri, exactMatch } of licences.concepts) {
    for (const other of exactMatch) assert.equal(licences.normalise(other)?.iri, iri);
  }
});

test('the regulation on high-value datasets is recognised with and without what follows its number', () => {
  const legislation = vocabularies.get('applicable-legislation');
  for (const form of [
    `${eli}/eng`,
    eli.replace('/oj', ''),
    eli.replace('http', 'https'),
    `${eli}/`,
  ]) {
    assert.deepEqual(legislation.normalise(form), { iri: eli, changed: true }, form);
  }
});

test('a place under another authority is kept as it stands', () => {
  const places = vocabularies.get('place');
  for (const iri of [
    `${authority}country/SWE`,
    'http://data.europa.eu/nuts/code/SE110',
    'http://www.wikidata.org/entity/Q25287',
  ]) {
    assert.deepEqual(places.normalise(iri), { iri, changed: false });
    assert.equal(places.has(iri), false);
    assert.equal(places.accepts(iri), true);
  }
});

test('a relationship role is kept under every known prefix and under no other', () => {
  const relations = vocabularies.get('relationship-role');
  for (const iri of [
    'https://www.dataportal.se/terminology/resource-role/source',
    'https://dataportal.se/concepts/resource-role/source',
    'http://www.iana.org/assignments/relation/original',
  ]) {
    assert.deepEqual(relations.normalise(iri), { iri, changed: false });
  }
  assert.equal(relations.normalise('http://example.org/role'), undefined);
});

test('an INSPIRE theme is accepted beside the themes of the EU', () => {
  const iri = 'https://inspire.ec.europa.eu/theme/ad';
  assert.deepEqual(vocabularies.get('data-theme').normalise(iri), { iri, changed: false });
});

test('what only looks like a concept is not recognised', () => {
  const themes = vocabularies.get('data-theme');
  for (const value of [
    '',
    ' ',
    'http://',
    `${authority}data-theme/`,
    `${authority}data-theme/NONE`,
    `${authority}data-theme/envi`,
    `http://example.org/?${authority}data-theme/ENVI`,
    'http://publications.europa.eu/resource/authority/data-theme/%E0%A4%A',
    '__proto__',
    'x'.repeat(100_000),
  ]) {
    assert.equal(themes.normalise(value), undefined, value.slice(0, 80));
  }
  assert.equal(themes.accepts('http://example.org/'), false);
});

test('an answer is the same when asked again and after very many others', () => {
  const languages = vocabularies.get('language');
  const first = languages.normalise('sv-SE');
  for (let n = 0; n < 10_000; n++) languages.normalise(`unknown ${n}`);
  assert.deepEqual(languages.normalise('sv-SE'), first);
  assert.equal(languages.normalise('unknown 7'), undefined);
});

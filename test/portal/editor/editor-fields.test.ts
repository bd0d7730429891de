import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonValue } from '../../../src/kernel/json.ts';
import { editorFields } from '../../../src/portal/editor/editor-fields.ts';
import { readEditorForm } from '../../../src/portal/editor/read-editor-form.ts';
import type { NodeObject } from '../../../src/profile/record.ts';
import { profile, readSample, vocabularies } from '../../sample/read-sample.ts';

const rules = { plan: profile.plan, vocabularies };

const again = (record: NodeObject, className = 'Dataset') =>
  readEditorForm(rules, className, editorFields(rules, className, record));

const read = (fields: Readonly<Record<string, string>>, className = 'Dataset') =>
  readEditorForm(rules, className, Object.entries(fields));

test('every record of the sample becomes fields and the same record again', async () => {
  let count = 0;
  for (const { records } of await readSample()) {
    for (const { className, content } of records) {
      assert.deepEqual(again(content, className), content);
      count += 1;
    }
  }
  assert.ok(count > 60);
});

test('what the form has no field for is carried along as it is', () => {
  const odd: NodeObject = {
    '@id': 'https://data.example.se/datasets/x',
    '@type': ['Dataset', 'Dataset'],
    title: 'no language map' as JsonValue,
    keyword: { 'en?x': ['odd tag'], sv: ['bad'] },
    extra: ['<a> <b> <c> .'],
    unknown: { deep: [1, [2]] },
    theme: 'https://example.se/not-a-list',
    distribution: [{ '@type': 'Distribution', mediaType: 'text/csv', title: { sv: 'A\n\nB' } }],
    publisher: { name: { sv: 'Utan typ' } },
    issued: ['2026', '2027'],
  };
  assert.deepEqual(again(odd), odd);
});

test('what is typed wrong is kept as it was typed', () => {
  const record = read({
    '/issued': 'ngn gång 2026',
    '/distribution/0/byteSize': 'ca 12 MB',
    '/distribution/0/accessUrl': 'htp:/fel adress',
    '/temporal/0/startDate': '2025-13',
    '/spatial/0/bbox?west': '11,6',
    '/spatial/0/bbox?north': '57',
    '/contactPoint/0/hasEmail/0': 'eva at umea',
  });
  assert.deepEqual(record, {
    issued: 'ngn gång 2026',
    contactPoint: [{ hasEmail: ['eva at umea'] }],
    distribution: [{ byteSize: 'ca 12 MB', accessUrl: 'htp:/fel adress' }],
    temporal: [{ startDate: '2025-13' }],
    spatial: [{ bbox: 'west=11.6 south= east= north=57' }],
  });
  const typed = { ...record, '@type': 'Dataset' };
  const placed = JSON.parse(JSON.stringify(typed), (_key, value: unknown) =>
    isPlainNode(value) ? { '@type': 'X', ...value } : value,
  ) as NodeObject;
  assert.deepEqual(again(placed), placed);
});

test('what is typed the Swedish way is understood', () => {
  assert.deepEqual(
    read({
      '/title/sv': ' Badplatser ',
      '/keyword/sv': 'bad, strand\r\n"sjö, å"; vatten',
      '/issued': '15 januari 2026',
      '/modified': '1/2 2026',
      '/temporal/0/startDate': 'jan 2025',
      '/temporal/0/endDate': '2025-12-31 kl. 8.30',
      '/temporalResolution': '15 minuter',
      '/spatialResolutionInMeters': '2,5',
      '/accrualPeriodicity': 'årligen',
      '/contactPoint/0/hasEmail/0': 'oppnadata@umea.se',
      '/contactPoint/0/hasTelephone/0/hasValue': '090-16 10 00',
      '/landingPage/0': 'www.umea.se/bad',
      '/distribution/0/byteSize': '12 345',
      '/spatial/0/bbox?west': '11,6',
      '/spatial/0/bbox?south': '57.6',
      '/spatial/0/bbox?east': '12.2',
      '/spatial/0/bbox?north': '57.9',
    }),
    {
      title: { sv: ' Badplatser ' },
      keyword: { sv: ['bad', 'strand', 'sjö, å', 'vatten'] },
      contactPoint: [
        {
          hasEmail: ['mailto:oppnadata@umea.se'],
          hasTelephone: [{ hasValue: 'tel:090-161000' }],
        },
      ],
      distribution: [{ byteSize: 12345 }],
      spatial: [{ bbox: 'POLYGON((11.6 57.9,12.2 57.9,12.2 57.6,11.6 57.6,11.6 57.9))' }],
      temporal: [{ startDate: '2025-01', endDate: '2025-12-31T08:30:00' }],
      temporalResolution: 'PT15M',
      spatialResolutionInMeters: '2.5',
      issued: '2026-01-15',
      modified: '2026-02-01',
      accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
      landingPage: ['https://www.umea.se/bad'],
    },
  );
});

test('empty fields say nothing, and lists close up behind them', () => {
  assert.deepEqual(
    read({
      '/title/sv': '  ',
      '/theme/3': 'http://publications.europa.eu/resource/authority/data-theme/ENVI',
      '/theme/11': 'http://publications.europa.eu/resource/authority/data-theme/TRAN',
      '/temporal/0/startDate': '',
      '/distribution/7/@type': 'Distribution',
    }),
    {
      theme: ['ENVI', 'TRAN'].map(
        (code) => `http://publications.europa.eu/resource/authority/data-theme/${code}`,
      ),
      distribution: [{ '@type': 'Distribution' }],
    },
  );
});

test('fields that nobody drew do no harm', () => {
  const record = read({
    '/*': '{"__proto__": {"polluted": true}, "title": {"sv": "x"}}',
    '/title/sv': 'Mitt',
    '/title/constructor': 'x',
    '/distribution/0/*': 'no json',
    [`/${'publisher/'.repeat(60)}name/sv`]: 'deep',
    _csrf: 'secret',
    'title/sv': 'no place',
  });
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  assert.deepEqual(Object.keys(record).sort(), ['__proto__', 'title']);
  assert.deepEqual(record.title, { sv: 'Mitt', constructor: 'x' });
});

function isPlainNode(value: unknown): value is object {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !('@type' in value)
  );
}

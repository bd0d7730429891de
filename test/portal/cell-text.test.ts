import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellText } from '../../src/portal/rows/cell-text.ts';
import type { Form } from '../../src/standards/column.ts';
import type { RowValue } from '../../src/tables/row-column.ts';
import type { ShownColumn } from '../../src/tables/view-model.ts';

function column(form: Form, values: ShownColumn['values'] = {}): ShownColumn {
  const label = { sv: 'Kolumn', en: 'Column' };
  return { name: 'column', label, help: null, form, isList: false, unit: null, values };
}

const sv = (form: Form, value: RowValue): string =>
  cellText(column(form), value, 'sv').text.replaceAll('\u00a0', ' ');

test('a value is shown as people write it, each kind in its way', () => {
  assert.equal(sv('number', 12345.6), '12 345,6');
  assert.equal(cellText(column('number'), 12345.6, 'en').text, '12,345.6');
  assert.equal(sv('year', 2026), '2026');
  assert.equal(sv('latitude', 63.8258), '63,8258');
  assert.equal(sv('date', '2026-11-24'), '24 november 2026');
  assert.equal(sv('month', '2026-11'), 'november 2026');
  assert.equal(sv('boolean', true), 'ja');
  assert.equal(cellText(column('boolean'), false, 'en').text, 'no');
  assert.equal(sv('postal-code', '90325'), '903 25');
  assert.equal(sv('organization-number', '2120002627'), '212000-2627');
  assert.equal(sv('municipality', '0180'), '0180');
  assert.equal(sv('text', undefined), '');
});

test('a code is shown by what it means, in the language of the reader', () => {
  const coded = column('text', { '1': { sv: 'utmärkt', en: 'excellent' } });

  assert.equal(cellText(coded, '1', 'en').text, 'excellent');
  assert.equal(cellText(coded, 1, 'sv').text, 'utmärkt');
  assert.equal(cellText(coded, ['1', '7'], 'sv').text, 'utmärkt, 7');
});

test('an address leads to its page, and nothing else that is written in a file leads anywhere', () => {
  assert.deepEqual(cellText(column('uri'), 'https://www.umea.se/bad/nydala', 'sv'), {
    text: 'umea.se/bad/nydala',
    href: 'https://www.umea.se/bad/nydala',
  });
  assert.equal(cellText(column('email'), 'bad@umea.se', 'sv').href, 'mailto:bad@umea.se');
  assert.equal(cellText(column('phone'), '+46901612345', 'sv').href, 'tel:+46901612345');
  for (const hostile of ['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'https://'])
    assert.equal(cellText(column('uri'), hostile, 'sv').href, undefined, hostile);
  assert.equal(cellText(column('email'), 'a@b.se?cc=c@d.se', 'sv').href, undefined);
});

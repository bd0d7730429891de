import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markFinder } from '../../src/search/found-marks.ts';
import { extractLength, markedExtract, markedText } from '../../src/search/mark-text.ts';
import { planQuery } from '../../src/search/plan-query.ts';
import { readQuery } from '../../src/search/read-query.ts';
import type { MarkedText } from '../../src/search/search.ts';
import { analyser, synonyms } from './small-catalog.ts';

const cases: readonly (readonly [query: string, text: string, marked: string])[] = [
  ['badplats', 'Alla badplatsernas vatten', 'Alla [badplatsernas] vatten'],
  ['badplats', 'En badplatskarta', 'En [badplatskarta]'],
  ['återvinning', 'Kommunens återvinningsstationer', 'Kommunens [återvinningsstationer]'],
  ['bad plats', 'Badplats', '[Badplats]'],
  ['skolorna', 'En skola, två skolor', 'En [skola], två [skolor]'],
  ['malmo', 'Cyklar i Malmö', 'Cyklar i [Malmö]'],
  ['malmö', 'Cyklar i Malmo', 'Cyklar i [Malmo]'],
  ['"i malmö"', 'Malmö: cyklar i Malmö', 'Malmö: cyklar [i Malmö]'],
  ['badplats -karta', 'Badplats med karta', '[Badplats] med karta'],
  ['titel:bad', 'Ett bad', 'Ett bad'],
  ['dagis', 'Förskolor', '[Förskolor]'],
  ['data om luft', 'Data om luft', 'Data om [luft]'],
  ['luftkvalitet', 'Kvalitet på luft', '[Kvalitet] på [luft]'],
  ['luftkvalitet', 'Kvalitet på vatten', 'Kvalitet på vatten'],
  ['rymdraket', 'Badplatser', 'Badplatser'],
  ['', 'Badplatser', 'Badplatser'],
];
for (const [query, text, expected] of cases) {
  test(`"${query}" marks ${expected}`, () => {
    assert.equal(written(markedText(text, 'sv', find(query)(text, 'sv', 'description'))), expected);
  });
}

test('a text is marked as the language that it is in', () => {
  const marked = (language: string) => find('schools')('The school', language, 'title').length;
  assert.deepEqual([marked('en'), marked('en-GB'), marked('fi')], [1, 1, 0]);
});

test('an extract shows the words of the query, however far into the text they stand', () => {
  const text = `${'Här står något annat. '.repeat(60)}Sedan kommer alla badplatser i länet. ${'Och mer. '.repeat(60)}`;
  const extract = markedExtract(text, 'sv', find('badplats')(text, 'sv', 'description'));
  assert.match(written(extract), /^…\s.*\[badplatser\] i länet\. .*\s…$/);
});

test('an extract is where most of the words meet', () => {
  const text = `Ett bad. ${'Här står något annat. '.repeat(30)}Vid varje bad tas ett prov. ${'Mer. '.repeat(30)}`;
  const extract = markedExtract(text, 'sv', find('bad prov')(text, 'sv', 'description'));
  assert.match(written(extract), /Vid varje \[bad\] tas ett \[prov\]/);
});

test('an extract without marks is the beginning of the text', () => {
  const text = 'Här står något annat. '.repeat(60);
  const { text: shown, marks } = markedExtract(text, 'sv', []);
  assert.ok(text.startsWith(shown.replace(/\s…$/, '')));
  assert.deepEqual(marks, []);
});

test('a short text is shown whole', () => {
  assert.deepEqual(markedExtract('Kort.', 'sv', []), { text: 'Kort.', language: 'sv', marks: [] });
});

const words = fc.constantFrom(
  'badplats',
  'badplatser',
  'vatten',
  'Umeå',
  '🏊‍♀️',
  'x'.repeat(400),
  'ä.',
  '\u202e',
);
const texts = fc.array(words, { maxLength: 120 }).map((list) => list.join(' '));

test('marks stand in order, apart, and around words, whatever the text', () => {
  const finder = find('badplats vatten');
  fc.assert(
    fc.property(texts, (text) => {
      const extract = markedExtract(text, 'sv', finder(text, 'sv', 'description'));
      assert.ok(extract.text.length <= extractLength + 10);
      assert.ok(extract.text.isWellFormed());
      let last = 0;
      for (const [start, end] of extract.marks) {
        assert.ok(start >= last && end > start && end <= extract.text.length);
        assert.match(extract.text.slice(start, end), /^(badplats(er)?|vatten)$/);
        last = end;
      }
    }),
  );
});

function find(query: string) {
  const { marks } = planQuery(readQuery(query), {
    analyser,
    synonyms,
    values: () => [],
    narrowed: new Set(),
  });
  return markFinder(analyser, marks);
}

function written({ text, marks }: MarkedText): string {
  return marks.reduceRight(
    (rest, [start, end]) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  );
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { QueryField } from '../../src/search/query-syntax.ts';
import { longestQuery, mostParts, readQuery } from '../../src/search/read-query.ts';

const cases: readonly (readonly [about: string, typed: string, read: string])[] = [
  ['words stand between spaces', ' badplatser  umeå ', 'badplatser + umeå'],
  ['what stands in quotes is one phrase', 'a "bad i havet" b', 'a + "bad i havet" + b'],
  ['a quote without an end is passed over', 'bad "plats umeå', 'bad + plats + umeå'],
  ['quotes of other kinds are quotes', '”bad vatten” «is hall»', '"bad vatten" + "is hall"'],
  ['an empty phrase is nothing', '"" bad " "', 'bad'],
  [
    'a minus leaves out what follows it',
    'bad -umeå -"stora mål"',
    'bad + not umeå + not "stora mål"',
  ],
  ['a hyphen in a word belongs to it', 'e-post', 'e-post'],
  ['a lone minus is nothing', 'bad - umeå -', 'bad + umeå'],
  ['OR joins what stands beside it', 'bad OR sim hall', '(bad | sim) + hall'],
  ['ELLER is the same in Swedish', 'bad ELLER sim ELLER dyk', '(bad | sim | dyk)'],
  ['or in small letters is a word', 'bad or sim', 'bad + or + sim'],
  ['an OR that joins nothing is passed over', 'OR bad OR', 'bad'],
  ['what is left out is not joined', '-bad OR sim', 'not bad + sim'],
  ['AND and NOT of other engines are understood', 'bad AND NOT umeå', 'bad + not umeå'],
  ['a field word narrows to a facet', 'utgivare:umeå bad', 'organization:umeå + bad'],
  ['field words may be English', 'publisher:umeå theme:tran', 'organization:umeå + theme:tran'],
  ['the value may be a phrase', 'plats:"västra götaland"', 'place:"västra götaland"'],
  ['the value may stand after a space', 'tema: miljö', 'theme:miljö'],
  ['case does not matter in field words', 'FORMAT:csv Licens:cc0', 'format:csv + license:cc0'],
  ['a field can be left out', '-format:pdf', 'not format:pdf'],
  ['fields can be joined', 'format:csv OR format:json', '(format:csv | format:json)'],
  ['titles and keywords are fields of texts', 'titel:bad keyword:is', 'title:bad + keyword:is'],
  ['a standard is a facet', 'standard:badvatten', 'conformsTo:badvatten'],
  ['an unknown field word is a word', 'foo:bar', 'foo:bar!'],
  ['a colon at the end is prose', 'Obs: bad', 'Obs: + bad'],
  ['an address is a word', 'https://umea.se/bad urn:x:y', 'https://umea.se/bad + urn:x:y'],
  ['a field word without value is nothing', 'tema:', ''],
  ['signs alone are nothing', '*** && ~ ^2 (!) 🏊', '^2'],
  [
    'Lucene syntax is read as words',
    'title:(bad^2 OR sim~1) AND [a TO b]',
    '(title:(bad^2 | sim~1)) + [a + TO + b]',
  ],
  ['NUL and other controls part words', 'bad\u0000plats\u0007en', 'bad + plats + en'],
  ['right-to-left text is text', 'حمام \u202eשחייה', 'حمام + \u202eשחייה'],
];

for (const [about, typed, read] of cases) {
  test(`${about}: ${JSON.stringify(typed)}`, () => {
    assert.equal(written(typed), read);
  });
}

test('a long text is read up to a limit, and the reader is told', () => {
  const { groups, notes } = readQuery('badplats '.repeat(2000));
  assert.equal(groups.length, mostParts);
  assert.deepEqual(
    notes.map(({ code }) => code),
    ['too-long'],
  );
});

test('a word without end is cut, and the reader is told', () => {
  const { groups, notes } = readQuery('x'.repeat(20_000));
  assert.equal(groups[0]?.parts[0]?.text.length, longestQuery);
  assert.equal(notes[0]?.code, 'too-long');
});

test('spaces after the last word are not too much', () => {
  assert.deepEqual(readQuery(`bad${' '.repeat(5000)}`).notes, []);
});

const signs = fc.constantFrom(
  '"',
  '”',
  '-',
  ':',
  ' ',
  'OR',
  'ELLER',
  'NOT',
  'tema:',
  'x:',
  '(',
  '\0',
);
const garbage = fc
  .array(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

test('whatever is typed, reading gives parts that stand in the text', () => {
  fc.assert(
    fc.property(garbage, (typed) => {
      for (const { parts, isExcluded } of readQuery(typed).groups) {
        assert.ok(parts.length === 1 || !isExcluded);
        for (const { text, start } of parts) {
          assert.equal(typed.slice(start, start + text.length), text);
          assert.match(text, /[\p{L}\p{N}]/u);
        }
      }
    }),
  );
});

/** What was read, on one line: `!` after a text with a note about its field word. */
function written(typed: string): string {
  const { groups, notes } = readQuery(typed);
  const unknown = notes.filter(({ code }) => code === 'unknown-field').map(({ text }) => text);
  return groups
    .map(({ parts, isExcluded }) => {
      const texts = parts.map(({ type, text, field }) => {
        const shown = type === 'phrase' ? `"${text}"` : text;
        const note = unknown.some((name) => text.startsWith(`${name}:`)) ? '!' : '';
        return prefix(field) + shown + note;
      });
      const joined = texts.length > 1 ? `(${texts.join(' | ')})` : texts.join();
      return isExcluded ? `not ${joined}` : joined;
    })
    .join(' + ');
}

function prefix(field: QueryField | undefined): string {
  if (field === undefined) return '';
  return field.type === 'facet' ? `${field.facet}:` : `${field.field}:`;
}

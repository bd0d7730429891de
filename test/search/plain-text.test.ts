import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText } from '../../src/search/plain-text.ts';

const cases: readonly (readonly [markdown: string, plain: string])[] = [
  ['# Badplatser\n\nI **Umeå** finns *många*.', 'Badplatser I Umeå finns många.'],
  ['Se [kartan](https://umea.se/karta "Karta") här.', 'Se kartan här.'],
  ['![En karta](karta.png) och <https://umea.se>', 'En karta och https://umea.se'],
  ['- ett\n- två\n1. tre', 'ett två tre'],
  ['> citat\n```json\n{"a": 1}\n```', 'citat {"a": 1}'],
  ['| A | B |\n|---|---|\n| 1 | 2 |', 'A B 1 2'],
  ['<p>Text<br/>och <b>mer</b></p>', 'Text och mer'],
  ['fil_namn_med_streck och 2 * 3 * 4', 'fil_namn_med_streck och 2 * 3 * 4'],
  ['a < b och c > d', 'a < b och c > d'],
  ['`kod` och \\*inte\\* fet', 'kod och *inte* fet'],
  ['E. coli, PM2,5', 'E. coli, PM2,5'],
  ['V&auml;g &amp; vatten&nbsp;&#8211; &#xe5;r', 'Väg & vatten – år'],
  ['AT&T; &okänd; &#xd800;', 'AT&T; &okänd; &#xd800;'],
];
for (const [markdown, plain] of cases) {
  test(`${JSON.stringify(markdown)} reads ${JSON.stringify(plain)}`, () => {
    assert.equal(plainText(markdown), plain);
  });
}

test('text without signs stays as it is', () => {
  const words = fc.array(fc.constantFrom('bad', 'plats', 'å', '12', 'e-post', 'sjö.'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(words, (list) => {
      assert.equal(plainText(list.join(' ')), list.join(' '));
    }),
  );
});

// What is not linear in the length takes minutes for these.
for (const unit of [
  ' ',
  '\t',
  '\n',
  '<p>',
  '</div>',
  '<!--',
  ' |',
  '[',
  '[a](',
  '**a',
  '- ',
  '`',
  '\\',
]) {
  test(`half a million characters of ${JSON.stringify(unit)} are read to their end`, () => {
    const text = `början${unit.repeat(500_000 / unit.length)}slut`;
    assert.match(plainText(text), /^början.*slut$/s);
  });
}

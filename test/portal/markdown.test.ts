import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { longestText, markdownHtml } from '../../src/portal/markdown.ts';
import { firstSentence } from '../../src/portal/records/first-sentence.ts';

test('headings stand under those of the page', () => {
  assert.equal(markdownHtml('# Om\n\n##### Djupt'), '<h3>Om</h3>\n<h6>Djupt</h6>\n');
});

test('links lead to the web and to mail, and vouch for nothing', () => {
  assert.equal(
    markdownHtml('[a](https://a.example/) https://b.example/ [c](mailto:c@d.example)'),
    '<p><a href="https://a.example/" rel="nofollow noopener">a</a> <a href="https://b.example/" rel="nofollow noopener">https://b.example/</a> <a href="mailto:c@d.example" rel="nofollow noopener">c</a></p>\n',
  );
  for (const address of ['javascript:alert(1)', 'data:text/html,x', '/inloggning', 'vbscript:x']) {
    assert.doesNotMatch(markdownHtml(`[x](${address}) <${address}>`), /<a /, address);
  }
});

test('pictures are not fetched from anywhere', () => {
  assert.doesNotMatch(markdownHtml('![spårning](https://a.example/x.png)'), /<img/);
});

test('a description that was written in HTML reads as text', () => {
  assert.equal(
    markdownHtml(
      '<p>Ett &amp; två<br/>tre <b onclick="x()">fyra</b></p><p><a class="y" href="https://a.example/">länk</a></p>',
    ),
    '<p>Ett &amp; två<br>\ntre fyra</p>\n<p><a href="https://a.example/" rel="nofollow noopener">länk</a></p>\n',
  );
});

test('nothing that a writer can write becomes an element that runs or fetches', () => {
  const pieces = fc.constantFrom(
    '<script>',
    '</script>',
    '<img src=x onerror=y>',
    '<svg/onload=z>',
    '<p>',
    '</p>',
    '<a href="javascript:x">',
    '&lt;script&gt;',
    '[a](javascript:x)',
    '![b](https://c)',
    '"',
    "'",
    '`',
    '<',
    '>',
    '\n',
    '# ',
    'ord ',
    '<iframe>',
    '<b>',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (words) => {
      const html = markdownHtml(words.join(''));
      const elements = [...html.matchAll(/<([a-z0-9]+)([^>]*)>/g)];
      for (const [, name = '', attributes = ''] of elements) {
        assert.match(
          name,
          /^(?:p|br|h[3-6]|em|strong|code|pre|ul|ol|li|a|blockquote|hr|table|thead|tbody|tr|th|td|s)$/,
        );
        assert.doesNotMatch(attributes, /\son|javascript:|\ssrc/);
      }
    }),
  );
});

test('a text without end is cut, and takes no time to speak of', () => {
  const html = markdownHtml('[<a '.repeat(250_000));
  assert.ok(html.length < 10 * longestText);
});

test('the first sentence is what it is, without marks', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Alla badplatser i kommunen. De mäts varje sommar.', 'Alla badplatser i kommunen.'],
    [
      'Mätningar enl. lag. 12 st. per år och plats. Se mer.',
      'Mätningar enl. lag. 12 st. per år och plats.',
    ],
    ['# Rubrik\n\n**Fet** [länk](https://a.example/) text', 'Rubrik Fet länk text'],
    ['Kort', 'Kort'],
    [`${'ord '.repeat(100)}`, `${'ord '.repeat(60).trim()} …`],
    ['x'.repeat(500), `${'x'.repeat(240)} …`],
  ];
  for (const [text, sentence] of cases) assert.equal(firstSentence(text), sentence);
});

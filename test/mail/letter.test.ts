import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../src/kernel/json.ts';
import { letterHtml } from '../../src/mail/letter-html.ts';
import { letterText } from '../../src/mail/letter-text.ts';
import { readLetter } from '../../src/mail/read-letter.ts';
import { letter, sender } from './letters.ts';

test('text and HTML of a letter have the same words in the same order', () => {
  const text = words(letterText(letter, sender));
  const html = words(
    letterHtml(letter, sender)
      .replace(/^[\s\S]*<p class="site">[^<]*<\/p>/, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );

  assert.deepEqual(html, text);
});

test('the HTML of a letter shows what others wrote as text, and fetches nothing', () => {
  const html = letterHtml(
    { ...letter, subject: '</title><script>x</script>', parts: hostile },
    { ...sender, title: '<img src=x>' },
  );

  assert.doesNotMatch(html, /<(script|img|iframe|link|table|form)\b/i);
  assert.doesNotMatch(html, /<[^>]*\b(src=|href="(?!https:))/i);
  assert.match(html, /&lt;script&gt;/);
});

const hostile = [
  { kind: 'text', text: '<script>alert(1)</script>' },
  { kind: 'quote', text: '"><img alt=x>' },
  { kind: 'action', label: 'Open', href: 'javascript:alert(1)' },
  { kind: 'action', label: 'Open', href: 'https://a.example/"onmouseover="alert(1)' },
  { kind: 'facts', rows: [['<b>', '</dd><script>']] },
] as const;

const noLetters: readonly (readonly [string, JsonObject])[] = [
  ['goes to two', { to: 'a@example.se, b@example.se' }],
  ['has a head in its address', { to: 'a@example.se\r\nBcc: b@example.se' }],
  ['goes to a name', { to: 'Eva <a@example.se>' }],
  ['goes to nobody', { to: '' }],
  ['has a head in the address for answers', { replyTo: 'a@example.se\nX: y' }],
  ['is in no language of ours', { language: 'de' }],
  ['has an unknown part', { parts: [{ kind: 'html', text: '<b>' }] }],
  ['has a part without words', { parts: [{ kind: 'text' }] }],
];
for (const [why, change] of noLetters) {
  test(`what ${why} is no letter`, () => {
    assert.equal(readLetter({ ...(letter as unknown as JsonObject), ...change }), undefined);
  });
}

test('a subject is one line, whatever it was made of', () => {
  const subject = 'Hej\r\nBcc: b@example.se\u0000\u2028 där';

  const read = readLetter({ ...(letter as unknown as JsonObject), subject });

  assert.equal(read?.subject, 'Hej Bcc: b@example.se där');
});

function words(text: string): readonly string[] {
  return text.split(/[\s>:-]+/).filter((word) => word !== '');
}

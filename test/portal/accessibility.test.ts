import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityStatement } from '../../src/portal/accessibility-statement.ts';
import { wordsIn } from '../../src/portal/words/words.ts';
import { openSite } from '../http/site.ts';

test('the accessibility statement holds all that the law asks for, in both languages', async (t) => {
  const site = await openSite(t, { title: 'Öppna Data Väst', contact: 'hej@example.se' });
  for (const language of ['sv', 'en'] as const) {
    const reply = await site.ask(`/tillganglighetsredogorelse?lang=${language}`);
    const html = await reply.text();
    const say = wordsIn(language).accessibility;
    for (const part of [
      'Öppna Data Väst',
      say.conformance[accessibilityStatement.conformance],
      ...say.issues.flatMap(({ title, text }) => [title, text]),
      say.methodText,
      say.feedbackText,
      'mailto:hej@example.se',
      'https://www.digg.se/tdosanmalan',
      say.burdenText,
      say.outsideText,
    ]) {
      assert.ok(html.includes(part), part);
    }
    const dates = [...html.matchAll(/<time datetime="([^"]+)"/g)].map(([, date = '']) => date);
    assert.equal(dates.length, 2);
    for (const date of dates) assert.ok(Date.parse(date) > 0, date);
  }
});

test('every page leads to the accessibility statement', async (t) => {
  const site = await openSite(t);
  for (const path of ['/', '/about', '/organizations', '/vocabularies', '/nowhere']) {
    const html = await (await site.ask(path, { headers: { Accept: 'text/html' } })).text();
    assert.match(html, /<footer.*href="\/tillganglighetsredogorelse"/s, path);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, own, type SignedInPerson, type Site } from '../http/site.ts';

const notice = {
  kind: 'news',
  audience: 'editors',
  titleSv: 'Nu kan du kopiera <b>poster</b>',
  titleEn: 'Now you can copy records',
  textSv: 'Knappen finns i redigeraren.',
  textEn: 'The button is in the editor.',
};

test('a notice for editors stands in their workspace until each has put it away', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const [editor, colleague, reader] = [
    await site.person({ role: 'editor' }),
    await site.person({ role: 'administrator' }),
    await site.person({ role: 'reader' }),
  ];
  const saved = await site.ask('/operator/announcements', { as: operator, form: notice });
  assert.equal(saved.status, 303);

  const page = await workspace(site, editor);
  assert.match(page, /Nu kan du kopiera &lt;b>poster/);
  assert.match(page, /Knappen finns i redigeraren/);
  assert.match(await workspace(site, editor, 'en'), /Now you can copy records/);
  assert.doesNotMatch(await workspace(site, reader), /Nu kan du kopiera/);
  for (const path of ['/', '/status', '/status.atom'])
    assert.doesNotMatch(await (await site.ask(path)).text(), /Nu kan du kopiera/, path);

  const [, action = ''] = /action="(\/account\/notices\/[^"]+)"/.exec(page) ?? [];
  const closed = await site.ask(action, { as: editor, form: { to: `/workspace/${own}` } });
  assert.equal(closed.headers.get('location'), `/workspace/${own}`);
  assert.doesNotMatch(await workspace(site, editor), /Nu kan du kopiera/);
  assert.match(await workspace(site, colleague), /Nu kan du kopiera/);

  const away = await site.ask(action, { as: colleague, form: { to: '//evil.example' } });
  assert.equal(away.headers.get('location'), '/workspace');
});

test('a notice that is over is shown to nobody, and one that is not there is not put away', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const editor = await site.person({ role: 'editor' });
  const form = { ...notice, starts: '2020-01-01T08:00', ends: '2020-01-02T08:00' };
  assert.equal((await site.ask('/operator/announcements', { as: operator, form })).status, 303);
  assert.doesNotMatch(await workspace(site, editor), /Nu kan du kopiera/);
  const nothing = `/account/notices/${site.application.context.newId()}/dismiss`;
  assert.equal((await site.ask(nothing, { as: editor, form: {} })).status, 404);
});

async function workspace(site: Site, as: SignedInPerson, language = 'sv'): Promise<string> {
  const reply = await site.ask(`/workspace/${own}`, {
    as,
    headers: { Accept: 'text/html', 'Accept-Language': language },
  });
  assert.equal(reply.status, 200);
  return reply.text();
}

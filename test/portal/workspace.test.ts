import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { dataset } from '../http/descriptions.ts';
import { foreign, openSite, own, type Site } from '../http/site.ts';

const asPage = { Accept: 'text/html' };

async function page(
  site: Site,
  path: string,
  as: Parameters<Site['ask']>[1] = {},
): Promise<string> {
  const reply = await site.ask(path, { headers: asPage, ...as });
  assert.equal(reply.status, 200, path);
  return reply.text();
}

/** A draft, and a published dataset with an address that does not answer. */
async function openWorkplace(t: TestContext): Promise<Site> {
  const site = await openSite(t);
  for (const name of ['utkast-om-bad', 'publik-om-bad']) {
    await site.askJson(201, `/api/v1/datasets?organization=${own}&name=${name}`, {
      as: 'editor',
      body: dataset(),
    });
  }
  await site.askJson(200, '/api/v1/datasets/publik-om-bad/publish', {
    as: 'editor',
    method: 'POST',
  });
  await site.application.quality.catchUp();
  return site;
}

test('whoever is no member finds no workspace, whether or not there is one', async (t) => {
  const site = await openSite(t);
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  for (const rest of ['', '/datasets']) {
    const [there, nowhere] = await Promise.all(
      [own, 'finns-inte'].map((name) =>
        site.ask(`/workspace/${name}${rest}`, {
          as: stranger,
          headers: { Accept: 'application/json' },
        }),
      ),
    );
    assert.equal(there?.status, 404);
    assert.equal(nowhere?.status, 404);
    const bare = async (reply: Response | undefined, name: string) =>
      (await reply?.text())?.replaceAll(name, 'x').replace(/"requestId":"[^"]*"/, '');
    assert.equal(await bare(there, own), await bare(nowhere, 'finns-inte'));
  }
});

test('a workspace asks for sign-in and comes back', async (t) => {
  const site = await openSite(t);
  const reply = await site.ask(`/workspace/${own}/datasets?state=draft`, { headers: asPage });
  assert.equal(reply.status, 303);
  assert.equal(
    reply.headers.get('location'),
    `/sign-in?next=${encodeURIComponent(`/workspace/${own}/datasets?state=draft`)}`,
  );
});

test('the rail shows what the person may do, and nothing else', async (t) => {
  const site = await openSite(t);
  const administrator = await site.person({ role: 'administrator' });
  const reader = await site.person({ role: 'reader' });
  const all = await page(site, `/workspace/${own}`, { as: administrator });
  const few = await page(site, `/workspace/${own}`, { as: reader });
  for (const place of ['members', 'profile', 'tokens', 'log']) {
    assert.match(all, new RegExp(`href="/workspace/${own}/${place}"`), place);
    assert.doesNotMatch(few, new RegExp(`href="/workspace/${own}/${place}"`), place);
  }
  assert.match(few, /aria-current="page"/);
  assert.doesNotMatch(few, /datasets\/new/);
});

test('who has one workspace is sent there, who has none is told what to do', async (t) => {
  const site = await openSite(t);
  const editor = await site.person({ role: 'editor' });
  const reply = await site.ask('/workspace', { as: editor, headers: asPage });
  assert.equal(reply.headers.get('location'), `/workspace/${own}`);
  const operator = await site.person('operator');
  assert.match(await page(site, '/workspace', { as: operator }), /\/operator\/organizations/);
});

test('the list has drafts, is searched and narrowed, and offers boxes to those who may edit', async (t) => {
  const site = await openWorkplace(t);
  const editor = await site.person({ role: 'editor' });
  const all = await page(site, `/workspace/${own}/datasets`, { as: editor });
  assert.match(all, /name="dataset\.utkast-om-bad"/);
  assert.match(all, /name="dataset\.publik-om-bad"/);
  assert.match(all, /action="\/workspace\/umea\/bulk"/);
  const drafts = await page(site, `/workspace/${own}/datasets?state=draft&sort=title`, {
    as: editor,
  });
  assert.doesNotMatch(drafts, /dataset\.publik-om-bad/);
  const byScore = await page(site, `/workspace/${own}/datasets?sort=score`, { as: editor });
  assert.match(byScore, /dataset\.publik-om-bad[\s\S]*dataset\.utkast-om-bad/);
  const none = await page(site, `/workspace/${own}/datasets?q=xylofon`, { as: editor });
  assert.match(none, /Inga poster passar/);
  const reader = await site.person({ role: 'reader' });
  const bare = await page(site, `/workspace/${own}/datasets`, { as: reader });
  assert.match(bare, /utkast-om-bad/);
  assert.doesNotMatch(bare, /type="checkbox"/);
});

test('the overview begins with what needs somebody', async (t) => {
  const site = await openWorkplace(t);
  const editor = await site.person({ role: 'editor' });
  const html = await page(site, `/workspace/${own}`, { as: editor });
  assert.match(html, /1 utkast är inte publicerat/);
  assert.match(html, new RegExp(`href="/workspace/${own}/datasets\\?state=draft"`));
  assert.match(html, /av 405/);
});

test('an organisation that has described nothing is told what to do first, each as far as their rights go', async (t) => {
  const site = await openSite(t);
  const path = `/workspace/${own}`;
  const steps = async (role: 'administrator' | 'editor' | 'reader') => {
    const html = await page(site, path, { as: await site.person({ role }) });
    const list = /<ol class="first-steps">[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
    return [...list.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  };
  const first = [`${path}/datasets/new`, `${path}/import`];
  assert.deepEqual(await steps('administrator'), [`${path}/profile`, `${path}/members`, ...first]);
  assert.deepEqual(await steps('editor'), first);
  assert.deepEqual(await steps('reader'), []);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=utkast`, {
    as: 'editor',
    body: dataset(),
  });
  assert.deepEqual(await steps('administrator'), []);
});

test('addresses are checked when somebody of the organisation says so, and not for readers or other sites', async (t) => {
  const site = await openWorkplace(t);
  const path = `/workspace/${own}/check-links`;
  const reader = await site.person({ role: 'reader' });
  assert.equal((await site.ask(path, { as: reader, form: {} })).status, 403);
  const editor = await site.person({ role: 'editor' });
  const forged = await site.ask(path, {
    as: { ...editor, csrf: 'forged' },
    form: {},
  });
  assert.equal(forged.status, 403);
  const taken = await site.ask(path, { as: editor, form: {} });
  assert.equal(taken.headers.get('location'), `/workspace/${own}?done=links`);
});

test('public pages say who is in, and a kept page of everybody is not taken for theirs', async (t) => {
  const site = await openWorkplace(t);
  const before = await site.ask('/datasets/publik-om-bad', { headers: asPage });
  assert.match(await before.text(), /href="\/sign-in\?next=/);
  const editor = await site.person({ role: 'editor' });
  const again = await site.ask('/datasets/publik-om-bad', {
    as: editor,
    headers: { ...asPage, 'If-None-Match': before.headers.get('etag') ?? '' },
  });
  assert.equal(again.status, 200);
  assert.equal(again.headers.get('cache-control'), 'private, no-store');
  assert.match(await again.text(), /action="\/sign-out"/);
});

test('what readers do is counted, and what the owners and robots do is not', async (t) => {
  const site = await openWorkplace(t);
  const editor = await site.person({ role: 'editor' });
  const browser = { ...asPage, 'User-Agent': 'Mozilla/5.0 Firefox/140.0' };
  await site.ask('/datasets/publik-om-bad', { headers: browser });
  await site.ask('/datasets/publik-om-bad.ttl', { headers: { 'User-Agent': 'curl/8' } });
  await site.ask('/datasets/publik-om-bad', { headers: { ...browser, 'User-Agent': 'bingbot/2' } });
  await site.ask('/datasets/publik-om-bad', { as: editor, headers: browser });
  await site.drain();
  const organization = site.organizations.get(own) ?? '';
  const [counted] = await site.application.store.usage.usage(organization, '2000-01-01', 9);
  assert.deepEqual([counted?.views, counted?.downloads], [1, 1]);
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { dataset } from './descriptions.ts';
import { base, openSite, own, type Site } from './site.ts';

/** Two versions of a draft, then two that are public. */
async function lived(t: TestContext): Promise<Site> {
  const site = await openSite(t);
  const { askJson } = site;
  const item = '/api/v1/datasets/bad';
  const guarded = { as: 'editor', method: 'PUT', headers: { 'If-Match': '*' } } as const;
  await askJson(201, `/api/v1/datasets?organization=${own}&name=bad`, {
    as: 'editor',
    body: dataset('Hemligt'),
  });
  await askJson(200, item, { ...guarded, body: dataset('Hemligare') });
  await askJson(200, item, { ...guarded, body: dataset('Öppet') });
  await askJson(200, `${item}/publish`, { as: 'editor', method: 'POST' });
  await askJson(200, item, { ...guarded, body: dataset('Öppnare') });
  return site;
}

const types = {
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ttl: 'text/turtle; charset=utf-8',
  rdf: 'application/rdf+xml; charset=utf-8',
  jsonld: 'application/ld+json',
  nt: 'application/n-triples; charset=utf-8',
} as const;

const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

/** What each `Accept` gets. */
const wishes: readonly (readonly [accept: string, suffix: keyof typeof types])[] = [
  ['*/*', 'json'],
  ['application/json', 'json'],
  ['application/*', 'json'],
  [browser, 'html'],
  ['text/html', 'html'],
  ['text/turtle', 'ttl'],
  ['text/turtle;q=0.5, application/rdf+xml', 'rdf'],
  ['text/*;q=0.1, text/turtle;q=0.9', 'ttl'],
  ['application/rdf+xml', 'rdf'],
  ['application/ld+json', 'jsonld'],
  ['application/n-triples', 'nt'],
  ['image/png, application/n-triples;q=0.1', 'nt'],
  ['*/*;q=0.1, application/json;q=0, text/html;q=0', 'ttl'],
];

test('the reader gets the form that it likes best, at the address of the thing', async (t) => {
  const { ask } = await lived(t);
  for (const [accept, suffix] of wishes) {
    const reply = await ask('/datasets/bad', { headers: { Accept: accept } });
    assert.equal(reply.status, 200, accept);
    assert.equal(reply.headers.get('content-type'), types[suffix], accept);
    await reply.body?.cancel();
  }
});

test('a suffix and ?format= say it too, and are stronger than Accept', async (t) => {
  const { ask } = await lived(t);
  for (const [suffix, type] of Object.entries(types)) {
    for (const path of [`/datasets/bad.${suffix}`, `/datasets/bad?format=${suffix}`]) {
      for (const accept of ['*/*', 'text/turtle', 'application/json;q=0']) {
        const reply = await ask(path, { headers: { Accept: accept } });
        assert.equal(reply.headers.get('content-type'), type, `${path} ${accept}`);
        await reply.body?.cancel();
      }
    }
  }
});

test('a form or profile that there is not is refused with those that there are', async (t) => {
  const { ask } = await lived(t);
  const refused = await ask('/datasets/bad', { headers: { Accept: 'image/png' } });
  assert.equal(refused.status, 406);
  assert.deepEqual(
    new Set(((await refused.json()) as { available: string[] }).available),
    new Set(Object.values(types).map((type) => type.replace(/;.*/, ''))),
  );
  assert.equal((await ask('/datasets/bad?format=pdf')).status, 406);
  assert.equal((await ask('/datasets/bad.pdf')).status, 404);
  const profile = await ask('/datasets/bad.ttl?profile=no');
  assert.equal(profile.status, 406);
  assert.deepEqual(((await profile.json()) as { available: string[] }).available, [
    'https://docs.dataportal.se/dcat/3.0.1/sv/',
    'http://data.europa.eu/r5r/',
  ]);
});

test('the profile is chosen by parameter or by Accept-Profile, and named in the reply', async (t) => {
  const { ask } = await lived(t);
  const of = async (path: string, header?: string) => {
    const reply = await ask(path, {
      headers: header === undefined ? {} : { 'Accept-Profile': header },
    });
    await reply.body?.cancel();
    return reply.headers.get('content-profile');
  };
  const se = '<https://docs.dataportal.se/dcat/3.0.1/sv/>';
  const eu = '<http://data.europa.eu/r5r/>';
  for (const suffix of ['ttl', 'rdf', 'jsonld', 'nt']) {
    assert.equal(await of(`/datasets/bad.${suffix}`), se);
    assert.equal(await of(`/datasets/bad.${suffix}?profile=eu`), eu);
    assert.equal(await of(`/datasets/bad.${suffix}`, `${se};q=0.4, ${eu}`), eu);
    assert.equal(await of(`/datasets/bad.${suffix}?profile=se`, eu), se);
  }
});

test('all syntaxes say the same of a record', async (t) => {
  const { ask } = await lived(t);
  const lines = new Set<string>();
  for (const suffix of ['ttl', 'rdf', 'jsonld', 'nt'] as const) {
    const text = await (await ask(`/datasets/bad.${suffix}`)).text();
    const converted = await ask('/api/v1/convert', {
      headers: { 'Content-Type': types[suffix], Accept: 'application/n-triples' },
      body: text,
    });
    assert.equal(converted.status, 200, suffix);
    const statements = (await converted.text()).split('\n').filter((line) => line !== '');
    assert.ok(statements.length > 10);
    lines.add(statements.toSorted().join('\n'));
  }
  assert.equal(lines.size, 1);
});

test('versions that were public are there in every form, and drafts only for their owners', async (t) => {
  const { ask, askJson } = await lived(t);
  for (const suffix of Object.keys(types)) {
    for (const [version, title] of [
      [4, 'Öppet'],
      [5, 'Öppnare'],
    ] as const) {
      const reply = await ask(`/datasets/bad/versions/${version}.${suffix}`);
      assert.equal(reply.status, 200);
      const text = (await reply.text()).replaceAll('\\u00D6', 'Ö');
      assert.ok(text.includes(title), `${suffix} ${version}`);
    }
    for (const version of [1, 2, 3, 6]) {
      assert.equal((await ask(`/datasets/bad/versions/${version}.${suffix}`)).status, 404);
    }
    const draft = await ask(`/datasets/bad/versions/1.${suffix}`, { as: 'editor' });
    assert.equal(draft.status, 200);
    assert.match(draft.headers.get('cache-control') ?? '', /no-store/);
    assert.equal((await ask(`/datasets/bad/versions/1.${suffix}`, { as: 'stranger' })).status, 404);
  }
  const numbers = async (as?: 'editor' | 'stranger') => {
    const { items } = await askJson(200, '/api/v1/datasets/bad/versions', { as });
    return (items as { version: number }[]).map((item) => item.version);
  };
  assert.deepEqual(await numbers(), [5, 4]);
  assert.deepEqual(await numbers('stranger'), [5, 4]);
  assert.deepEqual(await numbers('editor'), [5, 4, 3, 2, 1]);
  assert.equal((await ask('/datasets/bad/versions/0')).status, 404);
  assert.equal((await ask('/datasets/bad/versions/x')).status, 404);
});

test('a withdrawn record is a tombstone everywhere but to its owners', async (t) => {
  const { ask, askJson } = await lived(t);
  await askJson(200, '/api/v1/datasets/bad/withdraw', { as: 'editor', method: 'POST' });
  const paths = ['.json', '.ttl', '.rdf', '/versions/4.ttl', '/versions/5'];
  for (const path of [
    ...paths.map((rest) => `/datasets/bad${rest}`),
    '/api/v1/datasets/bad',
    '/api/v1/datasets/bad/versions',
    '/api/v1/datasets/bad/versions/4',
  ]) {
    for (const as of [undefined, 'stranger'] as const) {
      const reply = await ask(path, { as });
      assert.equal(reply.status, 410, `${path} ${as}`);
      assert.match(await reply.text(), /Öppnare.*drogs tillbaka/);
    }
  }
  assert.equal((await ask('/api/v1/datasets/bad', { as: 'editor' })).status, 200);
  for (const [as, total] of [
    [undefined, 0],
    ['stranger', 0],
    ['editor', 1],
    ['operator', 1],
  ] as const) {
    const list = await askJson(200, '/api/v1/datasets?state=withdrawn', { as });
    assert.equal(list.total, total);
    assert.equal((list.items as []).length, total);
  }
  assert.equal((await askJson(200, '/api/v1/datasets')).total, 0);
});

test('pages are HTML whose only scripts are ours, whatever the data holds', async (t) => {
  const { ask, askJson, searched } = await openSite(t);
  const nasty = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  await askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true`, {
    as: 'editor',
    body: { ...dataset(nasty), keyword: { sv: [nasty, 'javascript:alert(1)'] } },
  });
  await searched();
  for (const path of [
    '/',
    '/organizations',
    '/datasets',
    '/datasets/bad',
    `/organizations/${own}`,
    '/series',
    '/services',
    '/vocabularies',
    '/vocabularies/data-theme',
    '/problems/gone',
  ]) {
    for (const language of ['sv', 'en'] as const) {
      const reply = await ask(path, { headers: { Accept: browser, 'Accept-Language': language } });
      assert.equal(reply.status, 200, path);
      assert.equal(reply.headers.get('content-type'), types.html, path);
      assert.match(reply.headers.get('vary') ?? '', /Accept-Language/, path);
      const html = await reply.text();
      assert.ok(html.includes(`<html lang="${language}">`), path);
      assert.equal((html.match(/<h1[ >]/g) ?? []).length, 1, path);
      assert.doesNotMatch(html, /<img src=x|<[^>"]*\son\w+=|href="javascript:/i, path);
      // Files of ours, and descriptions as data, in which no tag can end the element.
      for (const [, attributes = ''] of html.matchAll(/<script([^>]*)>/gi))
        assert.match(attributes, /src="\/assets\/|type="application\/ld\+json"/, path);
      const policy = reply.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.doesNotMatch(policy, /unsafe/);
    }
  }
});

test('every link of every page leads somewhere', async (t) => {
  const { ask, askJson, searched } = await openSite(t);
  await askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true`, {
    as: 'editor',
    body: dataset(),
  });
  await searched();
  const waiting = ['/'];
  const seen = new Set(waiting);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const reply = await ask(path, { headers: { Accept: browser } });
    assert.equal(reply.status, 200, path);
    const html = await reply.text();
    for (const [, href = ''] of html.matchAll(/<a href="([^"]+)"/g)) {
      const address = href.replaceAll('&amp;', '&');
      const inside = (address.startsWith(base) ? address.slice(base.length) : address).replace(
        /#.*/,
        '',
      );
      // Facets lead to each other without end: one step into them is enough.
      if (!inside.startsWith('/') || seen.has(inside) || inside.includes('&')) continue;
      seen.add(inside);
      waiting.push(inside);
    }
  }
  assert.ok(seen.has('/datasets/bad') && seen.has('/datasets/bad.ttl'), [...seen].join(' '));
});

test('large answers are compressed as the reader likes, and their tags say so', async (t) => {
  const { ask } = await lived(t);
  for (const coding of ['br', 'gzip', 'zstd']) {
    const reply = await ask('/datasets/bad.ttl', { headers: { 'Accept-Encoding': coding } });
    assert.equal(reply.headers.get('content-encoding'), coding);
    assert.match(reply.headers.get('vary') ?? '', /Accept-Encoding/);
    const etag = reply.headers.get('etag') ?? '';
    assert.match(etag, new RegExp(`-${coding}"$`));
    const again = await ask('/datasets/bad.ttl', {
      headers: { 'Accept-Encoding': coding, 'If-None-Match': etag },
    });
    assert.equal(again.status, 304);
    const put = await ask('/api/v1/datasets/bad', {
      as: 'editor',
      method: 'PUT',
      headers: { 'If-Match': etag },
      body: dataset('Öppnare'),
    });
    assert.equal(put.status, 200, 'a compressed tag names the version as well');
    await reply.arrayBuffer();
  }
});

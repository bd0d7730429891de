import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset, series, service } from '../http/descriptions.ts';
import { base, openSite, own, type Site } from '../http/site.ts';

/** The address of a record in the API, and a page as a browser asks for it. */
const api = (kind: string, name: string) => `/api/v1/${kind}/${name}`;

async function publish(site: Site, kind: string, name: string, body: JsonObject): Promise<void> {
  await site.askJson(201, `/api/v1/${kind}?organization=${own}&name=${name}&publish=true`, {
    as: 'editor',
    body,
  });
}

async function change(site: Site, name: string, body: JsonObject): Promise<void> {
  const { headers } = await site.ask(api('datasets', name), { as: 'editor' });
  const reply = await site.ask(api('datasets', name), {
    as: 'editor',
    method: 'PUT',
    headers: { 'If-Match': headers.get('etag') ?? '' },
    body,
  });
  assert.equal(reply.status, 200, await reply.text());
}

async function page(site: Site, path: string, status = 200, language = 'sv'): Promise<string> {
  const reply = await site.ask(path, {
    headers: { Accept: 'text/html', 'Accept-Language': language },
  });
  const text = await reply.text();
  assert.equal(reply.status, status, `${path}: ${text.slice(0, 2000)}`);
  assert.match(reply.headers.get('content-type') ?? '', /^text\/html/);
  return text;
}

const standard = 'https://lankadedata.example.se/spec/badplatser/1.0';

async function siteWithRecords(t: Parameters<typeof openSite>[0]): Promise<Site> {
  const site = await openSite(t);
  await publish(site, 'series', 'bad-ar', series('Bad år för år'));
  await publish(site, 'datasets', 'bad-2025', {
    ...dataset('Badplatser 2025'),
    inSeries: [`${base}/series/bad-ar`],
    conformsTo: [standard],
    temporal: [{ startDate: '2025-01-01', endDate: '2025-12-31' }],
  });
  await publish(site, 'datasets', 'bad-2024', {
    ...dataset('Badplatser 2024'),
    inSeries: [`${base}/series/bad-ar`],
    temporal: [{ startDate: '2024-01-01', endDate: '2024-12-31' }],
  });
  await publish(site, 'services', 'bad-api', {
    ...service(),
    servesDataset: [`${base}/datasets/bad-2025`],
  });
  await site.searched();
  return site;
}

test('a dataset has a page with its data, ready steps, and all its other forms', async (t) => {
  const site = await siteWithRecords(t);
  const html = await page(site, '/datasets/bad-2025');
  assert.match(html, /<h1[^>]*>Badplatser 2025<\/h1>/);
  assert.match(html, /href="\/organizations\/umea"[^>]*>Umeå kommun/);
  assert.match(html, /curl --fail --location --output/);
  assert.match(html, /href="\/series\/bad-ar"[^>]*>Bad år för år/);
  assert.match(html, /href="\/services\/bad-api"/);
  assert.match(html, /href="\/themes\/ENVI"/);
  for (const suffix of ['ttl', 'rdf', 'jsonld', 'nt', 'json']) {
    assert.match(html, new RegExp(`href="/datasets/bad-2025\\.${suffix}"`));
  }
  assert.match(
    html,
    /<link rel="canonical" href="https:\/\/data\.example\.se\/datasets\/bad-2025"/,
  );
  const told = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
  assert.equal((JSON.parse(told) as JsonObject).name, 'Badplatser 2025');
});

test('the page of a dataset is in the language of its reader', async (t) => {
  const site = await siteWithRecords(t);
  const html = await page(site, '/datasets/bad-2025', 200, 'en');
  assert.match(html, /<h1[^>]*>Badplatser 2025 \(English\)<\/h1>/);
  assert.match(html, /Files and services|>Data</);
  assert.doesNotMatch(html, /Ladda ner|Utgivare|Mer information/);
});

test('a series shows its datasets in the order of time', async (t) => {
  const site = await siteWithRecords(t);
  const html = await page(site, '/series/bad-ar');
  assert.ok(html.indexOf('/datasets/bad-2024') > 0);
  assert.ok(html.indexOf('/datasets/bad-2024') < html.indexOf('/datasets/bad-2025'));
});

test('a service shows where it is, how to call it, and what it gives', async (t) => {
  const site = await siteWithRecords(t);
  const html = await page(site, '/services/bad-api');
  assert.match(
    html,
    /curl --fail --location &#39;https:\/\/api\.umea\.se|curl --fail --location 'https:\/\/api\.umea\.se/,
  );
  assert.match(html, /href="\/datasets\/bad-2025"[^>]*>Badplatser 2025/);
});

test('an organisation shows what it shares by theme, and its whole catalogue', async (t) => {
  const site = await siteWithRecords(t);
  const html = await page(site, '/organizations/umea');
  assert.match(html, /href="\/datasets\?theme=ENVI&amp;organization=umea"/);
  assert.match(html, /href="\/organizations\/umea\/catalog\.rdf"/);
});

test('themes and standards have pages with counts that lead to searches', async (t) => {
  const site = await siteWithRecords(t);
  assert.match(
    await page(site, '/themes/ENVI'),
    /href="\/datasets\?theme=ENVI&amp;organization=umea"/,
  );
  await page(site, '/themes/FINNSINTE', 404);
  const address = `/standards?iri=${encodeURIComponent(standard)}`;
  assert.ok((await page(site, '/standards')).includes(address.replaceAll('&', '&amp;')));
  const html = await page(site, address);
  assert.match(html, /<h1[^>]*>badplatser 1\.0<\/h1>/);
  assert.match(html, /href="\/datasets\/bad-2025"/);
  await page(site, '/standards?iri=https%3A%2F%2Fingen.example%2F', 404);
});

test('versions have lasting addresses, and what differs between them can be read', async (t) => {
  const site = await siteWithRecords(t);
  await change(site, 'bad-2025', {
    ...dataset('Badplatser 2025'),
    description: { sv: 'Kommunala badplatser vid havet.', en: 'Municipal bathing places.' },
  });
  const html = await page(site, '/datasets/bad-2025');
  assert.match(html, /href="\/datasets\/bad-2025\/versions\/2\/changes"/);
  assert.match(await page(site, '/datasets/bad-2025/versions'), /\/versions\/1"/);
  const changes = await page(site, '/datasets/bad-2025/versions/2/changes');
  assert.match(changes, /<ins>.* vid havet\.<\/ins>/);
  assert.match(changes, /<del>/);
  await page(site, '/datasets/bad-2025/versions/2/changes?from=1');
  await page(site, '/datasets/bad-2025/versions/9/changes', 404);
  await page(site, '/datasets/bad-2025/versions/2/changes?from=9', 404);
  const old = await page(site, '/datasets/bad-2025/versions/1');
  assert.match(old, /Den gäller inte längre/);
  assert.match(old, /<meta name="robots" content="noindex"/);
});

test('drafts and their versions are seen by their own organisation alone', async (t) => {
  const site = await openSite(t);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=utkast`, {
    as: 'editor',
    body: dataset('Utkast'),
  });
  for (const path of ['', '/versions', '/versions/1', '/versions/1/changes']) {
    const asked = { headers: { Accept: 'text/html' } };
    const address = `/datasets/utkast${path}`;
    assert.equal((await site.ask(address, asked)).status, 404, path);
    assert.equal((await site.ask(address, { ...asked, as: 'stranger' })).status, 404, path);
    const reply = await site.ask(address, { ...asked, as: 'editor' });
    assert.equal(reply.status, 200, path);
    assert.match(reply.headers.get('cache-control') ?? '', /no-store/, path);
  }
});

test('what was withdrawn says so, with its history', async (t) => {
  const site = await siteWithRecords(t);
  const { headers } = await site.ask(api('datasets', 'bad-2024'), { as: 'editor' });
  const reply = await site.ask(`${api('datasets', 'bad-2024')}/withdraw`, {
    as: 'editor',
    headers: { 'If-Match': headers.get('etag') ?? '' },
    body: {},
  });
  assert.equal(reply.status, 200);
  const html = await page(site, '/datasets/bad-2024', 410);
  assert.match(html, /<a href="\/datasets\?q=Badplatser\+2024">Sök efter ”Badplatser 2024”/);
  assert.match(html, /<a href="\/organizations\/umea">Mer från Umeå kommun/);
  await page(site, '/datasets/bad-2024/versions', 410);
  await page(site, '/datasets/bad-2024/versions/1/changes', 410);
});

test('what is not there is looked for by the words of its address', async (t) => {
  const site = await openSite(t);
  const html = await page(site, '/datasets/badplatser-i-umea', 404);
  assert.match(html, /<input[^>]* name="q"[^>]* value="badplatser i umea"/);
  assert.match(html, /<a href="\/datasets\?q=badplatser\+i\+umea">/);
  assert.doesNotMatch(await page(site, '/ingenting-alls', 404), /ingenting alls/);
});

test('while search is away, pages of themes and standards say so, and a record has its page', async (t) => {
  const site = await openSite(t, { elasticsearchUrl: 'http://127.0.0.1:9' });
  await publish(site, 'series', 'bad-ar', series('Bad år för år'));
  for (const path of [
    '/themes/ENVI',
    '/standards',
    `/standards?iri=${encodeURIComponent(standard)}`,
  ]) {
    assert.match(await page(site, path, 503), /Sökningen (?:svarar inte|är borta)/, path);
  }
  assert.match(await page(site, '/series/bad-ar'), /Inga publicerade datamängder/);
});

test('a series has the datasets of other organisations too, and says whose they are', async (t) => {
  const site = await siteWithRecords(t);
  await site.askJson(201, '/api/v1/datasets?organization=malmo&name=bad-malmo&publish=true', {
    as: 'stranger',
    body: { ...dataset('Badplatser i Malmö'), inSeries: [`${base}/series/bad-ar`] },
  });
  await site.searched();
  const html = await page(site, '/series/bad-ar');
  assert.match(html, /Datamängder i serien \(3\)/);
  assert.match(html, /href="\/datasets\/bad-malmo"/);
  assert.match(html, /<a href="\/organizations\/malmo">Malmö stad<\/a>/);
});

test('a dataset has lines that fetch its description from here, and a small map of its place', async (t) => {
  const site = await openSite(t);
  await publish(site, 'datasets', 'bad', {
    ...dataset('Badplatser'),
    spatial: ['http://sws.geonames.org/602149'],
  });
  const html = await page(site, '/datasets/bad');
  const [, address = ''] =
    /curl --fail --location --output (?:'|&#39;)?bad\.ttl(?:'|&#39;)? (?:'|&#39;)?https:\/\/data\.example\.se([^'&<]+)/.exec(
      html,
    ) ?? [];
  assert.equal((await site.ask(address)).headers.get('content-type')?.split(';')[0], 'text/turtle');
  const [, outline = ''] = /<use class="map-land" href="([^"#]+)#land"/.exec(html) ?? [];
  const drawing = await site.ask(outline);
  assert.equal(drawing.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
  assert.match(await drawing.text(), /<path id="land"/);
  assert.match(html, /class="locator-(?:box|dot)"/);
});

test('junk from elsewhere makes a page all the same', async (t) => {
  const site = await openSite(t);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=skrap`, {
    as: 'editor',
    body: {
      title: { ar: 'أماكن السباحة' },
      description: {
        sv: `<script>alert(1)</script>[x](javascript:alert(1)) ${'y'.repeat(10_000)}`,
      },
      relation: ['javascript:alert(1)'],
      distribution: Array.from({ length: 60 }, (_, at) => ({
        '@type': 'Distribution',
        accessUrl: at % 2 === 0 ? `ftp://old.example.se/${at}` : `https://a.example/'$(x)-${at}`,
        format: 'application/x-unheard-of',
      })),
    },
  });
  const reply = await site.ask('/datasets/skrap', {
    as: 'editor',
    headers: { Accept: 'text/html' },
  });
  const html = await reply.text();
  assert.equal(reply.status, 200, html.slice(0, 500));
  assert.doesNotMatch(html, /<script>alert|href="(?:javascript|ftp):/);
  assert.match(html, /<h1 lang="ar" dir="auto"/);
});

test('of very long lists a page shows the beginning, says how much is left, and leads to the whole', async (t) => {
  const site = await openSite(t);
  const many = (make: (at: number) => string) => Array.from({ length: 700 }, (_, at) => make(at));
  const description = (sign: string) => ({
    title: { sv: 'Stor' },
    keyword: { sv: many((at) => `${sign}${at}`) },
    relation: many((at) => `https://a.example/${sign}${at}`),
    distribution: many((at) => `https://a.example/${sign}${at}`).map((accessUrl) => ({
      '@type': 'Distribution',
      accessUrl,
    })),
  });
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=stor`, {
    as: 'editor',
    body: description('a'),
  });
  await change(site, 'stor', description('b'));
  const page = async (path: string) =>
    (await site.ask(path, { as: 'editor', headers: { Accept: 'text/html' } })).text();
  const html = await page('/datasets/stor');
  assert.equal(html.match(/<li class="file"/g)?.length, 500);
  assert.equal(html.match(/… och 200 till, som finns i de andra formerna/g)?.length, 3);
  assert.match(html, /href="\/datasets\/stor\.ttl"/);
  const changes = await page('/datasets/stor/versions/2/changes');
  assert.equal(changes.match(/<ins>/g)?.length, 1500);
  // Keywords and relations that went and came, and distributions that say something else.
  assert.equal(changes.match(/… och 200 till/g)?.length, 5);
});

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { isJsonObject, type JsonObject } from '../../src/kernel/json.ts';
import { dataset, series, service } from './descriptions.ts';
import { base, foreign, openSite, own, type Site } from './site.ts';

const items = '/api/v1/datasets';
const authority = 'http://publications.europa.eu/resource/authority';

/** A site with three datasets, a series and a service that can be found. */
async function filled(t: TestContext): Promise<Site> {
  const site = await openSite(t);
  await post(site, 'bad', { ...about('Badplatser'), keyword: { sv: ['simning'] } });
  await post(site, 'lek', {
    ...about('Lekplatser'),
    theme: [`${authority}/data-theme/EDUC`],
    spatial: ['http://sws.geonames.org/2661886'],
    temporal: [{ '@type': 'PeriodOfTime', startDate: '2015-01-01', endDate: '2018-12-31' }],
  });
  await post(site, 'cykel', about('Cykelvägar'), foreign);
  await site.askJson(201, `/api/v1/series?organization=${own}&name=serie&publish=true`, {
    as: 'editor',
    body: series('Badvatten år för år'),
  });
  await site.askJson(201, `/api/v1/services?organization=${own}&name=api&publish=true`, {
    as: 'editor',
    body: service('Badplatser som API'),
  });
  await site.searched();
  return site;
}

/** A dataset whose title alone tells it from the others. */
function about(title: string): JsonObject {
  return { ...dataset(title), description: { sv: 'Läge och namn.', en: 'Position and name.' } };
}

async function post(site: Site, name: string, body: JsonObject, organization = own): Promise<void> {
  await site.askJson(201, `${items}?organization=${organization}&name=${name}&publish=true`, {
    as: organization === own ? 'editor' : 'stranger',
    body,
  });
}

function names(list: JsonObject): readonly unknown[] {
  assert.ok(Array.isArray(list.items));
  return list.items.map((item) =>
    isJsonObject(item) && isJsonObject(item.record) ? item.record.name : item,
  );
}

test('an inflected word finds the record, whole, and says why it is there', async (t) => {
  const site = await filled(t);
  const found = await site.askJson(200, `${items}?q=badplatserna`);
  assert.deepEqual(names(found), ['bad']);
  assert.equal(found.total, 1);
  assert.equal(found.next, null);
  assert.equal(found.relaxed, false);
  const [item] = found.items as readonly JsonObject[];
  const record = item?.record as JsonObject;
  const search = record.search as JsonObject;
  assert.deepEqual(search.title, { text: 'Badplatser', language: 'sv', marks: [[0, 10]] });
  assert.ok(Array.isArray(search.matches));
  const [first] = search.matches as readonly JsonObject[];
  assert.deepEqual(first, {
    query: 'badplatserna',
    found: 'Badplatser',
    field: 'title',
    tier: 'lemma',
  });
});

test('a found record can be sent back as it came', async (t) => {
  const site = await filled(t);
  const found = await site.askJson(200, `${items}?q=badplatserna`);
  const [item] = found.items as readonly JsonObject[];
  await site.askJson(200, `${items}/bad`, {
    as: 'editor',
    method: 'PUT',
    headers: { 'If-Match': '*' },
    body: item ?? {},
  });
});

test('facets are counted with their names in the language of the reader, and narrow', async (t) => {
  const site = await filled(t);
  const counted = await site.askJson(
    200,
    `${items}?q=&facets=theme&facets=organization&facets=place&facets=format`,
    { headers: { 'Accept-Language': 'en' } },
  );
  assert.equal(counted.total, 3);
  const facets = counted.facets as Readonly<Record<string, JsonObject>>;
  assert.deepEqual(facets.organization, {
    title: 'Organisation',
    values: [
      { value: own, label: 'Umeå kommun', count: 2 },
      { value: foreign, label: 'Malmö stad', count: 1 },
    ],
    more: false,
  });
  assert.deepEqual(facets.theme?.values, [
    { value: 'ENVI', label: 'Environment', count: 2 },
    { value: 'EDUC', label: 'Education, culture and sport', count: 1 },
  ]);
  assert.deepEqual(facets.format?.values, [
    { value: 'csv', label: 'CSV and text in columns', count: 3 },
    { value: 'csv/CSV', label: 'CSV', count: 3 },
  ]);
  const narrowed = await site.askJson(200, `${items}?theme=EDUC&theme=ENVI&organization=umea&q=`);
  assert.equal(narrowed.total, 2);
  assert.deepEqual(names(await site.askJson(200, `${items}?theme=EDUC`)), ['lek']);
});

test('what says nothing of its place is about the place of its municipality, and counts for the county too', async (t) => {
  const site = await filled(t);
  const { facets } = await site.askJson(200, `${items}?q=badplatser&facets=place`);
  const { place } = facets as Readonly<Record<string, { readonly values: readonly JsonObject[] }>>;
  assert.deepEqual(
    place?.values.map(({ label }) => label),
    ['Västerbottens län', 'Umeå'],
  );
  assert.deepEqual(names(await site.askJson(200, `${items}?bbox=19,63,21,65&sort=title`)), ['bad']);
});

test('years are those that the content is about', async (t) => {
  const site = await filled(t);
  assert.deepEqual(names(await site.askJson(200, `${items}?from=2017`)), ['lek']);
  assert.equal((await site.askJson(200, `${items}?from=2019`)).total, 0);
});

test('pages follow each other by cursor and by number', async (t) => {
  const site = await filled(t);
  const first = await site.askJson(200, `${items}?sort=title&limit=2`);
  assert.deepEqual(names(first), ['bad', 'cykel']);
  const links = first._links as Readonly<Record<string, JsonObject>>;
  const next = String(links.next?.href).slice(base.length);
  assert.deepEqual(names(await site.askJson(200, next)), ['lek']);
  assert.deepEqual(names(await site.askJson(200, `${items}?sort=title&limit=2&page=2`)), ['lek']);
});

test('series and services are searched at their own addresses, and all of them where people look', async (t) => {
  const site = await filled(t);
  assert.deepEqual(names(await site.askJson(200, '/api/v1/series?q=badvatten')), ['serie']);
  assert.deepEqual(names(await site.askJson(200, '/api/v1/services?q=badplats')), ['api']);
  const list = await site.askJson(200, '/datasets.json?q=badplats');
  assert.deepEqual((list.items as readonly JsonObject[]).map(({ name }) => name).sort(), [
    'api',
    'bad',
  ]);
});

test('a change is found once it is committed, and what is withdrawn is found no more', async (t) => {
  const site = await filled(t);
  await site.askJson(200, `${items}/bad`, {
    as: 'editor',
    method: 'PATCH',
    headers: { 'If-Match': '*', 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ title: { sv: 'Isbanor' } }),
  });
  await site.searched();
  assert.deepEqual(names(await site.askJson(200, `${items}?q=isbana`)), ['bad']);
  await site.askJson(200, `${items}/bad/withdraw`, { as: 'editor', method: 'POST' });
  await site.searched();
  assert.equal((await site.askJson(200, `${items}?q=isbana`)).total, 0);
});

test('an organisation that changes its name is found by the new one on all its records', async (t) => {
  const site = await filled(t);
  await site.askJson(200, `/api/v1/organizations/${own}`, {
    as: 'administrator',
    method: 'PATCH',
    headers: { 'If-Match': '*', 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ name: { sv: 'Björkstaden', en: 'Björkstaden' } }),
  });
  await site.searched();
  assert.equal((await site.askJson(200, `${items}?q=björkstaden`)).total, 2);
});

test('drafts are in no search, whoever asks', async (t) => {
  const site = await filled(t);
  await site.askJson(201, `${items}?organization=${own}&name=hemlig`, {
    as: 'editor',
    body: dataset('Hemliga källor'),
  });
  await site.searched();
  assert.equal((await site.askJson(200, `${items}?q=hemliga`, { as: 'editor' })).total, 0);
  await site.askJson(400, `${items}?q=hemliga&state=draft`, { as: 'editor' });
});

test('without a search the list is the store’s own, drafts of the own organisation among it', async (t) => {
  const site = await filled(t);
  await site.askJson(201, `${items}?organization=${own}&name=utkast`, {
    as: 'editor',
    body: dataset('Utkast'),
  });
  assert.equal(
    (await site.askJson(200, `${items}?organization=${own}`, { as: 'editor' })).total,
    3,
  );
  await site.askJson(404, `${items}?organization=nowhere`);
});

test('suggestions lead to records and to searches', async (t) => {
  const site = await filled(t);
  const { items: suggestions } = await site.askJson(200, '/api/v1/suggestions?q=badp');
  const [first] = suggestions as readonly JsonObject[];
  assert.equal(first?.type, 'title');
  assert.equal(first?.href, `${base}/datasets/bad`);
  const { items: by } = await site.askJson(200, '/api/v1/suggestions?q=simn');
  assert.ok(
    (by as readonly JsonObject[]).some(({ href }) => href === `${base}/datasets?keyword=simning`),
  );
});

const bad: readonly string[] = [
  'bbox=1,2,3',
  'bbox=a,b,c,d',
  'bbox=30,60,20,61',
  'bbox=0,0,181,1',
  'bbox=1e999,0,2,1',
  'from=2020&to=2010',
  'from=-1',
  'from=99999999999999999999',
  'to=tjugo',
  'sort=random',
  'page=0',
  'page=-1',
  'page=501&limit=20',
  'page=2&cursor=abc',
  'limit=0',
  'limit=100000',
  'cursor=abc',
  'cursor=WyJ4Il0',
  'cursor=%00',
  'q=a&q=b',
  'facets=everything',
  'facetLimit=0',
  'q=%E0%A4%A',
  `q=${'a'.repeat(2001)}`,
  'q[]=a',
  'q[$gt]=',
  'unknown=1',
];

test('what cannot be searched for is refused with the parameter that is at fault', async (t) => {
  const site = await filled(t);
  for (const query of bad) {
    const problem = await site.askJson(
      400,
      `${items}?sort=modified&${query}`.replace('sort=modified&sort=', 'sort='),
    );
    assert.ok(Array.isArray(problem.errors) && problem.errors.length > 0, query);
    const page = await site.ask(`/datasets?${query}`, { headers: { Accept: 'text/html' } });
    assert.equal(page.status, 400, query);
    await page.arrayBuffer();
  }
});

const odd: readonly string[] = [
  '"',
  '"badplats',
  '"""',
  '""',
  '-',
  '--',
  '-badplats',
  '- - -',
  'OR',
  'OR OR OR',
  'a OR',
  'ELLER',
  'AND NOT OR',
  'tema:',
  'tema:"',
  'format::csv',
  'utgivare:utgivare:utgivare:',
  'okänt:fält',
  ':',
  '(((((((((',
  'a) OR (b',
  'title:(quick OR brown)',
  '{!complexphrase}a*',
  '*',
  '**:*',
  'a*b?c~2^5',
  '[2020 TO 2024]',
  '/[a-z]+/',
  '\\',
  '\\"\\',
  '+a -b &&c ||d !e',
  "'; drop table record; --",
  '<script>alert(1)</script>',
  '#{jndi:ldap://x}',
  'NEAR(a b)',
  'a NEAR/2 b',
  '^a',
  '😀',
  '👩‍👩‍👧‍👦 badplats',
  '🇸🇪',
  'مرحبا بالعالم',
  '\u202Ebadplats\u202C',
  '\u0000',
  'bad\u0000plats',
  '\uFEFFbadplats',
  '\u200B\u200B',
  'a\u0301\u0301\u0301\u0301\u0301',
  '\uFFFF\uFFFE',
  '零一二三',
  'ﬁ ﬂ ﬃ Ⅷ ①',
  'İıſß',
  '\t\r\n\v\f',
  '   ',
  '0',
  '-1',
  'NaN Infinity -0 1e309',
  'null undefined true',
  '__proto__ constructor toString',
  'constructor:toString',
  '__proto__:x',
  `${'(a OR '.repeat(200)}`,
  `${'-'.repeat(1500)}`,
  `${'"a" '.repeat(400)}`,
  `${'tema:x '.repeat(200)}`,
  `${'ö'.repeat(900)}`,
  `${'badplats '.repeat(200)}`,
  `${'återvinningsstation'.repeat(80)}`,
  `${'😀'.repeat(400)}`,
];

test('whatever people type is answered', async (t) => {
  const site = await filled(t);
  for (const text of odd) {
    for (const address of [items, '/datasets.json', '/datasets.atom', '/api/v1/suggestions']) {
      const q = encodeURIComponent(
        address.endsWith('suggestions') ? text.slice(0, 100).toWellFormed() : text,
      );
      const reply = await site.ask(`${address}?q=${q}`);
      await reply.arrayBuffer();
      // 414: percent-encoded, the longest of them are longer than an address may be.
      assert.ok(
        [200, 400, 414].includes(reply.status),
        `${address} ${reply.status} ${text.slice(0, 50)}`,
      );
    }
    const page = await site.ask(`/datasets?q=${encodeURIComponent(text)}`, {
      headers: { Accept: 'text/html' },
    });
    await page.arrayBuffer();
    assert.ok([200, 400, 414].includes(page.status), `page ${page.status} ${text.slice(0, 50)}`);
  }
  const long = await site.ask(`${items}?q=${'a'.repeat(10_000)}`);
  assert.ok([400, 414].includes(long.status));
  assert.equal(site.lines.filter((line) => line.includes('"error"')).join(''), '');
});

test('filters of any text are answered', async (t) => {
  const site = await filled(t);
  for (const text of odd.filter((one) => one.length < 400)) {
    const value = encodeURIComponent(text);
    const reply = await site.ask(
      `${items}?theme=${value}&keyword=${value}&conformsTo=${value}&frequency=${value}`,
    );
    assert.equal(reply.status, 200, text);
    await reply.arrayBuffer();
  }
});

test('a search is narrowed by years with from and to, and year is refused instead of passed over', async (t) => {
  const site = await filled(t);
  assert.equal((await site.ask(`${items}?from=1850&to=1851`)).status, 200);
  const refused = await site.ask(`${items}?year=1850`);
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /year/);
});

test('organisations are searched as other lists are', async (t) => {
  const site = await filled(t);
  const found = await site.askJson(200, '/api/v1/organizations?q=malmö&facets=organizationType');
  assert.deepEqual(names(found), [foreign]);
  assert.equal(found.total, 1);
  assert.ok(isJsonObject(found.facets) && 'organizationType' in found.facets);
  assert.deepEqual(names(await site.askJson(200, '/api/v1/organizations?q=badplatser')), []);
  assert.deepEqual(names(await site.askJson(200, `/api/v1/organizations?organization=${own}`)), [
    own,
  ]);
  assert.equal((await site.askJson(200, '/api/v1/organizations')).total, 2);
});

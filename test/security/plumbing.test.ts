import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request as requestOver } from 'node:http';
import { test } from 'node:test';
import { readWorkbook } from '../../src/tables/workbook.ts';
import { openBrowser } from '../http/browser.ts';
import { dataset } from '../http/descriptions.ts';
import { base, openSite, own, type Site } from '../http/site.ts';
import { openJourney } from '../onboarding/journey.ts';
import { pathTo } from './make-thing.ts';

const forged = 'x\r\n{"level":"error","event":"forged"}\u001b[2J\u2028';

/** A request with heads and a path that `fetch` would not send. */
async function raw(site: Site, path: string, headers: Record<string, string>, body?: string) {
  const { hostname, port } = new URL(site.url);
  const sent = requestOver({
    hostname,
    port,
    path,
    headers,
    method: body === undefined ? 'GET' : 'POST',
  });
  sent.end(body);
  const [reply] = (await once(sent, 'response')) as [IncomingMessage];
  reply.resume();
  await once(reply, 'end');
  return reply;
}

test('what somebody sends is never a line of its own in the log (CVE-2024-27097)', async (t) => {
  const site = await openSite(t);
  const inHead = encodeURIComponent(forged);
  await raw(site, `/datasets/${inHead}`, {
    'User-Agent': '{"event":"forged"}\t',
    'X-Request-ID': '{"event":"forged"}',
    traceparent: '{"event":"forged"}',
  });
  await raw(site, `/api/v1/datasets?q=${inHead}&${inHead}=1`, {});
  await site.ask('/sign-in', {
    form: { email: forged, password: forged },
    headers: { Origin: base },
  });
  await site.ask('/contact', { form: { text: forged, name: forged }, headers: { Origin: base } });
  await site.ask(`/api/v1/datasets?organization=${own}`, {
    as: 'editor',
    body: { title: { sv: forged } },
  });
  assert.ok(site.lines.length >= 5);
  for (const line of site.lines) {
    const read = JSON.parse(line) as { readonly event: string };
    assert.notEqual(read.event, 'forged');
    assert.doesNotMatch(line.slice(0, -1), /[\p{Cc}\p{Zl}]/u, line);
    assert.ok(line.endsWith('}\n'));
  }
});

const climbing = [
  '..',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e%2fpackage.json',
  '..%5c..%5cpackage.json',
  '%00',
  '%252e%252e%252fpackage.json',
  'C:%5cx',
  '%c0%ae%c0%ae%2f',
  '%2fetc%2fpasswd',
  'file:%2f%2f%2fetc%2fpasswd',
];

test('no part of any address climbs out of where it belongs (CVE-2023-32321)', async (t) => {
  const site = await openSite(t);
  const operator = await site.person('operator');
  const wrong: string[] = [];
  for (const { method, path } of site.routes.filter(({ path }) => path.includes('{'))) {
    const filled = await pathTo(site, { path });
    const parts = path.split('/');
    for (const value of climbing) {
      const asked =
        filled
          .split('?')[0]
          ?.split('/')
          .map((part, index) =>
            parts[index]?.includes('{') && index === parts.findLastIndex((one) => one.includes('{'))
              ? value
              : part,
          )
          .join('/') ?? '';
      const api = path.startsWith('/api/');
      const headers = {
        ...(api
          ? { Authorization: `Bearer ${site.tokens.operator}` }
          : { Cookie: operator.cookie }),
        Host: 'data.example.se',
        Origin: base,
        'If-Match': '*',
        'Content-Type': api ? 'application/json' : 'application/x-www-form-urlencoded',
      };
      const reply = await raw(
        site,
        asked,
        headers,
        method === 'GET' ? undefined : api ? '{}' : `_csrf=${operator.csrf}`,
      );
      const status = reply.statusCode ?? 0;
      if (status < 400 || status >= 500) wrong.push(`${method} ${asked}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('X-Forwarded-For gives nobody more tries and nobody else’s name in the log, unless a proxy of ours is set', async (t) => {
  const site = await openSite(t);
  const browser = openBrowser(site);
  const statuses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    const reply = await browser.post(
      '/sign-in',
      { email: 'anna@example.se', password: 'fel lösenord' },
      {
        'X-Forwarded-For': `203.0.113.${tries}`,
        Forwarded: `for=203.0.113.${tries}`,
        'X-Real-IP': `203.0.113.${tries}`,
      },
    );
    statuses.push(reply.status);
    await reply.arrayBuffer();
  }
  assert.ok(statuses.includes(429), String(statuses));
  const person = await site.person({ role: 'administrator' });
  await site.ask('/account', {
    as: person,
    form: { name: 'Ny', language: 'sv' },
    headers: { 'X-Forwarded-For': '203.0.113.99' },
  });
  await site.ask('/operator', { as: person, headers: { 'X-Forwarded-For': '203.0.113.99' } });
  const events = JSON.stringify(await site.application.store.audit.list({ limit: 100 }));
  assert.doesNotMatch(events, /203\.0\.113/);
  assert.match(events, /127\.0\.0\.1/);
  assert.doesNotMatch(site.lines.join(''), /203\.0\.113/);
});

test('letters and pages lead to the site’s own address, whatever host the request names (CVE-2026-27959)', async (t) => {
  const { site, mail, operator } = await openJourney(t);
  const body = new URLSearchParams({ email: operator.email }).toString();
  for (const headers of [
    { Host: 'evil.example' },
    {
      Host: 'data.example.se',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
      Forwarded: 'host=evil.example',
    },
    { Host: 'evil.example:fake@data.example.se' },
  ]) {
    await raw(
      site,
      '/reset',
      {
        ...headers,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Sec-Fetch-Site': 'same-origin',
        'Content-Length': String(body.length),
      },
      body,
    );
    for (const path of [
      '/',
      '/datasets',
      '/catalog.ttl',
      '/api/v1/datasets',
      '/sitemap.xml',
      '/robots.txt',
    ]) {
      const { hostname, port } = new URL(site.url);
      const sent = requestOver({ hostname, port, path, headers });
      sent.end();
      const [reply] = (await once(sent, 'response')) as [IncomingMessage];
      const text = (await reply.setEncoding('utf8').toArray()).join('');
      assert.doesNotMatch(text + JSON.stringify(reply.headers), /evil\.example/, path);
    }
  }
  const [letter] = await mail.received(1);
  assert.match(letter?.message.text ?? '', /https:\/\/data\.example\.se\/reset\//);
  for (const { message } of await mail.received(mail.count()))
    assert.doesNotMatch(JSON.stringify(message), /evil/);
});

test('a draft that was removed is brought back by its own organisation alone (CVE-2026-24901)', async (t) => {
  const site = await openSite(t);
  const editor = await site.person({ role: 'editor' });
  const stranger = await site.person({ role: 'administrator', organization: 'malmo' });
  const path = `/workspace/${own}/datasets`;
  await site.ask(`${path}/new`, { as: editor, form: { title: 'Hemlig', name: 'hemlig' } });
  const gone = await site.ask(`${path}/hemlig/remove`, { as: editor, form: {} });
  assert.match(gone.headers.get('location') ?? '', /removed/);
  const page = await (await site.ask(`/workspace/${own}/removed`, { as: editor })).text();
  const [, field = '', value = ''] = /name="(id|revision|name)" value="([^"]+)"/.exec(page) ?? [];
  assert.notEqual(field, '', 'the page has something to bring back');
  for (const [whose, status] of [
    ['malmo', 404],
    [own, 404],
  ] as const) {
    const reply = await site.ask(`/workspace/${whose}/removed`, {
      as: stranger,
      form: { [field]: value },
    });
    assert.equal(reply.status, status, whose);
    await reply.arrayBuffer();
  }
  const theirs = await (await site.ask('/workspace/malmo/removed', { as: stranger })).text();
  assert.doesNotMatch(theirs, /Hemlig/);
  const back = await site.ask(`/workspace/${own}/removed`, {
    as: editor,
    form: { [field]: value },
  });
  assert.equal(back.status, 303);
});

test('nobody takes over what is there by making it again (CVE-2022-43685)', async (t) => {
  const site = await openSite(t);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=bad&publish=true`, {
    as: 'editor',
    body: dataset(),
  });
  const before = await site.askJson(200, '/api/v1/datasets/bad');
  const iri = String(before['@id']);
  const organization = await site.askJson(200, `/api/v1/organizations/${own}`);
  const tries: readonly (readonly [string, string, Record<string, unknown>])[] = [
    ['POST', '/api/v1/datasets?organization=malmo&name=bad', {}],
    ['POST', '/api/v1/datasets?organization=malmo&name=annan', { '@id': iri }],
    ['PUT', '/api/v1/datasets/bad', {}],
    ['PUT', '/api/v1/datasets/bad?organization=malmo', {}],
    ['PATCH', '/api/v1/datasets/bad', {}],
    ['POST', '/api/v1/series?organization=malmo&name=bad2', { '@id': iri }],
  ];
  for (const [method, path, extra] of tries) {
    const body = { ...dataset('Stulen'), ...extra } as ReturnType<typeof dataset>;
    const reply = await site.ask(path, {
      method,
      as: 'strange-administrator',
      body,
      headers: method === 'POST' ? {} : { 'If-Match': '*' },
    });
    await reply.arrayBuffer();
    if (reply.status < 400)
      assert.match(path, /annan|bad2/, 'only as something new, of an address of its own');
  }
  const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .\n<${iri}> a dcat:Dataset ; dcterms:title "Stulen"@sv .\n<${String(organization['@id'])}> a <http://xmlns.com/foaf/0.1/Agent> ; <http://xmlns.com/foaf/0.1/name> "Stulen"@sv .`;
  const imported = await site.ask('/api/v1/imports?organization=malmo&publish=true', {
    as: 'strange-administrator',
    headers: { 'Content-Type': 'text/turtle' },
    body: turtle,
  });
  await imported.arrayBuffer();
  assert.deepEqual(await site.askJson(200, '/api/v1/datasets/bad'), before);
  assert.deepEqual(await site.askJson(200, `/api/v1/organizations/${own}`), organization);
});

test('no cell of any file that leaves for a spreadsheet begins a formula', async (t) => {
  const site = await openSite(t);
  const administrator = await site.person({ role: 'administrator' });
  for (const [index, sign] of ['=', '+', '-', '@', '\t=', '\r='].entries()) {
    const text = `${sign}HYPERLINK("http://evil.example","x")`;
    const { title, ...rest } = dataset();
    assert.ok(title);
    const body = { ...rest, title: { sv: text, en: text }, keyword: { sv: [text] } };
    const made = await site.ask(`/api/v1/datasets?organization=${own}&name=formel-${index}`, {
      as: 'administrator',
      body,
    });
    await made.arrayBuffer();
    await site.ask('/account', { as: administrator, form: { name: text.trim(), language: 'sv' } });
    await site.ask('/api/v1/tokens', {
      as: 'administrator',
      body: { organization: own, name: text.trim(), scopes: ['read'], days: 1 },
    });
  }
  let cells = 0;
  for (const path of [`/workspace/${own}/export/csv`, `/workspace/${own}/log/export?form=csv`]) {
    const reply = await site.ask(path, { as: administrator });
    assert.equal(reply.status, 200, path);
    const text = await reply.text();
    const separated = /(?:^|[;,\n])(?:"((?:[^"]|"")*)"|([^";,\r\n]*))/g;
    for (const [, quoted, plain = ''] of text.replace(/^\ufeff/, '').matchAll(separated)) {
      cells += 1;
      assert.doesNotMatch(quoted ?? plain, /^(?:[=+@\t\r]|-\D)/, path);
    }
    assert.match(text, /HYPERLINK/, path);
  }
  assert.ok(cells > 50);
  const sheet = await site.ask(`/workspace/${own}/export/xlsx`, { as: administrator });
  const bytes = Buffer.from(await sheet.arrayBuffer());
  assert.match(JSON.stringify(await readWorkbook(bytes)), /HYPERLINK/);
});

const elsewhere = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%09/evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'https:evil.example',
  '/..//evil.example',
  'https://data.example.se@evil.example/',
  'https://data.example.se.evil.example/',
  '//evil.example\r\nX: 1',
];

test('no address that a request brings leads to another site (CVE-2025-32379)', async (t) => {
  const site = await openSite(t);
  const person = await site.person({ role: 'editor' });
  for (const next of elsewhere) {
    const query = encodeURIComponent(next);
    for (const [path, as] of [
      [`/sign-in?next=${query}`, person],
      [`/sign-in?next=${query}`, undefined],
      [`/account/prove?next=${query}`, person],
      [`/language?set=en&back=${query}`, undefined],
      [`/language?lang=en&back=${query}`, undefined],
      [`/language?to=en&back=${query}`, undefined],
      [`/sign-in/with/x?next=${query}`, undefined],
      [`/${next}`, undefined],
      [`/${next}/`, undefined],
      [`//evil.example/datasets/`, undefined],
    ] as const) {
      const reply = await raw(
        site,
        path.replace(/[\r\n\t ]/g, ''),
        as === undefined ? {} : { Cookie: as.cookie },
      );
      const location = reply.headers.location ?? '/';
      assert.equal(new URL(location, base).host, 'data.example.se', `${path} leads to ${location}`);
    }
    const posted = await site.ask('/sign-in', {
      as: person,
      form: { email: person.email, password: 'x', next },
    });
    assert.equal(new URL(posted.headers.get('location') ?? '/', base).host, 'data.example.se');
    await posted.arrayBuffer();
  }
});

test('no field of a form adds a head or a receiver to a letter', async (t) => {
  const { mail, post } = await openJourney(t);
  const evil = 'x\r\nBcc: ond@evil.example\r\nSubject: Stulen\r\n\r\n<x-evil>';
  for (const email of [
    'a@b.se\r\nBcc: ond@evil.example',
    'a@b.se,ond@evil.example',
    '"a@b.se" <ond@evil.example>',
    'a@b.se\u0000@evil.example',
  ]) {
    await post('/contact', { topic: 'content', name: evil, email, text: evil });
    await post('/reset', { email });
    await post('/register', { name: evil, email, password: 'tre lugna renar vid sjön' });
  }
  const taken = await post('/contact', {
    topic: 'content',
    name: evil,
    email: 'snall@example.se',
    text: evil,
  });
  assert.equal(taken.status, 303);
  await mail.received(1);
  for (const { envelope, message } of await mail.received(mail.count())) {
    assert.doesNotMatch(envelope.to.join(), /evil/);
    assert.deepEqual(message.bcc ?? [], []);
    assert.doesNotMatch(message.subject ?? '', /[\r\n]/);
    assert.doesNotMatch(message.html ?? '', /<x-evil/);
  }
});

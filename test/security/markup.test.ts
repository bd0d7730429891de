import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { base, openSite, own, type SignedInPerson, type Site } from '../http/site.ts';
import { openJourney } from '../onboarding/journey.ts';
import { chromium } from '../services/chromium.ts';
import { hostile } from './fill-forms.ts';
import { type HostileWriter, hostileWriter } from './hostile-writer.ts';
import { newTicket, pathTo } from './make-thing.ts';
import { pageReader } from './read-pages.ts';

const browser = await chromium();
after(() => ('missing' in browser ? undefined : browser.close()));

/** Forms that cannot take what is hostile: the first two want a secret that is right, the last a picture. */
const neverTaken = [
  '/account/second-factor',
  '/sign-in',
  '/workspace/{organization}/profile/logotype',
];

test('whatever is written in whichever form, no page, letter, feed or document has an element of it', async (t) => {
  if ('missing' in browser) return t.skip(browser.missing);
  const { site, operator, mail } = await openJourney(t);
  const writer = hostileWriter(site, await pageReader(browser));
  const administrator = await site.person({ role: 'administrator' });
  const ticket = await newTicket(site, 'Fråga');
  await addPasskey(site, administrator);
  const names = new Map<string, string>();
  for (const route of site.routes) {
    if (route.method !== 'GET' || route.tag !== 'portal') continue;
    const [, collection = ''] = /\/(datasets|series|services)\/\{name\}/.exec(route.path) ?? [];
    let path = await pathTo(site, route);
    if (collection !== '') {
      const name = names.get(collection) ?? /rights-\d+/.exec(path)?.[0] ?? '';
      names.set(collection, name);
      path = path.replace(/rights-\d+/, name);
    }
    if (route.path === '/support/{secret}') path = `/support/${ticket.secret}`;
    const as = route.path.startsWith('/operator') ? operator : administrator;
    await writer.write(path, route.access === 'person' ? as : undefined);
  }
  const asks = site.routes.filter(({ method, tag }) => method === 'GET' && tag === 'portal');
  for (const { path, parameters = [], access } of asks) {
    if (path.includes('{')) continue;
    for (const { name } of [...parameters, { name: 'x-evil' }]) {
      const asked = `${path}?${name}=${encodeURIComponent(hostile('zq0q'))}`;
      await writer.visit(asked, access === 'person' ? operator : undefined);
    }
  }
  await site.searched();
  await Promise.all([undefined, administrator, operator].map((as) => crawl(writer, as)));
  for (const { message } of await mail.received(mail.count())) {
    const reply = new Response(message.html, { headers: { 'Content-Type': 'text/html' } });
    await writer.look(`letter ${message.subject}`, reply);
    assert.doesNotMatch(message.subject ?? '', /[\r\n]/);
  }
  assert.deepEqual(writer.faults, []);
  assert.deepEqual(writer.refused().toSorted(), neverTaken);
  assert.ok(writer.taken.size > 30, `${writer.taken.size} forms took something`);
  assert.ok(
    writer.shown.size > 200,
    `${writer.shown.size} of ${writer.words.size} fields were met again`,
  );
});

test('no heading, cell, file name or harvested address becomes an element or a link that runs', async (t) => {
  if ('missing' in browser) return t.skip(browser.missing);
  const site = await openSite(t);
  const writer = hostileWriter(site, await pageReader(browser));
  const as = await site.person({ role: 'administrator' });
  const evil = hostile('zq1q');
  const cell = `"${evil.replaceAll('"', '""')}"`;
  for (const [name, text] of [
    [`${evil}.csv`, `${cell};${cell}\r\n${cell};${cell}\r\n`],
    [
      '\u202ecsv.exe.csv',
      `namn;titel (sv);${cell}\r\n${cell};${cell};${cell}\r\nx;\u202e${cell};javascript:evil()\r\n`,
    ],
    [`${evil}.xlsx`, cell],
  ] as const) {
    const body = new FormData();
    body.set('_csrf', as.csrf);
    body.set('file', new Blob([text]), name);
    const headers = { Cookie: as.cookie, Origin: base, Accept: 'text/html' };
    const reply = await fetch(`${site.url}/workspace/${own}/import`, {
      method: 'POST',
      headers,
      body,
    });
    assert.ok([200, 422].includes(reply.status), `${reply.status}`);
    await writer.look(name, reply);
  }
  const literal = JSON.stringify(evil);
  const turtle = `@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dcterms: <http://purl.org/dc/terms/> .
    <https://x.example.se/1> a dcat:Dataset ; dcterms:title ${literal}@sv ; dcterms:description ${literal}@sv ; dcat:keyword ${literal}@sv ;
    dcat:landingPage <javascript:alert(1)> ; dcterms:source <data:text/html,evil> ; dcat:distribution [ a dcat:Distribution ;
    dcterms:title ${literal}@sv ; dcat:accessURL <vbscript:evil> ; dcterms:license <javascript:evil> ] .`;
  const imported = await site.ask(`/api/v1/imports?organization=${own}`, {
    as: 'administrator',
    headers: { 'Content-Type': 'text/turtle' },
    body: turtle,
  });
  assert.match(await imported.text(), /"added":\s*\[\s*\{/);
  const list = await writer.visit(`/workspace/${own}/datasets`, as);
  const records = (list?.links ?? []).filter((link) => /\/datasets\/[^/?]+/.test(link));
  assert.ok(records.length > 0);
  for (const link of records) {
    await writer.visit(link, as);
    await writer.visit(link.replace(/\/edit$/, '/preview'), as);
    await writer.visit(link.replace(/^\/workspace\/[^/]+(.*)\/edit$/, '$1'), as);
  }
  assert.deepEqual(writer.faults, []);
  assert.ok(writer.shown.has('zq1q'));
});

/** Follows the links of the site as somebody: of what is alike (searches, versions, themes) the first few. */
async function crawl(writer: HostileWriter, as: SignedInPerson | undefined): Promise<void> {
  const waiting =
    as === undefined
      ? ['/', '/datasets', `/organizations/${own}`, '/status', '/catalog.ttl']
      : [`/workspace/${own}`, '/operator', '/account'];
  const seen = new Set(waiting);
  const alike = new Map<string, number>();
  for (const path of waiting) {
    const page = await writer.visit(path, as);
    for (const link of page?.links ?? []) {
      if (!URL.canParse(link, base)) continue;
      const { origin, pathname, search, searchParams } = new URL(link, base + path);
      // A search leads to more searches without end.
      const next = path.includes('?') ? pathname : pathname + search;
      const kind = `${pathname.replace(/\/(themes|vocabularies|search)\/.*|[\da-f-]{36}|\d+/g, '#')} ${[...searchParams.keys()]}`;
      const count = alike.get(kind) ?? 0;
      // What everybody sees is looked at as nobody.
      if (as !== undefined && !/^\/(?:workspace|operator|account)/.test(pathname)) continue;
      if (origin !== base || seen.has(next) || count > 2) continue;
      if (/^\/(?:assets|schemas|sign-out|shapes)|versions\/.*\.|\.nt\b/.test(next)) continue;
      alike.set(kind, count + 1);
      seen.add(next);
      waiting.push(next);
    }
  }
}

async function addPasskey({ application }: Site, { id }: SignedInPerson): Promise<void> {
  const { accounts, context } = application;
  await accounts.store.transact((tx) =>
    tx.addPasskey({
      id: context.newId(),
      person: id,
      credential: 'AAAA',
      publicKey: 'AAAA',
      counter: 0,
      transports: [],
      name: hostile('zq0q').slice(0, 60),
      created: new Date().toISOString(),
      used: null,
    }),
  );
}

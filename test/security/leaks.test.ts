import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkingCopy } from '../../src/catalog/working-copy.ts';
import { dataset } from '../http/descriptions.ts';
import { foreign, openSite, own, type Site } from '../http/site.ts';
import { newCase, newTicket } from './make-thing.ts';

const word = 'Hemlighetsmakeri';

test('no public address tells of a draft, a private ticket, a matter of joining or a member (Outline CVE-2026-28506, udata 3875)', async (t) => {
  const site = await openSite(t);
  const body = dataset(`${word} utkast`);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=dolt-namn`, {
    as: 'editor',
    body,
  });
  const open = { as: 'editor', body: dataset() } as const;
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=oppen&publish=true`, open);
  await writeInSecret(site);
  const ticket = await newTicket(site, `${word} fråga`);
  const matter = await newCase(site, `${word} kommun`);
  const member = await site.person({ role: 'editor' });
  const stranger = await site.person({ role: 'administrator', organization: foreign });
  const made = { organization: own, name: `${word} nyckel`, scopes: ['read'], days: 1 };
  await site.askJson(201, '/api/v1/tokens', { as: 'operator', body: made });
  await site.searched();
  const draft = await site.application.store.catalog.find('dataset', 'dolt-namn');
  assert.ok(draft);
  const secrets = [
    word,
    'smakeri',
    'dolt-namn',
    draft.id,
    ticket.id,
    ticket.secret,
    matter,
    member.email,
  ];
  const needle = new RegExp([...secrets, member.id].join('|'), 'i');
  const seen = await site.ask('/api/v1/datasets/dolt-namn', { as: 'editor' });
  assert.match(await seen.text(), needle, 'those who may see it see it');
  const leaks: string[] = [];
  for (const as of [undefined, stranger, 'stranger'] as const) {
    for (const { access, method, parameters = [], path: pattern, suffixes } of site.routes) {
      if (method !== 'GET' || (access !== 'public' && access !== 'optional')) continue;
      const plain = pattern
        .replace('{version}', '1')
        .replace('{collection}/{facet}', 'datasets/keyword')
        .replace(
          '{name}',
          pattern.startsWith('/datasets') || pattern.includes('/v1/datasets') ? 'oppen' : own,
        )
        .replace('{part}', '1');
      if (plain.includes('{')) continue;
      const takesWords = parameters.some(({ name }) => name === 'q');
      const paths = [
        plain,
        // The same of a record that is withdrawn, and been written on since.
        ...(plain.includes('datasets/oppen') ? [plain.replace('oppen', 'undan')] : []),
        ...(suffixes === true
          ? ['ttl', 'rdf', 'jsonld', 'nt', 'json'].map((one) => `${plain}.${one}`)
          : []),
      ];
      if (takesWords) paths.push(`${plain}?q=${word.slice(0, 9)}`);
      for (const path of paths) {
        const page = path.startsWith('/datasets/') && !path.includes('.');
        const reply = await site.ask(path, {
          as,
          headers: { Accept: page ? 'text/html' : '*/*' },
        });
        // What was asked for may be said again; nothing else of it.
        const text = (await reply.text()).replaceAll(word.slice(0, 9), '');
        if (reply.status >= 500) leaks.push(`${path}: ${reply.status}`);
        if (needle.test(text) || needle.test(JSON.stringify([...reply.headers])))
          leaks.push(`${path} to ${as === undefined ? 'nobody' : 'a stranger'}`);
      }
    }
  }
  assert.deepEqual(leaks, []);
});

test('a working copy that waits for approval or its time changes no byte of what others are answered', async (t) => {
  const site = await openSite(t);
  const open = { as: 'editor', body: dataset() } as const;
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=oppen&publish=true`, open);
  await site.searched();
  const before = await answers(site);
  for (const state of ['editing', 'submitted', 'scheduled'] as const) {
    await keepCopy(site, state);
    const after = await answers(site);
    const told = [...after].filter(([path, answer]) => before.get(path) !== answer);
    assert.deepEqual(
      told.map(([path]) => path),
      [],
      state,
    );
  }
});

/** What readers are answered about the open record, with the headers by which a change is seen. */
async function answers(site: Site): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const path of [
    '/datasets/oppen.ttl',
    '/datasets/oppen.json',
    '/api/v1/datasets/oppen',
    '/api/v1/datasets/oppen/versions',
    '/api/v1/datasets/oppen/quality',
    '/api/v1/datasets?q=bad',
    '/datasets/oppen/badge.svg',
    `/organizations/${own}/catalog.ttl`,
    '/datasets.atom',
    '/sitemaps/1.xml',
  ]) {
    for (const headers of [{}, { 'If-None-Match': '"1-json"' }, { 'If-Match': '"1-json"' }]) {
      for (const as of [undefined, 'stranger'] as const) {
        const reply = await site.ask(path, { as, headers });
        const kept = ['etag', 'last-modified', 'content-length', 'link', 'location'].map((name) =>
          reply.headers.get(name),
        );
        const answer = [
          reply.status,
          ...kept,
          (await reply.text()).replace(/"requestId":"[^"]*"/, ''),
        ];
        found.set(`${path} ${JSON.stringify(headers)} ${as}`, answer.join('\n'));
      }
    }
  }
  return found;
}

/** A copy with the secret word beside the open record. */
async function keepCopy(site: Site, state: WorkingCopy['state']): Promise<void> {
  const { store } = site.application;
  const record = await store.catalog.find('dataset', 'oppen');
  assert.ok(record);
  const before = await store.editing.copyOf(record.id);
  await store.editing.saveCopy({
    resource: record.id,
    organization: record.organization,
    base: record.version,
    revision: (before?.revision ?? 0) + 1,
    content: { ...record.content, title: { sv: `${word} kopia`, en: `${word} copy` } },
    state,
    author: { id: 'anna', name: `${word} Andersson` },
    saved: new Date().toISOString(),
    publishAt: null,
    declaration: null,
    note: word,
  });
}

/** Secret words in a copy of the open record, on a withdrawn one, in reasons and in a version from before it was public. */
async function writeInSecret(site: Site): Promise<void> {
  const as = 'editor';
  await keepCopy(site, 'submitted');
  const change = (name: string, title: string, reason: string) =>
    site.askJson(200, `/api/v1/datasets/${name}?reason=${reason}`, {
      as,
      method: 'PATCH',
      headers: { 'If-Match': '*' },
      body: { title: { sv: title, en: title } },
    });
  const body = dataset(`${word} före`);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=undan`, { as, body });
  await change('undan', 'Undanlagt', word);
  for (const action of ['publish', 'withdraw'])
    await site.askJson(200, `/api/v1/datasets/undan/${action}`, { as, method: 'POST' });
  await change('undan', `${word} efter`, word);
}

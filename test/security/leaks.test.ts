import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataset } from '../http/descriptions.ts';
import { foreign, openSite, own } from '../http/site.ts';
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
  const ticket = await newTicket(site, `${word} fråga`);
  const matter = await newCase(site, `${word} kommun`);
  const member = await site.person({ role: 'editor' });
  const stranger = await site.person({ role: 'administrator', organization: foreign });
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
        ...(suffixes === true
          ? ['ttl', 'rdf', 'jsonld', 'nt', 'json'].map((one) => `${plain}.${one}`)
          : []),
      ];
      if (takesWords) paths.push(`${plain}?q=${word.slice(0, 9)}`);
      for (const path of paths) {
        const reply = await site.ask(path, { as, headers: { Accept: '*/*' } });
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

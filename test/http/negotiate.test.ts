import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byAccept, negotiate, prefersHtml, type Representation } from '../../src/http/negotiate.ts';
import { negotiateProfile, profileIris } from '../../src/http/negotiate-profile.ts';
import { serve, testRoute } from './serve.ts';

const forms: readonly Representation[] = [
  { mediaType: 'application/json', suffix: 'json' },
  { mediaType: 'text/html', suffix: 'html' },
  {
    mediaType: 'text/turtle',
    suffix: 'ttl',
    contentType: 'text/turtle; charset=utf-8',
    aliases: ['application/x-turtle'],
  },
  { mediaType: 'application/rdf+xml', suffix: 'rdf' },
];

const cases: readonly [accept: string | undefined, suffix: string | undefined][] = [
  [undefined, 'json'],
  ['*/*', 'json'],
  ['text/turtle', 'ttl'],
  ['TEXT/Turtle;charset=utf-8', 'ttl'],
  ['application/x-turtle', 'ttl'],
  ['text/*', 'html'],
  ['text/*;q=0.5, application/rdf+xml;q=0.6', 'rdf'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
  ['*/*;q=0.1, application/json;q=0', 'html'],
  ['application/json;q=0, text/*;q=0', undefined],
  ['text/turtle;q=0.3, */*;q=0.2, text/*;q=0.9', 'html'],
  ['application/ld+json', undefined],
  ['*/*;q=0', undefined],
  ['text/turtle;q=0', undefined],
  ['garbage', undefined],
  ['text/turtle;q=oops', 'ttl'],
];

test('Accept chooses by quality, the most specific range deciding', () => {
  for (const [accept, suffix] of cases)
    assert.equal(byAccept(accept, forms)?.suffix, suffix, String(accept));
});

test('only who names HTML is taken for a browser', () => {
  assert.equal(
    prefersHtml('text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'),
    true,
  );
  for (const accept of [undefined, '*/*', 'application/json', 'application/json, text/html;q=0.5'])
    assert.equal(prefersHtml(accept), false);
});

const thing = testRoute({
  path: '/things/{name}',
  suffixes: true,
  parameters: [
    { name: 'format', in: 'query', description: { sv: '', en: '' }, schema: { type: 'string' } },
    { name: 'profile', in: 'query', description: { sv: '', en: '' }, schema: { type: 'string' } },
  ],
  handler: (ctx) => {
    const { suffix } = negotiate(ctx, forms);
    const profile = negotiateProfile(ctx);
    ctx.body = JSON.stringify({ name: ctx.params.name, suffix, profile });
  },
});

test('a suffix, then ?format=, then Accept decides; only then does the reply vary by it', async (t) => {
  const { get } = await serve(t, [thing]);
  const bySuffix = await get('/things/trees.ttl', { accept: 'application/json' });
  assert.equal(bySuffix.headers.get('content-type'), 'text/turtle; charset=utf-8');
  assert.doesNotMatch(bySuffix.headers.get('vary') ?? '', /Accept(,|$)/);
  assert.deepEqual(await bySuffix.json(), { name: 'trees', suffix: 'ttl', profile: 'se' });
  const byFormat = await get('/things/trees?format=rdf');
  assert.equal(byFormat.headers.get('content-type'), 'application/rdf+xml');
  const byAcceptHeader = await get('/things/trees', { accept: 'text/turtle' });
  assert.match(byAcceptHeader.headers.get('vary') ?? '', /Accept(,|$)/);
  assert.equal((await get('/things/trees.exe')).status, 404);
});

test('406 lists everything that there is', async (t) => {
  const { get } = await serve(t, [thing]);
  const reply = await get('/things/trees', { accept: 'image/png' });
  assert.equal(reply.status, 406);
  const body = (await reply.json()) as { available: unknown };
  assert.deepEqual(
    body.available,
    forms.map((form) => form.mediaType),
  );
});

test('a profile is asked for by name or IRI, and the reply says which it is', async (t) => {
  const { get } = await serve(t, [thing]);
  const eu = await get('/things/trees?profile=eu');
  assert.equal(eu.headers.get('content-profile'), `<${profileIris.eu}>`);
  assert.match(eu.headers.get('link') ?? '', /<http:\/\/data\.europa\.eu\/r5r\/>; rel="profile"/);
  const asked = await get('/things/trees', {
    'accept-profile': `<${profileIris.se}>;q=0.4, <${profileIris.eu}>;q=0.8`,
  });
  assert.equal(((await asked.json()) as { profile: string }).profile, 'eu');
  assert.match(asked.headers.get('vary') ?? '', /Accept-Profile/);
  assert.equal((await get('/things/trees?profile=dk')).status, 406);
  assert.equal((await get('/things/trees', { 'accept-profile': '<urn:other>' })).status, 406);
});

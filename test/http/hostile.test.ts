import assert from 'node:assert/strict';
import { request as requestOver } from 'node:http';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset, everySyntax, turtle } from './descriptions.ts';
import { type Asking, foreign, openSite, own, type Site } from './site.ts';

/** A site with one published dataset and one draft, and a way to see whether anything has changed. */
async function settled(
  t: TestContext,
): Promise<Site & { readonly unchanged: () => Promise<void> }> {
  const site = await openSite(t);
  const post = `/api/v1/datasets?organization=${own}`;
  await site.askJson(201, `${post}&name=bad&publish=true`, { as: 'editor', body: dataset() });
  await site.askJson(201, `${post}&name=utkast`, { as: 'editor', body: dataset('Utkast') });
  const { catalog } = site.application.store;
  const measure = async () => ({
    revision: await catalog.revision(),
    published: await catalog.count({ kinds: ['dataset', 'series'], states: ['published'] }),
    drafts: await catalog.count({ kinds: ['dataset', 'series'], states: ['draft'], draftsOf: '*' }),
    bad: (await catalog.find('dataset', 'bad'))?.digest,
    catalog: (await catalog.find('catalog', own))?.version,
  });
  const before = await measure();
  return { ...site, unchanged: async () => assert.deepEqual(await measure(), before) };
}

interface Expected {
  readonly status: number;
  readonly code: string;
  /** The place of the first fault. */
  readonly pointer?: string;
  /** What the explanation says. */
  readonly detail?: RegExp;
}

type Case = readonly [
  label: string,
  request: Asking & { readonly path?: string },
  expected: Expected,
];

const json = { 'Content-Type': 'application/json' };
const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
const invalid = { status: 422, code: 'invalid-record' };
const latin1 = Buffer.from('{"title":{"sv":"Tr\u00e4d"}}', 'latin1');
const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

const cases: readonly Case[] = [
  [
    'JSON that stops',
    { headers: json, body: '{"title":' },
    { status: 400, code: 'bad-request', detail: /rad 1, tecken 10/ },
  ],
  [
    'JSON with a comma too many',
    { headers: json, body: '{"a":1,\n}' },
    { status: 400, code: 'bad-request', detail: /rad 2/ },
  ],
  [
    'JSON with a name twice',
    { headers: json, body: '{"title":{},"title":{}}' },
    { status: 400, code: 'bad-request', detail: /två gånger/ },
  ],
  [
    'JSON that touches the prototype',
    { headers: json, body: '{"__proto__":{"a":1}}' },
    { status: 400, code: 'bad-request' },
  ],
  [
    'JSON that is no object',
    { headers: json, body: '[1,2]' },
    { status: 400, code: 'bad-request' },
  ],
  ['nothing at all', { headers: json, body: '' }, { status: 400, code: 'bad-request' }],
  [
    'half a surrogate pair',
    { headers: json, body: '{"title":{"sv":"\\ud800"}}' },
    { status: 400, code: 'bad-request' },
  ],
  [
    'Latin-1',
    { headers: json, body: bytes(latin1) },
    { status: 400, code: 'bad-request', detail: /UTF-8/ },
  ],
  [
    'Latin-1 that says so',
    { headers: { 'Content-Type': 'application/json; charset=iso-8859-1' }, body: bytes(latin1) },
    { status: 415, code: 'unsupported-media-type' },
  ],
  [
    'Turtle in Latin-1',
    {
      headers: { 'Content-Type': 'text/turtle' },
      body: bytes(Buffer.from(turtle('Träd'), 'latin1')),
    },
    { status: 400, code: 'invalid-document', detail: /UTF-8/ },
  ],
  [
    'deep nesting',
    { headers: json, body: deep },
    { status: 400, code: 'bad-request', detail: /64/ },
  ],
  [
    'deep nesting that JSON allows',
    { body: { title: { sv: 'x' }, distribution: nested(25) } },
    { ...invalid },
  ],
  [
    'an unknown property',
    { body: { ...dataset(), titel: 'x' } },
    { ...invalid, pointer: '#/titel', detail: /title/ },
  ],
  [
    'a property of the wrong kind',
    { body: { ...dataset(), title: 7 } },
    { ...invalid, pointer: '#/title' },
  ],
  [
    'a wrong IRI of a vocabulary',
    {
      path: '&publish=true',
      body: {
        ...dataset(),
        accessRights: 'http://publications.europa.eu/resource/authority/access-right/OPEN',
      },
    },
    { ...invalid, pointer: '#/accessRights' },
  ],
  [
    'an IRI that is none',
    { body: { ...dataset(), landingPage: ['här'] } },
    { ...invalid, pointer: '#/landingPage/0' },
  ],
  [
    'a date that is none',
    { path: '&publish=true', body: { ...dataset(), issued: '2026-02-30' } },
    { ...invalid, pointer: '#/issued' },
  ],
  [
    'a date in words',
    { path: '&publish=true', body: { ...dataset(), issued: 'i går' } },
    { ...invalid, pointer: '#/issued' },
  ],
  [
    'a name that is taken',
    { path: '&name=bad', body: dataset() },
    { status: 409, code: 'name-taken' },
  ],
  [
    'a name with a capital',
    { path: '&name=Bad', body: dataset() },
    { status: 400, code: 'bad-request', detail: /"parameter":"name"/ },
  ],
  [
    'a name that climbs',
    { path: '&name=..%2F..%2Fetc', body: dataset() },
    { status: 400, code: 'bad-request', detail: /"parameter":"name"/ },
  ],
  [
    'a name in the body that climbs',
    { body: { ...dataset(), record: { name: '../../etc' } } },
    { ...invalid, pointer: '#/record/name' },
  ],
  [
    'a character that XML cannot carry',
    { body: { ...dataset(), title: { sv: 'a\u0000b' } } },
    { ...invalid, pointer: '#/title/sv' },
  ],
  [
    'an address without publisher',
    { path: '&publish=maybe', body: dataset() },
    { status: 400, code: 'bad-request' },
  ],
];

test('whatever is wrong with a record, the answer says what and where, and nothing is kept', async (t) => {
  const { ask, unchanged } = await settled(t);
  for (const [label, { path = '', ...request }, expected] of cases) {
    const reply = await ask(`/api/v1/datasets?organization=${own}${path}`, {
      as: 'editor',
      method: 'POST',
      ...request,
    });
    await assertProblem(label, reply, expected);
    await unchanged();
  }
  await assertProblem(
    'a foreign organisation',
    await ask(`/api/v1/datasets?organization=${foreign}`, { as: 'editor', body: dataset() }),
    { status: 403, code: 'not-permitted' },
  );
  await assertProblem(
    'an organisation that is none',
    await ask('/api/v1/datasets?organization=ingen', { as: 'editor', body: dataset() }),
    { status: 404, code: 'not-found' },
  );
  await unchanged();
});

const entities = (levels: number): string =>
  Array.from({ length: levels }, (_, level) => {
    const inner = level === 0 ? 'lol' : `&l${level - 1};`.repeat(10);
    return `<!ENTITY l${level} "${inner}">`;
  }).join('\n');
const rdfXml = (doctype: string, title: string): string =>
  `<?xml version="1.0"?>${doctype}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dcterms="http://purl.org/dc/terms/"><dcat:Dataset rdf:about="https://x.se/1"><dcterms:title xml:lang="sv">${title}</dcterms:title></dcat:Dataset></rdf:RDF>`;

const broken = { status: 400, code: 'invalid-document' };
const tooMuch = { status: 413, code: 'document-too-large' };

const documents: readonly (readonly [
  string,
  string,
  string | Uint8Array<ArrayBuffer>,
  Expected,
])[] = [
  [
    'an XML entity bomb',
    'application/rdf+xml',
    rdfXml(`<!DOCTYPE rdf:RDF [${entities(12)}]>`, '&l11;'),
    broken,
  ],
  [
    'an entity that eats itself',
    'application/rdf+xml',
    rdfXml('<!DOCTYPE rdf:RDF [<!ENTITY a "&b;"><!ENTITY b "&a;">]>', '&a;'),
    broken,
  ],
  [
    'an entity from a file',
    'application/rdf+xml',
    rdfXml('<!DOCTYPE rdf:RDF [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'),
    broken,
  ],
  ['deep XML', 'application/rdf+xml', rdfXml('', '<a>'.repeat(20_000)), broken],
  ['deep Turtle', 'text/turtle', `<a> <b> ${'['.repeat(100_000)}`, broken],
  ['deep JSON-LD', 'application/ld+json', deep, broken],
  [
    'JSON-LD with a context from elsewhere',
    'application/ld+json',
    '{"@context":"http://169.254.169.254/latest/","@id":"x"}',
    broken,
  ],
  ['RDF of another syntax than said', 'text/turtle', rdfXml('', 'x'), broken],
  [
    'no RDF at all',
    'application/rdf+xml',
    '<!doctype html><html><body>Log in</body></html>',
    broken,
  ],
  ['Latin-1', 'text/turtle', bytes(Buffer.from(turtle('Träd'), 'latin1')), broken],
  ...Object.entries(everySyntax()).map(
    ([type, text]) => [`truncated ${type}`, type, text.slice(0, -25), broken] as const,
  ),
];

test('documents that are broken or built to harm are refused quickly and take nothing', async (t) => {
  const { ask, unchanged } = await settled(t);
  for (const [label, type, body, expected] of documents) {
    const started = performance.now();
    const reply = await ask(`/api/v1/imports?organization=${own}&publish=true&replace=true`, {
      as: 'editor',
      headers: { 'Content-Type': type },
      body,
    });
    const allowed = expected === broken ? [broken, tooMuch] : [expected];
    const text = await reply.text();
    const fits = allowed.find(({ status }) => status === reply.status);
    assert.ok(fits, `${label}: ${reply.status} ${text.slice(0, 300)}`);
    assert.match(text, new RegExp(`problems/${fits.code}"`), label);
    assert.doesNotMatch(text, /root:|node_modules|at .*\.ts:/, label);
    assert.ok(performance.now() - started < 10_000, `${label} took too long`);
    await unchanged();
  }
  assert.equal((await ask('/datasets/bad')).status, 200, 'and the site goes on');
});

test('100 MB where a record belongs is refused at once when it says so, and at the limit when it does not', async (t) => {
  const { url, tokens, unchanged } = await settled(t);
  const size = 100 * 1024 * 1024;
  for (const headers of [{ 'Content-Length': size }, { 'Transfer-Encoding': 'chunked' }]) {
    const { status, sent, body } = await pour(
      `${url}/api/v1/datasets?organization=${own}`,
      tokens.editor,
      headers,
      size,
    );
    assert.equal(status, 413);
    assert.match(body, /problems\/payload-too-large.*"limit":1048576/);
    assert.ok(sent < 20 * 1024 * 1024, `${sent} bytes were taken`);
    await unchanged();
  }
});

test('a compressed body is measured when it is unpacked', async (t) => {
  const { ask, unchanged } = await settled(t);
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
  const reply = await ask(`/api/v1/datasets?organization=${own}`, {
    as: 'editor',
    method: 'POST',
    headers: { ...json, 'Content-Encoding': 'gzip' },
    body: bytes(bomb),
  });
  await assertProblem('bomb', reply, { status: 413, code: 'payload-too-large' });
  await unchanged();
});

test('a client that hangs up in the middle of an import has imported nothing', async (t) => {
  const { url, tokens, unchanged, lines, ask } = await settled(t);
  for (let tries = 0; tries < 3; tries += 1) {
    await new Promise<void>((resolve) => {
      const request = requestOver(
        `${url}/api/v1/imports?organization=${own}&publish=true&replace=true`,
        {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${tokens.editor}`,
            'Content-Type': 'text/turtle',
            'Content-Length': 1_000_000,
          },
        },
      );
      request.once('error', () => resolve());
      request.write(turtle().replace('<>', '<https://x.se/halv>'));
      setTimeout(() => request.destroy(), 50);
    });
  }
  await delay(200);
  await unchanged();
  assert.doesNotMatch(lines.join(''), /"event":"request-failed"/);
  assert.equal((await ask('/datasets/bad')).status, 200);
});

test('series that go round in a circle do not hang anything', async (t) => {
  const { ask, askJson } = await settled(t);
  const base = 'https://data.example.se/series';
  for (const [name, other] of [
    ['ett', 'tva'],
    ['tva', 'ett'],
  ]) {
    const reply = await ask(`/api/v1/series?organization=${own}&name=${name}&publish=true`, {
      as: 'editor',
      body: {
        title: { sv: 'Serie', en: 'Series' },
        description: { sv: 'En serie.', en: 'A series.' },
        inSeries: [`${base}/${other}`],
      },
    });
    assert.ok([201, 422].includes(reply.status), await reply.text());
  }
  for (const path of [`/organizations/${own}/catalog.rdf`, '/catalog.ttl', '/dumps/catalog.nt']) {
    assert.equal((await ask(path)).status, 200, path);
  }
  assert.ok(Number((await askJson(200, '/api/v1/datasets')).total) >= 1);
});

function nested(levels: number): JsonObject[] {
  let node: JsonObject = { '@type': 'Distribution' };
  for (let level = 0; level < levels; level += 1)
    node = { '@type': 'Distribution', accessService: [node] };
  return [node];
}

async function assertProblem(label: string, reply: Response, expected: Expected): Promise<void> {
  const text = await reply.text();
  assert.equal(reply.status, expected.status, `${label}: ${text.slice(0, 500)}`);
  assert.equal(reply.headers.get('content-type'), 'application/problem+json', label);
  const { type, errors, detail } = JSON.parse(text) as {
    type: string;
    detail: string;
    errors?: { pointer: string; detail: string; level: string }[];
  };
  assert.match(type, new RegExp(`/problems/${expected.code}$`), label);
  if (expected.pointer !== undefined) {
    const faults = (errors ?? []).filter(({ level }) => level === 'error');
    assert.ok(
      faults.some(({ pointer }) => pointer === expected.pointer),
      `${label}: ${JSON.stringify(faults)}`,
    );
  }
  if (expected.detail !== undefined)
    assert.match(detail + JSON.stringify(errors), expected.detail, label);
}

/** Sends spaces until it is answered or has sent so many. */
function pour(url: string, token: string, headers: Record<string, string | number>, size: number) {
  return new Promise<{ status: number; sent: number; body: string }>((resolve, reject) => {
    let sent = 0;
    let isAnswered = false;
    const chunk = Buffer.alloc(64 * 1024, ' ');
    const request = requestOver(
      url,
      { method: 'POST', headers: { Authorization: `Bearer ${token}`, ...json, ...headers } },
      (reply) => {
        isAnswered = true;
        let body = '';
        reply.setEncoding('utf8').on('data', (text: string) => {
          body += text;
        });
        reply.once('end', () => {
          resolve({ status: reply.statusCode ?? 0, sent, body });
          request.destroy();
        });
      },
    );
    request.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    const send = () => {
      while (!isAnswered && sent < size) {
        sent += chunk.length;
        if (!request.write(chunk)) {
          request.once('drain', send);
          return;
        }
      }
    };
    send();
  });
}

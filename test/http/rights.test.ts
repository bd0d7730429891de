import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../src/kernel/json.ts';
import { dataset } from './descriptions.ts';
import { type Call, operations, operationsOf, prepare } from './operations.ts';
import { type Bearer, base, foreign, openSite, own, type Site } from './site.ts';

/** Who may do what: expected statuses in the order of `askers`. Success is the operation's own. */
const askers: readonly (Bearer | undefined)[] = [
  undefined,
  'editor',
  'administrator',
  'stranger',
  'strange-administrator',
  'operator',
];
const ok = 'ok';
const everybody = [ok, ok, ok, ok, ok, ok] as const;
/** Of a draft: whoever may not see it hears that it is not there. */
const draftReaders = [404, ok, ok, 404, 404, ok] as const;
const draftWriters = [401, ok, ok, 404, 404, ok] as const;
/** `PUT` to a name that is not there for the stranger: there is nothing to replace. */
const draftReplacers = [401, ok, ok, 412, 412, ok] as const;
const members = [401, ok, ok, 403, 403, ok] as const;
const administrators = [401, 403, ok, 403, 403, ok] as const;
/** Who decides who belongs to an organisation: to strangers there is none to manage. */
const managers = [401, 403, ok, 404, 404, ok] as const;
const operators = [401, 403, 403, 403, 403, ok] as const;

type Row = readonly (number | typeof ok)[];

const ofCollection = (tag: string, kind: string): Readonly<Record<string, Row>> => ({
  [`list-${tag}`]: everybody,
  [`create-${kind}`]: members,
  [`get-${kind}`]: draftReaders,
  [`put-${kind}`]: draftReplacers,
  [`patch-${kind}`]: draftWriters,
  [`delete-${kind}`]: draftWriters,
  [`publish-${kind}`]: draftWriters,
  [`withdraw-${kind}`]: members,
  [`list-${kind}-versions`]: draftReaders,
  [`get-${kind}-version`]: draftReaders,
});

const table: Readonly<Record<string, Row>> = {
  ...ofCollection('datasets', 'dataset'),
  ...ofCollection('series', 'series'),
  ...ofCollection('services', 'service'),
  'list-organizations': everybody,
  'create-organization': operators,
  'get-organization': everybody,
  'put-organization': administrators,
  'patch-organization': administrators,
  'get-catalog': everybody,
  'put-catalog': administrators,
  'patch-catalog': administrators,
  'import-catalog': members,
  'get-audit': administrators,
  'list-members': managers,
  'invite-member': managers,
  'change-member': managers,
  'remove-member': managers,
  'list-tokens': managers,
  'create-token': managers,
  'revoke-token': [401, 404, ok, 404, 404, ok],
  'list-users': operators,
  'get-user': operators,
  'patch-user': operators,
  validate: everybody,
  convert: everybody,
  suggest: everybody,
  'get-quality': everybody,
  'get-organization-quality': everybody,
  'get-dataset-quality': draftReaders,
  'get-form': everybody,
  'get-api-info': everybody,
  'get-openapi': everybody,
};

test('every operation answers everybody as the table of rights says', async (t) => {
  const site = await openSite(t);
  const document = await site.askJson(200, '/api/v1/openapi.json');
  const wrong: string[] = [];
  for (const { operationId, method, path } of operationsOf(document)) {
    const operation = operations[operationId];
    const row = table[operationId];
    assert.ok(operation && row, `${operationId} has no row: say who may`);
    for (const [index, as] of askers.entries()) {
      const right: number | typeof ok | undefined = row[index];
      const expected = right === ok ? operation.status : right;
      const name = await prepare(site, operationId, operation);
      const call: Call = operation.call(name);
      const { path: address, ...request } = call;
      assert.equal(request.method ?? 'GET', method.toUpperCase(), path);
      const reply = await site.ask(address, { ...request, as });
      await reply.text();
      if (reply.status !== expected)
        wrong.push(`${operationId} as ${as ?? 'nobody'}: ${reply.status}, not ${expected}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('what is published may be changed by its own organisation alone', async (t) => {
  const site = await openSite(t);
  for (const id of ['put', 'patch', 'delete', 'publish', 'withdraw'].map(
    (verb) => `${verb}-dataset`,
  )) {
    const operation = operations[id];
    assert.ok(operation);
    for (const [index, as] of askers.entries()) {
      const right: number | typeof ok | undefined = members[index];
      const expected: number | undefined = right === ok ? operation.status : right;
      const name = await prepare(site, id, operation, 'published');
      const call: Call = operation.call(name);
      const { path, ...request } = call;
      const address = path.replace(`?organization=${own}`, '');
      const reply = await site.ask(address, { ...request, as });
      assert.equal(reply.status, expected, `${id} as ${as} ${await reply.text()}`);
    }
  }
});

/** A published dataset of each organisation, and the size of everything. */
async function twoOrganizations(site: Site): Promise<() => Promise<object>> {
  for (const [organization, as] of [
    [own, 'editor'],
    [foreign, 'stranger'],
  ] as const) {
    await site.askJson(
      201,
      `/api/v1/datasets?organization=${organization}&name=${organization}-bad&publish=true`,
      {
        as,
        body: dataset(),
      },
    );
  }
  const { catalog } = site.application.store;
  return async () => ({
    revision: await catalog.revision(),
    drafts: await catalog.count({ kinds: ['dataset'], states: ['draft'], draftsOf: '*' }),
    mine: (await catalog.find('dataset', `${own}-bad`))?.version,
    theirs: (await catalog.find('dataset', `${foreign}-bad`))?.version,
  });
}

test('a request that names two organisations or two records gets nothing by it', async (t) => {
  const site = await openSite(t);
  const sizes = await twoOrganizations(site);
  const before = await sizes();
  const theirs = `${base}/datasets/${foreign}-bad`;
  const json = '/api/v1/datasets';
  const guarded = { 'If-Match': '*' };
  const tries: readonly (readonly [
    label: string,
    path: string,
    method: string,
    body: JsonObject,
  ])[] = [
    [
      'foreign organisation in the address',
      `${json}?organization=${foreign}&name=ny`,
      'POST',
      dataset(),
    ],
    [
      'foreign organisation in the body',
      `${json}?name=ny`,
      'POST',
      { ...dataset(), record: { organization: foreign } },
    ],
    [
      'own in the address, foreign in the body',
      `${json}?organization=${own}&name=ny`,
      'POST',
      { ...dataset(), record: { organization: foreign } },
    ],
    [
      'the IRI of another’s record',
      `${json}?organization=${own}&name=ny`,
      'POST',
      { ...dataset(), '@id': theirs },
    ],
    [
      'the name of another’s record',
      `${json}?organization=${own}&name=${foreign}-bad`,
      'POST',
      dataset(),
    ],
    ['moving a record away', `${json}/${own}-bad`, 'PATCH', { record: { organization: foreign } }],
    [
      'moving a record by its address',
      `${json}/${own}-bad?organization=${foreign}`,
      'PUT',
      dataset(),
    ],
    ['taking a record over', `${json}/${foreign}-bad`, 'PATCH', { record: { organization: own } }],
    [
      'taking a record over by its address',
      `${json}/${foreign}-bad?organization=${own}`,
      'PUT',
      dataset(),
    ],
    [
      'renaming over another’s record',
      `${json}/${own}-bad`,
      'PATCH',
      { record: { name: `${foreign}-bad` } },
    ],
    ['becoming another’s IRI', `${json}/${own}-bad`, 'PATCH', { '@id': theirs }],
    [
      'an organisation becoming another',
      `/api/v1/organizations/${own}`,
      'PATCH',
      { record: { name: foreign } },
    ],
    [
      'an organisation taking another’s IRI',
      `/api/v1/organizations/${own}`,
      'PATCH',
      { '@id': 'http://dataportal.se/organisation/SE2120001124' },
    ],
  ];
  for (const [label, path, method, body] of tries) {
    const reply = await site.ask(path, {
      as: 'administrator',
      method,
      headers: method === 'POST' ? {} : guarded,
      body,
    });
    assert.ok([400, 403, 404, 409, 422].includes(reply.status), `${label}: ${reply.status}`);
    assert.equal(reply.headers.get('content-type'), 'application/problem+json');
    assert.deepEqual(await sizes(), before, label);
  }
});

test('an import cannot touch another organisation’s records', async (t) => {
  const site = await openSite(t);
  const sizes = await twoOrganizations(site);
  const before = await sizes();
  const text = await (await site.ask(`/organizations/${foreign}/catalog.ttl`)).text();
  const report = await site.askJson(200, `/api/v1/imports?organization=${own}&publish=true`, {
    as: 'editor',
    headers: { 'Content-Type': 'text/turtle' },
    body: text.replaceAll('Badplatser', 'Kapat'),
  });
  assert.deepEqual(report.added, []);
  assert.ok((report.refused as { code: string }[]).some(({ code }) => code === 'iri-taken'));
  const after = await sizes();
  assert.equal((after as { theirs: number }).theirs, (before as { theirs: number }).theirs);
  assert.doesNotMatch(
    await (await site.ask(`/organizations/${foreign}/catalog.ttl`)).text(),
    /Kapat/,
  );
});

test('no word in the content gives a right or a state', async (t) => {
  const site = await openSite(t);
  const sizes = await twoOrganizations(site);
  const before = await sizes();
  const stuffings: readonly JsonObject[] = [
    { record: { state: 'published' } },
    { record: { state: 'withdrawn' } },
    { record: { kind: 'series' } },
    { record: { id: '01900000-0000-7000-8000-000000000000' } },
    { record: { role: 'operator' } },
    { record: { owner: own } },
    { record: [] },
    { record: 'published' },
    { record: { name: 7 } },
    { role: 'operator' },
    { organization: foreign },
    { state: 'published' },
    { version: 7 },
    { id: 'x' },
    { '@type': 'Catalog' },
    { '@graph': [dataset()] },
    { '@reverse': {} },
  ];
  for (const stuffing of stuffings) {
    const label = JSON.stringify(stuffing).slice(0, 80);
    const made = await site.ask(`/api/v1/datasets?organization=${own}&name=ny`, {
      as: 'editor',
      body: { ...dataset(), ...stuffing },
    });
    assert.equal(made.status, 422, `${label} ${await made.text()}`);
    if ('record' in stuffing && (stuffing.record as JsonObject)?.state === 'published') continue;
    const changed = await site.ask(`/api/v1/datasets/${own}-bad`, {
      as: 'editor',
      method: 'PATCH',
      headers: { 'If-Match': '*' },
      body: stuffing,
    });
    assert.equal(changed.status, 422, `PATCH ${label} ${await changed.text()}`);
    assert.deepEqual(await sizes(), before, label);
  }
});

test('a draft leaks nowhere: not its words, not its name, not its id', async (t) => {
  const site = await openSite(t);
  await twoOrganizations(site);
  const word = 'Hemlighetsmakeri';
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=dolt-namn`, {
    as: 'editor',
    body: { ...dataset(word), '@id': 'https://register.umea.se/dold-iri' },
  });
  const draft = await site.application.store.catalog.find('dataset', 'dolt-namn');
  const needle = new RegExp(`${word}|dolt-namn|dold-iri|${draft?.id}`, 'i');
  const readers: readonly (Bearer | undefined)[] = [undefined, 'stranger'];
  const things = ['/datasets/dolt-namn', '/api/v1/datasets/dolt-namn'];
  for (const as of readers) {
    for (const thing of things) {
      for (const rest of [
        '',
        '.ttl',
        '.json',
        '.rdf',
        '/versions',
        '/versions/1',
        '/versions/1.nt',
      ]) {
        if (thing.startsWith('/api') && rest.includes('.')) continue;
        const reply = await site.ask(thing + rest, { as });
        assert.equal(reply.status, 404, thing + rest);
        // The same answer as for what is not there, but for the name that was asked for.
        const same = (text: string) =>
          text.replace(/"requestId":"\w+"/, '').replaceAll('dolt-namn', 'finns-inte');
        const there = await (
          await site.ask(thing.replace('dolt-namn', 'finns-inte') + rest, { as })
        ).text();
        assert.equal(same(await reply.text()), same(there), thing + rest);
      }
      const guess = await site.ask(thing, { as, headers: { 'If-None-Match': '"1-json"' } });
      assert.equal(guess.status, 404);
    }
    const places = [
      '/',
      '/metrics',
      '/api/v1/openapi.json',
      '/dumps/catalog',
      '/catalog',
      ...[own, foreign].flatMap((name) => [
        `/organizations/${name}`,
        `/organizations/${name}/catalog`,
      ]),
    ];
    const paths = [
      ...places,
      ...places
        .filter((path) => /catalog|organizations/.test(path))
        .flatMap((path) => ['ttl', 'rdf', 'jsonld', 'nt'].map((suffix) => `${path}.${suffix}`)),
      ...['datasets', 'series', 'services', 'organizations'].flatMap((tag) => [
        `/${tag}`,
        `/api/v1/${tag}`,
        `/api/v1/${tag}?limit=1000`,
      ]),
      `/api/v1/datasets?organization=${own}`,
      '/api/v1/datasets?state=draft',
      `/api/v1/datasets?state=draft&organization=${own}`,
      '/api/v1/datasets?state=withdrawn',
    ];
    for (const path of paths) {
      for (const accept of ['application/json', 'text/html', '*/*']) {
        const reply = await site.ask(path, { as, headers: { Accept: accept } });
        const text = await reply.text();
        assert.ok([200, 406].includes(reply.status), `${path} ${accept} ${reply.status}`);
        assert.doesNotMatch(text, needle, `${path} for ${as ?? 'nobody'}`);
        assert.doesNotMatch(JSON.stringify([...reply.headers]), needle, path);
      }
    }
    const { total } = await site.askJson(200, '/api/v1/datasets', { as });
    assert.equal(total, 2);
  }
  assert.doesNotMatch(site.lines.join(''), /Hemlighetsmakeri|dolt-namn|dold-iri/i, 'in the log');
});

test('a revoked token and an expired one open nothing', async (t) => {
  const site = await openSite(t);
  const { tokens } = site.application.store;
  const [editor] = (await tokens.list()).filter((token) => token.name === 'editor');
  assert.ok(editor);
  assert.equal((await site.ask('/api/v1/datasets', { as: 'editor' })).status, 200);
  await tokens.revoke(editor.id);
  for (const path of ['/api/v1/datasets', '/datasets', '/']) {
    const reply = await site.ask(path, { as: 'editor' });
    assert.equal(reply.status, 401, path);
    assert.match(reply.headers.get('www-authenticate') ?? '', /^Bearer .*invalid_token/);
  }
});

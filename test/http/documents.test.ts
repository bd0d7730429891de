import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../src/kernel/json.ts';
import { everySyntax, turtle } from './descriptions.ts';
import { openSite, own } from './site.ts';

const lists = ['added', 'updated', 'unchanged', 'removed', 'refused'] as const;

/** How many records each list of a report holds. */
function counts(report: JsonObject): readonly number[] {
  return lists.map((list) => (report[list] as []).length);
}

const prefixes = turtle().slice(0, turtle().indexOf('<>'));

/** Datasets with IRIs of their publisher's; what stands in `broken` has no title. */
function catalogue(names: readonly string[], broken: readonly string[] = []): string {
  const whole = names.map((name) =>
    turtle(`Data om ${name}`)
      .slice(prefixes.length)
      .replace('<>', `<https://register.umea.se/${name}>`),
  );
  const faulty = broken.map(
    (name) =>
      `<https://register.umea.se/${name}> a dcat:Dataset ; dcterms:description "Utan titel."@sv .`,
  );
  return [prefixes, ...whole, ...faulty].join('\n');
}

const text = { 'Content-Type': 'text/turtle' };

test('an import says what became of every record, a dry run says the same, and the same document again changes nothing', async (t) => {
  const { askJson, application } = await openSite(t);
  const { catalog } = application.store;
  const send = (query: string, body: string) =>
    askJson(200, `/api/v1/imports?organization=${own}${query}`, {
      as: 'editor',
      headers: text,
      body,
    });
  const document = catalogue(['bad', 'trad'], ['halv']);
  const before = await catalog.revision();
  const dry = await send('&publish=true&dryRun=true', document);
  assert.equal(dry.dryRun, true);
  assert.deepEqual(counts(dry), [2, 0, 0, 0, 1]);
  assert.equal(await catalog.revision(), before);
  assert.equal(await catalog.count({ kinds: ['dataset'], states: ['published'] }), 0);

  const real = await send('&publish=true', document);
  assert.deepEqual(counts(real), counts(dry));
  for (const list of lists) {
    const names = (report: JsonObject) =>
      (report[list] as JsonObject[]).map(({ name, iri, state }) => ({ name, iri, state }));
    assert.deepEqual(names(real), names(dry), list);
  }
  const [refused] = real.refused as { iri: string; code: string; reason: string }[];
  assert.equal(refused?.iri, 'https://register.umea.se/halv');
  assert.equal(refused?.code, 'invalid-record');
  assert.match(refused?.reason ?? '', /rättas/);

  const revision = await catalog.revision();
  assert.deepEqual(counts(await send('&publish=true', document)), [0, 0, 2, 0, 1]);
  assert.equal(await catalog.revision(), revision);

  assert.deepEqual(
    counts(await send('&publish=true&replace=true', catalogue(['bad', 'park']))),
    [1, 0, 1, 1, 0],
  );
  const list = await askJson(200, '/api/v1/datasets');
  assert.deepEqual(
    (list.items as JsonObject[]).map((item) => item['@id']),
    ['https://register.umea.se/bad', 'https://register.umea.se/park'],
  );
});

test('without publish an import makes drafts, also of what is not yet valid', async (t) => {
  const { askJson } = await openSite(t);
  const report = await askJson(200, `/api/v1/imports?organization=${own}`, {
    as: 'editor',
    headers: text,
    body: catalogue(['bad'], ['halv']),
  });
  assert.deepEqual(counts(report), [2, 0, 0, 0, 0]);
  assert.equal((await askJson(200, '/api/v1/datasets')).total, 0);
  assert.equal((await askJson(200, '/api/v1/datasets?state=draft', { as: 'editor' })).total, 2);
});

test('an import takes every syntax that we write, and two with named graphs', async (t) => {
  const { askJson } = await openSite(t);
  const nt = everySyntax()['application/n-triples'] ?? '';
  const more = {
    ...everySyntax(),
    'application/trig': nt,
    'application/n-quads': nt,
  };
  for (const [type, body] of Object.entries(more)) {
    const report = await askJson(200, `/api/v1/imports?organization=${own}&dryRun=true`, {
      as: 'editor',
      headers: { 'Content-Type': type },
      body: body
        .replaceAll('rdf:about=""', 'rdf:about="https://x.se/a"')
        .replace('<> a', '<https://x.se/a> a')
        .replace('"@id":""', '"@id":"https://x.se/a"'),
    });
    assert.deepEqual(counts(report), [1, 0, 0, 0, 0], `${type} ${JSON.stringify(report)}`);
  }
});

test('a document that cannot be parsed is refused with its place and takes nothing', async (t) => {
  const { ask, application } = await openSite(t);
  const reply = await ask(`/api/v1/imports?organization=${own}`, {
    as: 'editor',
    headers: { ...text, 'Accept-Language': 'en' },
    body: `${catalogue(['bad'])}\n<https://x.se/a> a dcat:Dataset ; oops`,
  });
  assert.equal(reply.status, 400);
  const problem = (await reply.json()) as { type: string; detail: string };
  assert.match(problem.type, /invalid-document$/);
  assert.match(JSON.stringify(problem), /line \d+/);
  const count = await application.store.catalog.count({
    kinds: ['dataset'],
    states: ['draft'],
    draftsOf: '*',
  });
  assert.equal(count, 0);
});

test('a record can be judged without being kept, as JSON and in RDF', async (t) => {
  const { askJson, application } = await openSite(t);
  const before = await application.store.catalog.revision();
  const english = { 'Accept-Language': 'en' };
  const wrong = await askJson(200, '/api/v1/validate', {
    headers: english,
    body: { '@type': 'Dataset', title: { sv: 'Bad' } },
  });
  assert.equal(wrong.valid, false);
  assert.equal(wrong.records, 1);
  const issues = wrong.issues as { pointer: string; rule: string; detail: string }[];
  assert.ok(issues.some(({ pointer }) => pointer === '#/description'));
  const right = await askJson(200, '/api/v1/validate', {
    headers: { 'Content-Type': 'text/turtle' },
    body: catalogue(['bad', 'trad']),
  });
  assert.equal(right.records, 2);
  assert.equal(right.valid, true, JSON.stringify(right));
  const mixed = await askJson(200, '/api/v1/validate', {
    headers: { 'Content-Type': 'text/turtle' },
    body: catalogue([], ['halv']),
  });
  assert.equal((mixed.issues as { record: string }[])[0]?.record, 'https://register.umea.se/halv');
  assert.equal(await application.store.catalog.revision(), before);
});

test('RDF is turned into any other syntax and says the same', async (t) => {
  const { ask } = await openSite(t);
  const source = '<s> <p> "å\\u00e4 \\"x\\""@sv, 5 ; <q> [ <r> <../t> ] .';
  const first = await ask('/api/v1/convert?base=https://x.se/a/b', {
    headers: { 'Content-Type': 'text/turtle', Accept: 'application/n-triples' },
    body: source,
  });
  assert.equal(first.headers.get('content-type'), 'application/n-triples; charset=utf-8');
  const lines = await first.text();
  assert.match(lines, /<https:\/\/x\.se\/a\/s> <https:\/\/x\.se\/a\/p> "åä \\"x\\""@sv \./);
  assert.match(lines, /<https:\/\/x\.se\/a\/r> <https:\/\/x\.se\/t> \./);
  for (const format of ['ttl', 'rdf', 'jsonld']) {
    const there = await ask(`/api/v1/convert?format=${format}`, {
      headers: { 'Content-Type': 'application/n-triples' },
      body: lines,
    });
    assert.equal(there.status, 200, format);
    const back = await ask('/api/v1/convert?format=nt', {
      headers: { 'Content-Type': there.headers.get('content-type') ?? '' },
      body: await there.text(),
    });
    const normal = (nt: string) => nt.replace(/_:\w+/g, '_:b').split('\n').toSorted();
    assert.deepEqual(normal(await back.text()), normal(lines), format);
  }
  assert.equal(
    (
      await ask('/api/v1/convert?base=here', {
        headers: { 'Content-Type': 'text/turtle', Accept: 'text/turtle' },
        body: source,
      })
    ).status,
    400,
  );
  const refused = await ask('/api/v1/convert', {
    headers: { 'Content-Type': 'text/turtle', Accept: 'text/html' },
    body: source,
  });
  assert.equal(refused.status, 406);
});

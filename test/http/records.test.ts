import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { isJsonObject, type JsonObject } from '../../src/kernel/json.ts';
import { dataset, everySyntax, series, service } from './descriptions.ts';
import { base, openSite, own, type Site } from './site.ts';

const items = '/api/v1/datasets';

/** A published dataset on a fresh site. */
async function published(t: TestContext): Promise<Site> {
  const site = await openSite(t);
  await site.askJson(201, `${items}?organization=${own}&name=bad&publish=true`, {
    as: 'editor',
    body: dataset(),
  });
  return site;
}

test('a dataset is posted as JSON, read, replaced, changed, withdrawn, published again and kept in versions', async (t) => {
  const { ask, askJson } = await openSite(t);
  const posted = await ask(`${items}?organization=${own}&name=bad`, {
    as: 'editor',
    body: dataset(),
  });
  assert.equal(posted.status, 201);
  assert.equal(posted.headers.get('location'), `${base}${items}/bad`);
  const made = (await posted.json()) as JsonObject;
  assert.equal(made['@id'], `${base}/datasets/bad`);
  assert.equal(made['@type'], 'Dataset');
  assert.equal(made.publisher, 'http://dataportal.se/organisation/SE2120002627');
  assert.equal(state(made), 'draft 1');

  assert.equal((await ask(`${items}/bad`)).status, 404);
  const draft = await ask(`${items}/bad`, { as: 'editor' });
  assert.equal(draft.status, 200);
  assert.equal(draft.headers.get('cache-control'), 'private, no-store');

  const shown = await askJson(200, `${items}/bad/publish`, { as: 'editor', method: 'POST' });
  assert.equal(state(shown), 'published 2');
  assert.deepEqual(remarks(shown), remarks(made));
  assert.ok(remarks(shown).length > 0);
  const read = await ask(`${items}/bad`);
  assert.equal(read.status, 200);
  assert.equal(read.headers.get('etag'), '"2-json"');

  const replaced = await askJson(200, `${items}/bad?reason=${encodeURIComponent('Ny titel')}`, {
    as: 'editor',
    method: 'PUT',
    headers: { 'If-Match': '"2-json"' },
    body: dataset('Bad'),
  });
  assert.equal(state(replaced), 'published 3');
  assert.deepEqual(replaced.title, { sv: 'Bad', en: 'Bad (English)' });

  const changed = await askJson(200, `${items}/bad`, {
    as: 'editor',
    method: 'PATCH',
    headers: { 'If-Match': '"3-json"', 'Content-Type': 'application/merge-patch+json' },
    body: JSON.stringify({ keyword: { sv: ['vatten'] }, title: { en: 'Bathing' } }),
  });
  assert.deepEqual(changed.title, { sv: 'Bad', en: 'Bathing' });
  assert.deepEqual(changed.keyword, { sv: ['vatten'] });

  const history = await askJson(200, `${items}/bad/versions`, { as: 'editor' });
  assert.deepEqual(
    (history.items as JsonObject[]).map((version) => [
      version.version,
      version.state,
      version.reason,
    ]),
    [
      [4, 'published', null],
      [3, 'published', 'Ny titel'],
      [2, 'published', null],
      [1, 'draft', null],
    ],
  );

  assert.equal(
    state(await askJson(200, `${items}/bad/withdraw`, { as: 'editor', method: 'POST' })),
    'withdrawn 5',
  );
  const gone = await ask(`/datasets/bad`, { headers: { 'Accept-Language': 'en' } });
  assert.equal(gone.status, 410);
  assert.match(((await gone.json()) as { detail: string }).detail, /“Bathing” was withdrawn on/);
  assert.equal(
    state(await askJson(200, `${items}/bad/publish`, { as: 'editor', method: 'POST' })),
    'published 6',
  );
  assert.equal((await ask('/datasets/bad')).status, 200);

  assert.equal(
    (await ask(`${items}/bad`, { as: 'editor', method: 'DELETE', headers: { 'If-Match': '*' } }))
      .status,
    204,
  );
  assert.equal((await ask('/datasets/bad')).status, 410);
});

test('the same dataset can be sent in every RDF syntax', async (t) => {
  const { ask, askJson } = await openSite(t);
  for (const [type, body] of Object.entries(everySyntax())) {
    const name = `luft-${type.replace(/[^a-z]/g, '')}`;
    const made = await askJson(201, `${items}?organization=${own}&name=${name}&publish=true`, {
      as: 'editor',
      headers: { 'Content-Type': type },
      body,
    });
    assert.deepEqual(made.title, { sv: 'Luftkvalitet', en: 'Luftkvalitet (English)' }, type);
    if (type !== 'application/n-triples') assert.equal(made['@id'], `${base}/datasets/${name}`);
    const replaced = await ask(`${items}/${name}`, {
      as: 'editor',
      method: 'PUT',
      headers: { 'Content-Type': type, 'If-Match': '*' },
      body: body.replaceAll('Timvärden', 'Dygnsvärden'),
    });
    assert.equal(replaced.status, 200, await replaced.text());
    const read = await askJson(200, `${items}/${name}`);
    assert.equal((read.description as JsonObject).sv, 'Dygnsvärden.', type);
  }
});

test('series and services live the same life', async (t) => {
  const { ask, askJson } = await openSite(t);
  for (const [kind, body] of [
    ['series', series()],
    ['services', service()],
  ] as const) {
    const path = `/api/v1/${kind}`;
    await askJson(201, `${path}?organization=${own}&name=bad&publish=true`, { as: 'editor', body });
    assert.equal((await ask(`/${kind}/bad`)).status, 200);
    const tag = { 'If-Match': '"1-json"' };
    await askJson(200, `${path}/bad`, {
      as: 'editor',
      method: 'PUT',
      headers: tag,
      body: { ...body, keyword: { sv: ['bad'] } },
    });
    await askJson(200, `${path}/bad/withdraw`, { as: 'editor', method: 'POST' });
    assert.equal((await ask(`/${kind}/bad`)).status, 410);
  }
});

test('what GET answers can be put back as it is, and changes nothing', async (t) => {
  const { ask, askJson, application } = await published(t);
  const read = await askJson(200, `${items}/bad`);
  const revision = await application.store.catalog.revision();
  const back = await ask(`${items}/bad`, {
    as: 'editor',
    method: 'PUT',
    headers: { 'If-Match': '"1-json"' },
    body: read,
  });
  assert.equal(back.status, 200);
  assert.equal(state((await back.json()) as JsonObject), 'published 1');
  assert.equal(await application.store.catalog.revision(), revision);
});

test('a draft takes another name, and a published record keeps its own', async (t) => {
  const { ask, askJson } = await openSite(t);
  await askJson(201, `${items}?organization=${own}&name=forst`, { as: 'editor', body: dataset() });
  const renamed = await askJson(200, `${items}/forst`, {
    as: 'editor',
    method: 'PATCH',
    headers: { 'If-Match': '*' },
    body: { record: { name: 'sedan' } },
  });
  assert.equal(renamed['@id'], `${base}/datasets/sedan`);
  assert.equal((await ask(`${items}/forst`, { as: 'editor' })).status, 404);
  await askJson(200, `${items}/sedan/publish`, { as: 'editor', method: 'POST' });
  const frozen = await ask(`${items}/sedan`, {
    as: 'editor',
    method: 'PATCH',
    headers: { 'If-Match': '*' },
    body: { record: { name: 'forst' } },
  });
  assert.equal(frozen.status, 409);
  assert.match(await frozen.text(), /name-frozen/);
});

test('a draft that is deleted is gone with all its versions, and its name is free', async (t) => {
  const { ask, askJson } = await openSite(t);
  const path = `${items}?organization=${own}&name=bad`;
  await askJson(201, path, { as: 'editor', body: dataset() });
  const without = await ask(`${items}/bad`, { as: 'editor', method: 'DELETE' });
  assert.equal(without.status, 428);
  const removed = await ask(`${items}/bad`, {
    as: 'editor',
    method: 'DELETE',
    headers: { 'If-Match': '"1-json"' },
  });
  assert.equal(removed.status, 204);
  assert.equal((await ask(`${items}/bad/versions`, { as: 'editor' })).status, 404);
  await askJson(201, path, { as: 'editor', body: dataset() });
});

test('a list is walked by its cursor, each record once, oldest first', async (t) => {
  const { ask, askJson } = await openSite(t);
  const names = Array.from({ length: 7 }, (_, index) => `bad-${index}`);
  for (const name of names) {
    await askJson(201, `${items}?organization=${own}&name=${name}&publish=true`, {
      as: 'editor',
      body: dataset(),
    });
  }
  const seen: string[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const reply = await ask(`${items}?limit=3${next === '' ? '' : `&cursor=${next}`}`);
    const list = (await reply.json()) as {
      items: { record: { name: string } }[];
      total: number;
      next: string | null;
    };
    assert.equal(list.total, 7);
    assert.equal(/rel="next"/.test(reply.headers.get('link') ?? ''), list.next !== null);
    seen.push(...list.items.map((item) => item.record.name));
    next = list.next;
  }
  assert.deepEqual(seen, names);
  const elsewhere = await askJson(200, `${items}?organization=malmo`);
  assert.equal(elsewhere.total, 0);
});

test('remarks come in the language that the writer reads, and say where and by which rule', async (t) => {
  const { ask } = await openSite(t);
  for (const [language, detail] of [
    ['sv', /[åäö]/],
    ['en', /^[^åäö]*$/],
  ] as const) {
    const reply = await ask(`${items}?organization=${own}&publish=true`, {
      as: 'editor',
      headers: { 'Accept-Language': language },
      body: { title: { sv: 'Bad' } },
    });
    assert.equal(reply.status, 422);
    assert.equal(reply.headers.get('content-language'), language);
    const problem = (await reply.json()) as { detail: string; errors: JsonObject[] };
    assert.ok(problem.errors.length > 1, 'all faults at once');
    assert.match(problem.errors.map((error) => error.detail).join(' '), detail);
    for (const error of problem.errors) assert.match(String(error.pointer), /^#\//);
  }
});

test('a remark with dollar signs does not garble the reply', async (t) => {
  const { askJson } = await openSite(t);
  const made = await askJson(201, `${items}?organization=${own}&name=bad`, {
    as: 'editor',
    body: { ...dataset(), accessRights: "https://example.org/$'$&" },
  });
  const { issues } = made.record as { issues: { detail: string }[] };
  assert.ok(
    issues.some((issue) => issue.detail.includes("$'$&")),
    JSON.stringify(issues),
  );
});

test('the same Idempotency-Key makes one record, also when both requests come at once', async (t) => {
  const { ask, application } = await openSite(t);
  const post = (body: JsonObject, key: string) =>
    ask(`${items}?organization=${own}`, {
      as: 'editor',
      headers: { 'Idempotency-Key': key },
      body,
    });
  const first = await post(dataset(), 'k-1');
  assert.equal(first.status, 201);
  const again = await post(dataset(), 'k-1');
  assert.equal(again.status, 200);
  assert.equal(
    ((await first.json()) as JsonObject)['@id'],
    ((await again.json()) as JsonObject)['@id'],
  );
  assert.equal((await post(dataset('Annat'), 'k-1')).status, 409);
  const both = await Promise.all([post(dataset('Två'), 'k-2'), post(dataset('Två'), 'k-2')]);
  assert.deepEqual(both.map((reply) => reply.status).toSorted(), [200, 201]);
  const count = await application.store.catalog.count({
    kinds: ['dataset'],
    states: ['draft'],
    draftsOf: '*',
  });
  assert.equal(count, 2);
});

/** `published 3` of a record's own words. */
function state(answer: JsonObject): string {
  const { state: name, version } = answer.record as JsonObject;
  return `${name} ${version}`;
}

function remarks({ record }: JsonObject): readonly unknown[] {
  assert.ok(isJsonObject(record) && Array.isArray(record.issues));
  return record.issues;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataset } from '../http/descriptions.ts';
import { base, openSite, own } from '../http/site.ts';

const asPage = { Accept: 'text/html' };

async function openMeasured(t: Parameters<typeof openSite>[0]) {
  const site = await openSite(t);
  for (const name of ['utkast', 'publik']) {
    await site.askJson(201, `/api/v1/datasets?organization=${own}&name=${name}`, {
      as: 'editor',
      body: dataset(),
    });
  }
  await site.askJson(200, '/api/v1/datasets/publik/publish', { as: 'editor', method: 'POST' });
  await site.application.quality.catchUp();
  await site.application.quality.keepDay();
  return site;
}

test('the quality of all, of an organisation and of a dataset is told alike on pages and to programs', async (t) => {
  const site = await openMeasured(t);
  const one = await site.askJson(200, '/api/v1/datasets/publik/quality');
  const { total } = one.afterHarvest as { readonly total: number };
  const all = await site.askJson(200, '/api/v1/quality');
  assert.equal(all.datasets, 1);
  assert.equal(all.average, total);
  const its = await site.askJson(200, `/api/v1/organizations/${own}/quality`);
  assert.deepEqual(its.history, all.history);
  for (const path of ['/quality', `/organizations/${own}/quality`, '/datasets/publik/quality']) {
    const reply = await site.ask(path, { headers: asPage });
    assert.equal(reply.status, 200, path);
    assert.match(await reply.text(), new RegExp(`${total} av 405`), path);
  }
});

test('a score is DQV in every syntax, beside the record and not in it', async (t) => {
  const site = await openMeasured(t);
  const turtle = await (await site.ask('/datasets/publik/quality.ttl')).text();
  assert.match(turtle, /QualityMeasurement/);
  assert.match(turtle, /piveau\.eu\/ns\/voc#/);
  assert.ok(turtle.includes(`${base}/datasets/publik`));
  for (const suffix of ['rdf', 'jsonld', 'nt', 'json']) {
    const reply = await site.ask(`/datasets/publik/quality.${suffix}`);
    assert.equal(reply.status, 200, suffix);
  }
  assert.doesNotMatch(await (await site.ask('/datasets/publik.ttl')).text(), /QualityMeasurement/);
});

test('a badge is an image that runs nothing, of what is published only', async (t) => {
  const site = await openMeasured(t);
  for (const path of ['/datasets/publik/badge.svg', `/organizations/${own}/badge.svg`]) {
    const reply = await site.ask(path);
    assert.equal(reply.headers.get('content-type'), 'image/svg+xml; charset=utf-8');
    assert.match(await reply.text(), /^<svg [^>]*><title>Metadatakvalitet: \d+\/405/);
  }
  assert.equal((await site.ask('/datasets/utkast/badge.svg', { as: 'editor' })).status, 404);
});

test('the quality of a draft is for those who see the draft', async (t) => {
  const site = await openMeasured(t);
  assert.equal((await site.ask('/datasets/utkast/quality')).status, 404);
  const reply = await site.ask('/datasets/utkast/quality.json', { as: 'editor' });
  assert.equal(reply.status, 200);
  assert.match(reply.headers.get('cache-control') ?? '', /no-store/);
});

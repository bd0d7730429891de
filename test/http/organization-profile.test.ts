import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { dataset } from './descriptions.ts';
import { openSite, own, type SignedInPerson, type Site } from './site.ts';

const path = `/workspace/${own}/profile`;
const html = { Accept: 'text/html' };

/** Sends a picture as a browser does. */
function sendLogotype(site: Site, as: SignedInPerson, bytes: Uint8Array, alternative: string) {
  const form = new FormData();
  form.set('_csrf', as.csrf);
  form.set('alternative', alternative);
  form.set('file', new Blob([Uint8Array.from(bytes)], { type: 'image/png' }), 'vapen.png');
  return fetch(`${site.url}${path}/logotype`, {
    method: 'POST',
    redirect: 'manual',
    body: form,
    headers: { Cookie: as.cookie, Origin: 'https://data.example.se' },
  });
}

test('an administrator gives the organisation its look, and everybody sees it', async (t) => {
  const site = await openSite(t);
  const admin = await site.person({ role: 'administrator' });
  const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  const refused = await sendLogotype(site, admin, svg, 'Vapen');
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /SVG tas inte emot[\s\S]*id="file"/);
  const { create } = {
    create: { width: 300, height: 200, channels: 3, background: '#005aa0' },
  } as const;
  const png = await sharp({ create }).png().toBuffer();
  assert.equal((await sendLogotype(site, admin, png, ' ')).status, 422);
  assert.equal((await sendLogotype(site, admin, png, 'Umeås vapen')).status, 303);
  const form = { colour: '#005AA0' };
  assert.equal((await site.ask(`${path}/colour`, { as: admin, form })).status, 303);

  const logo = await site.ask(`/organizations/${own}/logo.png`);
  assert.equal(logo.status, 200);
  assert.equal(logo.headers.get('content-type'), 'image/png');
  assert.equal(logo.headers.get('x-content-type-options'), 'nosniff');
  assert.match(logo.headers.get('content-security-policy') ?? '', /sandbox/);
  const etag = logo.headers.get('etag') ?? '';
  const again = await site.ask(`/organizations/${own}/logo.png`, {
    headers: { 'If-None-Match': etag },
  });
  assert.equal(again.status, 304);
  const shown = await (await site.ask(`/organizations/${own}`, { headers: html })).text();
  assert.match(shown, /logo\.png\?v=/);
  assert.match(shown, /<rect[^>]*fill="#005aa0"/);
  assert.match(await (await site.ask('/organizations', { headers: html })).text(), /logo\.png/);
  assert.equal((await site.ask('/organizations/malmo/logo.png')).status, 404);

  await site.ask(`${path}/logotype/remove`, { as: admin, form: {} });
  assert.equal((await site.ask(`/organizations/${own}/logo.png`)).status, 404);
});

test('names and contact are kept in both languages, and faults come back at their fields', async (t) => {
  const site = await openSite(t);
  const admin = await site.person({ role: 'administrator' });
  const form = {
    nameSv: 'Umeå kommun',
    nameEn: 'Umeå Municipality',
    descriptionSv: 'En kommun i norr',
    descriptionEn: '',
    homepage: 'https://www.umea.se',
    mbox: 'data@umea.se',
  };
  assert.equal((await site.ask(path, { as: admin, form })).status, 303);
  const stored = await site.application.store.catalog.find('organization', own);
  assert.deepEqual(stored?.content.name, { sv: 'Umeå kommun', en: 'Umeå Municipality' });
  const page = await (await site.ask(path, { as: admin })).text();
  assert.match(page, /value="data@umea\.se"/);
  assert.match(page, /catalog\.rdf/);

  const bad = await site.ask(path, { as: admin, form: { ...form, nameSv: '', nameEn: '' } });
  assert.equal(bad.status, 422);
  assert.match(await bad.text(), /error-summary[\s\S]*En kommun i norr/);
});

test('the rules hold for tokens: a declaration is demanded, then four eyes', async (t) => {
  const site = await openSite(t);
  const admin = await site.person({ role: 'administrator' });
  const editor = await site.person({ role: 'editor' });
  assert.equal((await site.ask(path, { as: editor })).status, 403);
  const stranger = await site.person({ role: 'administrator', organization: 'malmo' });
  assert.equal((await site.ask(path, { as: stranger })).status, 404);
  assert.equal((await site.ask(`${path}/rules`, { as: stranger, form: {} })).status, 404);
  await site.askJson(201, `/api/v1/datasets?organization=${own}&name=bad`, {
    as: 'editor',
    body: dataset(),
  });
  const publish = '/api/v1/datasets/bad/publish';
  await site.ask(`${path}/rules`, { as: admin, form: { declaration: 'on' } });

  const missing = await site.ask(publish, { method: 'POST', as: 'editor' });
  assert.equal(missing.status, 422);
  const declaration = { classifiedBy: 'Ägare', classifiedOn: '2026-11-20', ground: 'Offentlig' };
  for (const body of [
    { declaration: 'x' },
    { declaration: { ground: 0 } },
    { role: 'x' },
    { declaration: { ...declaration, ground: '' } },
  ]) {
    const reply = await site.ask(publish, { as: 'editor', body });
    assert.ok([400, 422].includes(reply.status), `${reply.status}`);
  }
  await site.ask(`${path}/rules`, { as: admin, form: { declaration: 'on', fourEyes: 'on' } });
  assert.equal((await site.ask(publish, { as: 'editor', body: { declaration } })).status, 409);
  await site.ask(`${path}/rules`, { as: admin, form: { declaration: 'on' } });
  const done = await site.askJson(200, publish, { as: 'editor', body: { declaration } });
  assert.match(JSON.stringify(done), /"state":"published"/);
  assert.match(await (await site.ask('/datasets/bad', { headers: html })).text(), /Ägare/);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkbook, writeWorkbook } from '../../src/tables/workbook.ts';
import { dataset } from './descriptions.ts';
import { openSite, own, type SignedInPerson, type Site } from './site.ts';

const path = `/workspace/${own}`;

async function withTwo(site: Site): Promise<void> {
  for (const name of ['bad', 'trad']) {
    await site.askJson(201, `/api/v1/datasets?organization=${own}&name=${name}&publish=true`, {
      as: 'editor',
      body: dataset(name),
    });
  }
}

/** Hidden fields of the page's own form, as a browser sends them again. */
function hidden(html: string): Record<string, string> {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const found = main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...found].flatMap(([, name = '', value = '']) => (name === '_csrf' ? [] : [[name, value]])),
  );
}

test('two chosen datasets get another licence, step by step, and back again', async (t) => {
  const site = await openSite(t);
  await withTwo(site);
  const as = await site.person({ role: 'editor' });
  const chosen = { action: 'change', 'dataset.bad': 'on', 'dataset.trad': 'on' };
  const first = await site.ask(`${path}/bulk`, { as, form: chosen });
  assert.match(await first.text(), /value="distribution\/license"/);
  const second = { ...chosen, property: 'distribution/license', mode: 'set' };
  const asked = await (await site.ask(`${path}/bulk`, { as, form: second })).text();
  assert.match(asked, /<select[^>]*name="value"/);
  const value = 'http://creativecommons.org/licenses/by/4.0/';
  const look = await (await site.ask(`${path}/bulk`, { as, form: { ...second, value } })).text();
  assert.match(look, /Ändra 2 poster/);

  const done = await site.ask(`${path}/bulk`, { as, form: hidden(look) });
  const where = done.headers.get('location') ?? '';
  assert.match(where, /bulk\?done=/);
  const bad = await site.askJson(200, '/api/v1/datasets/bad');
  assert.match(JSON.stringify(bad.distribution), /licenses\/by\/4\.0/);
  const id = where.slice(where.indexOf('=') + 1);
  assert.match(await (await site.ask(where, { as })).text(), /Ångra alltihop/);
  await site.ask(`${path}/bulk/undo`, { as, form: { id } });
  const back = await site.askJson(200, '/api/v1/datasets/bad');
  assert.match(JSON.stringify(back.distribution), /publicdomain\/zero/);
});

test('a foreign or unknown name among the chosen changes nothing, and strangers are not let in', async (t) => {
  const site = await openSite(t);
  await withTwo(site);
  await site.askJson(201, '/api/v1/datasets?organization=malmo&name=theirs&publish=true', {
    as: 'stranger',
    body: dataset('theirs'),
  });
  const as = await site.person({ role: 'editor' });
  const stranger = await site.person({ role: 'administrator', organization: 'malmo' });
  for (const name of ['theirs', 'nobody']) {
    for (const action of ['publish', 'withdraw', 'change', 'move', 'export']) {
      const form = {
        action,
        'dataset.bad': 'on',
        [`dataset.${name}`]: 'on',
        step: 'apply',
        seen: '',
      };
      assert.equal((await site.ask(`${path}/bulk`, { as, form })).status, 404, `${action} ${name}`);
    }
  }
  const form = { action: 'withdraw', 'dataset.bad': 'on', step: 'apply', seen: '' };
  for (const below of ['bulk', 'bulk/undo', 'import']) {
    assert.equal((await site.ask(`${path}/${below}`, { as: stranger, form })).status, 404, below);
  }
  assert.equal((await site.ask(`${path}/export/xlsx`, { as: stranger })).status, 404);
  const mine = await site.ask('/workspace/malmo/bulk', { as: stranger, form });
  assert.equal(mine.status, 404, "another's record by one's own organisation");
  assert.equal((await site.ask('/datasets/bad')).status, 200);
});

/** Sends a spreadsheet as a browser does. */
function sendSheet(site: Site, as: SignedInPerson, bytes: Uint8Array) {
  const form = new FormData();
  form.set('_csrf', as.csrf);
  form.set('file', new Blob([Uint8Array.from(bytes)]), 'metadata.xlsx');
  return fetch(`${site.url}${path}/import`, {
    method: 'POST',
    redirect: 'manual',
    body: form,
    headers: { Cookie: as.cookie, Origin: 'https://data.example.se' },
  });
}

test('metadata is fetched as a workbook, changed, looked at and read in again', async (t) => {
  const site = await openSite(t);
  await withTwo(site);
  const as = await site.person({ role: 'editor' });
  const fetched = await site.ask(`${path}/export/xlsx`, { as });
  assert.match(fetched.headers.get('content-disposition') ?? '', /attachment/);
  const [main, parts] = await readWorkbook(Buffer.from(await fetched.arrayBuffer()));
  assert.ok(main && parts);
  const at = main.rows[2]?.indexOf('title@sv') ?? -1;
  const rows = main.rows.map((cells) =>
    cells[0] === 'bad' ? cells.map((cell, place) => (place === at ? 'Alla bad' : cell)) : cells,
  );
  const changed = await writeWorkbook([{ ...main, rows }, parts], { headings: 3 });
  const look = await (await sendSheet(site, as, changed)).text();
  assert.match(look, /Läs in en datamängd/);
  assert.match(look, /En rad är oförändrad/);
  const done = await site.ask(`${path}/import`, { as, form: hidden(look) });

  assert.match(done.headers.get('location') ?? '', /bulk\?done=/);
  const bad = await site.askJson(200, '/api/v1/datasets/bad');
  assert.deepEqual(bad.title, { sv: 'Alla bad', en: 'bad (English)' });
  const broken = await sendSheet(site, as, new TextEncoder().encode('PK nonsense'));
  assert.equal(broken.status, 422);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../src/kernel/json.ts';
import { openSite, type SignedInPerson } from './site.ts';

test('the audit comes as JSON lines or CSV, newest first, of one organisation', async (t) => {
  const site = await openSite(t);
  const title = '=HYPERLINK("http://elak.example")';
  const body = { title: { sv: title }, description: { sv: 'x' } };
  await site.askJson(201, '/api/v1/datasets?organization=umea&name=aa', { body, as: 'editor' });
  await site.askJson(201, '/api/v1/datasets?organization=malmo&name=bb', { body, as: 'stranger' });

  const reply = await site.ask('/api/v1/audit', { as: 'administrator' });

  assert.equal(reply.headers.get('content-type'), 'application/x-ndjson; charset=utf-8');
  assert.equal(reply.headers.get('cache-control'), 'private, no-store');
  const events = linesOf(await reply.text());
  assert.deepEqual(
    events.map(({ action }) => action),
    ['audit-exported', 'record-created', 'organization-created'],
  );
  const [, created] = events;
  assert.deepEqual(created?.organization, { id: created?.organization?.id, name: 'umea' });
  assert.equal(created?.actor?.name, 'editor');
  assert.match(String(created?.address), /127\.0\.0\.1/);
  const csv = await site.ask('/api/v1/audit?action=record-created', {
    as: 'administrator',
    headers: { Accept: 'text/csv' },
  });
  assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/);
  const text = await csv.text();
  assert.match(text, /"'=HYPERLINK\(""http:\/\/elak\.example""\)"/);
  assert.equal(text.trim().split('\r\n').length, 2);
});

test('an operator reads everything, and nobody reads what is foreign', async (t) => {
  const site = await openSite(t);
  const ask = async (path: string, as: 'operator' | 'administrator' | 'editor') =>
    site.ask(path, { as });

  const all = linesOf(await (await ask('/api/v1/audit', 'operator')).text());
  assert.equal(all.filter(({ action }) => action === 'organization-created').length, 2);
  assert.equal((await ask('/api/v1/audit?organization=malmo', 'administrator')).status, 403);
  assert.equal((await ask('/api/v1/audit', 'editor')).status, 403);
  assert.equal((await site.ask('/api/v1/audit')).status, 401);
  assert.equal((await ask('/api/v1/audit?action=nothing', 'operator')).status, 400);
  assert.equal((await ask('/api/v1/audit?since=2026-1-1', 'operator')).status, 400);
  assert.deepEqual(
    linesOf(await (await ask('/api/v1/audit?until=2020-01-01', 'operator')).text()),
    [],
  );
});

test('the log is a page for administrators and operators, and for nobody else', async (t) => {
  const site = await openSite(t);
  const administrator = await site.person({ role: 'administrator' });
  const editor = await site.person({ role: 'editor' });
  const operator = await site.person('operator');
  const page = async (path: string, as: SignedInPerson) => {
    const reply = await site.ask(path, { as });
    return { status: reply.status, text: await reply.text() };
  };

  const own = await page('/workspace/umea/log', administrator);
  assert.equal(own.status, 200);
  assert.match(own.text, /tog in en organisation/);
  assert.doesNotMatch(own.text, /Malmö/);
  assert.equal((await page('/workspace/umea/log', editor)).status, 403);
  assert.equal((await page('/workspace/malmo/log', administrator)).status, 404);
  assert.equal((await page('/operator/log', administrator)).status, 404);
  const all = await page('/operator/log?action=organization-created', operator);
  assert.match(all.text, /Malmö stad/);
  const file = await page('/workspace/umea/log/export?form=csv', administrator);
  assert.match(file.text, /organization-created/);
  assert.equal((await page('/workspace/malmo/log/export?form=csv', administrator)).status, 404);
  const refused = await page('/operator/log?action=access-refused', operator);
  assert.match(refused.text, new RegExp(administrator.name));
});

interface Line extends JsonObject {
  readonly action: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly actor: { readonly name: string };
}

function linesOf(text: string): readonly Partial<Line>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Partial<Line>);
}

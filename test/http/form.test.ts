import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { readForm } from '../../src/http/form.ts';
import { sendJson } from '../../src/http/reply.ts';
import { type Served, serve, testRoute } from './serve.ts';

async function forms(t: TestContext): Promise<Served & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const form = testRoute({
    method: 'POST',
    path: '/form',
    handler: async (ctx) => {
      await using read = await readForm(ctx, { limit: 100_000, folder });
      const files = await Promise.all(
        [...read.files].map(async ([field, file]) => [
          field,
          file.name,
          (await readFile(file.path)).length,
        ]),
      );
      sendJson(ctx, JSON.stringify({ fields: [...read.fields], files }));
    },
  });
  return { ...(await serve(t, [form])), folder };
}

/** A form with one field and one file. */
function upload(size: number, name = 'träd.csv'): FormData {
  const form = new FormData();
  form.set('organization', 'umea');
  form.set('file', new Blob(['x'.repeat(size)], { type: 'text/csv' }), name);
  return form;
}

test('a form’s fields and files arrive, and no file stays', async (t) => {
  const { url, folder } = await forms(t);
  const reply = await fetch(`${url}/form`, {
    method: 'POST',
    body: upload(50_000, '../../träd.csv'),
  });
  assert.deepEqual(await reply.json(), {
    fields: [['organization', 'umea']],
    files: [['file', '../../träd.csv', 50_000]],
  });
  assert.deepEqual(await readdir(folder), []);
  const encoded = await fetch(`${url}/form`, {
    method: 'POST',
    body: new URLSearchParams({ a: '1', b: 'å' }),
  });
  assert.deepEqual(await encoded.json(), {
    fields: [
      ['a', '1'],
      ['b', 'å'],
    ],
    files: [],
  });
});

test('forms that are too large, repeated, indexed or broken are refused, and no file stays', async (t) => {
  const { url, folder } = await forms(t);
  const post = async (body: FormData | URLSearchParams | string, type?: string): Promise<number> =>
    (
      await fetch(`${url}/form`, {
        method: 'POST',
        body,
        ...(type === undefined ? {} : { headers: { 'content-type': type } }),
      })
    ).status;
  assert.equal(await post(upload(100_001)), 413);
  assert.equal(await post(upload(5_000_000)), 413);
  assert.equal(
    await post(
      new URLSearchParams([
        ['a', '1'],
        ['a', '2'],
      ]),
    ),
    400,
  );
  assert.equal(await post(new URLSearchParams({ 'a[99999999]': '1' })), 400);
  const crowd = new FormData();
  for (let index = 0; index < 300; index += 1) crowd.set(`f${index}`, 'x');
  assert.equal(await post(crowd), 413);
  assert.equal(await post('no boundary', 'multipart/form-data'), 400);
  assert.equal(await post('{}', 'application/json'), 415);
  assert.deepEqual(await readdir(folder), []);
});

test('a client that hangs up inside a file leaves nothing behind', async (t) => {
  const { port, folder, lines } = await forms(t);
  const socket = connect(port, '127.0.0.1');
  socket.write(
    'POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 50000\r\n\r\n' +
      `--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: text/csv\r\n\r\n${'x'.repeat(20_000)}`,
  );
  while ((await readdir(folder)).length === 0) await delay(5);
  socket.destroy();
  while ((await readdir(folder)).length > 0) await delay(5);
  await delay(20);
  assert.equal(lines.filter((line) => line.includes('"level":"error"')).length, 0);
});

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { turtle } from '../http/descriptions.ts';
import { command, startServer } from './process.ts';

test('readers that stand still hold up no stop: their connections are cut and the process ends with 0', async (t) => {
  const data = await mkdtemp(join(tmpdir(), 'datatorget-stop-'));
  t.after(() => rm(data, { recursive: true, force: true }));
  await command(data, ['organizations', 'add', 'umea', '--title', 'Umeå kommun']);
  const file = join(data, 'large.ttl');
  await writeFile(file, large());
  const { code, stderr } = await command(data, [
    'import',
    file,
    '--organization',
    'umea',
    '--publish',
  ]);
  assert.equal(code, 0, stderr.slice(-500));
  const server = await startServer(data);
  t.after(() => server.process.kill('SIGKILL'));
  const readers = ['', 'Accept-Encoding: gzip\r\n'].map((headers) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1').pause();
    t.after(() => socket.destroy());
    socket.on('error', () => undefined);
    socket.write(`GET /organizations/umea/catalog.nt HTTP/1.1\r\nHost: x\r\n${headers}\r\n`);
    return socket;
  });
  await delay(1000);
  assert.ok(readers.every((socket) => !socket.destroyed));
  const begun = performance.now();
  server.process.kill('SIGTERM');
  const ended = await Promise.race([server.ended, delay(32_000, 'still running', { ref: false })]);
  assert.equal(ended, 0, server.output().slice(-1000));
  assert.ok(performance.now() - begun < 30_000);
  assert.match(server.output(), /"event":"stopped"/);
});

/** More than the sockets' buffers hold. */
function large(): string {
  const text = turtle('Stor '.repeat(2000));
  const head = text.slice(0, text.indexOf('<>'));
  const body = text.slice(head.length);
  const records = Array.from({ length: 1000 }, (_, index) =>
    body.replace('<>', `<https://register.umea.se/${index}>`),
  );
  return head + records.join('\n');
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { askAddress, isInside } from '../../src/harvest/ask-address.ts';

const never = new AbortController().signal;

test('addresses of our own network are known in every form', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '192.168.1.1',
    '172.20.0.1',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.1',
    'fd00::1',
    'fe80::1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    'not an address',
  ])
    assert.ok(isInside(address), address);
  for (const address of ['8.8.8.8', '193.10.0.1', '2001:6b0::1'])
    assert.ok(!isInside(address), address);
});

test('the server never asks inside its own network, by number or by name', async (t) => {
  let asked = 0;
  const server = createServer((_request, reply) => {
    asked += 1;
    reply.end();
  });
  t.after(() => server.close());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const url of [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://[::1]:${port}/`,
    `http://2130706433:${port}/`,
    'http://localhost/',
    'file:///etc/passwd',
    'http://169.254.169.254/latest/meta-data',
  ])
    assert.equal(await askAddress(url, never), 'no answer', url);
  assert.equal(asked, 0);
});

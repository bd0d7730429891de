import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { checkLinks } from '../../src/harvest/check-links.ts';

/** A publisher's server: some addresses answer, some do not, and it remembers what it was asked. */
async function openPublisher(t: TestContext) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.url === '/silent') return;
    const isGone =
      request.url === '/gone' || (request.url === '/get-only' && request.method === 'HEAD');
    response.writeHead(isGone ? 404 : 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

test('addresses that answer are no fault, by HEAD or by GET, and each is asked once', async (t) => {
  const { base, requests } = await openPublisher(t);
  const record = {
    landingPage: [`${base}/page`, `${base}/get-only`],
    distribution: [{ accessUrl: `${base}/page`, downloadUrl: [`${base}/file.csv`] }],
  };

  assert.deepEqual(await checkLinks([record]), [[]]);
  assert.deepEqual(requests.toSorted(), [
    'GET /get-only',
    'HEAD /file.csv',
    'HEAD /get-only',
    'HEAD /page',
  ]);
});

test('a dead link is named with its record, its place and what it answered', async (t) => {
  const { base } = await openPublisher(t);
  const alive = { landingPage: [`${base}/page`] };
  const dead = {
    page: [{ '@id': `${base}/gone` }],
    distribution: [{ accessUrl: 'http://127.0.0.1:1/', downloadUrl: [`${base}/silent`] }],
  };

  const [first, second = []] = await checkLinks([alive, dead], { patience: 300 });

  assert.deepEqual(first, []);
  assert.deepEqual(
    second.map(({ rule, pointer, message }) => [rule, pointer, /\((.*)\)/.exec(message.en)?.[1]]),
    [
      ['V033', '/page/0', '404'],
      ['V033', '/distribution/0/accessUrl', 'no answer'],
      ['V033', '/distribution/0/downloadUrl/0', 'timeout'],
    ],
  );
});

test('the address of an API itself is never asked', async (t) => {
  const { base, requests } = await openPublisher(t);
  assert.deepEqual(await checkLinks([{ endpointUrl: [`${base}/gone`] }]), [[]]);
  assert.deepEqual(requests, []);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { openSite } from '../http/site.ts';

/** Addresses of what the start page loads, by their suffix. */
async function loaded(html: string): Promise<ReadonlyMap<string, string>> {
  const found = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+\.(\w+))"/g)];
  return new Map(found.map(([, address = '', suffix = '']) => [suffix, address]));
}

test('what a page loads never changes at its address, and comes compressed', async (t) => {
  const site = await openSite(t);
  const html = await (await site.ask('/', { headers: { Accept: 'text/html' } })).text();
  const addresses = await loaded(html);
  assert.deepEqual([...addresses.keys()].toSorted(), ['css', 'js', 'svg', 'woff2']);
  for (const [suffix, type] of [
    ['css', 'text/css; charset=utf-8'],
    ['js', 'text/javascript; charset=utf-8'],
    ['woff2', 'font/woff2'],
    ['svg', 'image/svg+xml'],
  ] as const) {
    const path = addresses.get(suffix) ?? '';
    const reply = await site.ask(path, { headers: { 'Accept-Encoding': 'br' } });
    assert.equal(reply.status, 200, path);
    assert.equal(reply.headers.get('content-type'), type);
    assert.equal(reply.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    const again = await site.ask(path, {
      headers: { 'Accept-Encoding': 'br', 'If-None-Match': reply.headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304, path);
  }
});

test('an asset of another release is not found', async (t) => {
  const site = await openSite(t);
  for (const name of ['main-0000000000.css', 'page-0000000000.js', 'x.png', '..%2Fmain.css'])
    assert.equal((await site.ask(`/assets/${name}`)).status, 404, name);
});

test('the first view is small: 60 kB of HTML and CSS, 15 kB of scripts, 30 kB of CSS', async (t) => {
  const site = await openSite(t);
  const html = await (await site.ask('/', { headers: { Accept: 'text/html' } })).text();
  const size = async (address: string): Promise<number> => {
    const bytes = Buffer.from(await (await site.ask(address)).arrayBuffer());
    // Fetch has undone the coding; what went over the wire is weighed again.
    return brotliCompressSync(bytes).length;
  };
  const sheets = [...html.matchAll(/rel="stylesheet" href="([^"]+)"/g)].map(([, one = '']) => one);
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(
    ([, one = '']) => one,
  );
  const css = sum(await Promise.all(sheets.map(size)));
  const page = brotliCompressSync(html).length;
  assert.ok(css > 1000 && css < 30_000, `CSS: ${css}`);
  assert.ok(page + css < 60_000, `HTML and CSS: ${page + css}`);
  const script = sum(await Promise.all(scripts.map(size)));
  assert.ok(script > 0 && script < 15_000, `scripts: ${script}`);
});

test('the compressed forms hold the same bytes', async () => {
  const { assetAddress, findAsset } = await import('../../src/portal/assets.ts');
  const asset = await findAsset(assetAddress.style('main').slice('/assets/'.length));
  assert.ok(asset !== undefined && 'br' in asset);
  assert.deepEqual(brotliDecompressSync(asset.br), asset.bytes);
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

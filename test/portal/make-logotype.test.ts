import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { CatalogError } from '../../src/kernel/errors.ts';
import { makeLogotype } from '../../src/portal/organization-profile/make-logotype.ts';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0f5a5c' } });

const isRefused = (error: unknown): boolean =>
  error instanceof CatalogError && error.code === 'invalid-record';

test('a picture in each taken form becomes a small PNG without metadata', async () => {
  const made = [
    await picture(900, 300).png().toBuffer(),
    await picture(900, 300)
      .withExif({ IFD0: { Copyright: 'Secret Person' } })
      .jpeg()
      .toBuffer(),
    await picture(900, 300).webp().toBuffer(),
  ];
  for (const sent of made) {
    const { png, width, height } = await makeLogotype(sent);
    assert.deepEqual([width, height], [480, 160]);
    const { format, exif } = await sharp(png).metadata();
    assert.deepEqual([format, exif], ['png', undefined]);
    assert.equal(Buffer.from(png).includes('Secret Person'), false);
  }
});

test('what is no raster picture is refused by what it holds, not by its name', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><script>alert(1)</script></svg>';
  const gif = await picture(99, 99).gif().toBuffer();
  for (const sent of [svg, '<html>', '%PDF-1.7', 'GIF89a<script>', '', 'BM']) {
    await assert.rejects(makeLogotype(Buffer.from(sent)), isRefused, sent);
  }
  await assert.rejects(makeLogotype(gif), isRefused);
  await assert.rejects(makeLogotype(Buffer.from(`\x89PNG\r\n\x1a\n${svg}`, 'latin1')), isRefused);
});

test('a file that is two things at once comes out as a picture alone', async () => {
  const sent = Buffer.concat([
    await picture(99, 99).png().toBuffer(),
    Buffer.from('<script>alert(1)</script>PK\x03\x04'),
  ]);
  const { png } = await makeLogotype(sent);
  assert.equal(Buffer.from(png).includes('script'), false);
});

test('a picture that unfolds to gigabytes is refused before it does', async () => {
  const bomb = bigPng(50_000, 50_000);
  assert.ok(bomb.length < 2 * 1024 * 1024, `${bomb.length} bytes`);
  const before = process.memoryUsage().rss;
  await assert.rejects(makeLogotype(bomb), isRefused);
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
});

test('a broken picture and a picture of a few points are refused', async () => {
  const whole = await picture(400, 400).png().toBuffer();
  await assert.rejects(makeLogotype(whole.subarray(0, whole.length / 2)), isRefused);
  await assert.rejects(makeLogotype(await picture(8, 8).png().toBuffer()), isRefused);
});

/** A PNG of one bit a pixel, all black, which compresses a thousandfold. */
function bigPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

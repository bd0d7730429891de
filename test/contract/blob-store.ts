import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { BlobMissing, type BlobStore, BlobTooLarge } from '../../src/files/blob-store.ts';

/** What every place for bytes keeps to. `open` gives an empty one. */
export function blobStoreContract(name: string, open: () => Promise<BlobStore>): void {
  test(`${name}: what is put is read back, whole and in part, under its SHA-256`, async () => {
    const blobs = await open();
    const kept = await blobs.put(parts('Bad', 'plats', 'er'));
    assert.equal(kept.digest, digestOf('Badplatser'));
    assert.equal(kept.bytes, 10);
    assert.equal(await text(blobs, kept.digest), 'Badplatser');
    const part = await blobs.open(kept.digest, { start: 3, end: 7 });
    assert.equal((await buffer(part)).toString(), 'plats');
    assert.equal((await blobs.find(kept.digest))?.bytes, 10);
  });

  test(`${name}: a file of nothing is a file too`, async () => {
    const blobs = await open();
    const { digest, bytes } = await blobs.put(parts());
    assert.equal(bytes, 0);
    assert.equal(await text(blobs, digest), '');
  });

  test(`${name}: the same content is kept once, and counted from the last time`, async () => {
    const blobs = await open();
    const first = await blobs.put(parts('lika'));
    const again = await blobs.put(parts('li', 'ka'));
    assert.equal(again.digest, first.digest);
    assert.ok(again.kept >= first.kept);
    assert.deepEqual(await digests(blobs), [first.digest]);
  });

  test(`${name}: two who put the same content at once both have it`, async () => {
    const blobs = await open();
    const both = await Promise.all([blobs.put(parts('samtidigt')), blobs.put(parts('samtidigt'))]);
    assert.equal(both[0]?.digest, both[1]?.digest);
    assert.deepEqual(await digests(blobs), [both[0]?.digest]);
    assert.equal(await text(blobs, both[0]?.digest ?? ''), 'samtidigt');
  });

  test(`${name}: of what is cut off, or larger than may be, nothing is kept`, async () => {
    const blobs = await open();
    await assert.rejects(blobs.put(cutOff('halv')), /the line went dead/);
    await assert.rejects(blobs.put(parts('1234', '5678'), 7), BlobTooLarge);
    assert.deepEqual(await digests(blobs), []);
    assert.equal((await blobs.put(parts('1234', '567'), 7)).bytes, 7);
  });

  test(`${name}: a content larger than what is sent at a time comes back as it was`, async () => {
    const blobs = await open();
    const chunk = new Uint8Array(1 << 20).map((_, index) => index * 31);
    const chunks = Array.from({ length: 12 }, () => chunk);
    const { digest, bytes } = await blobs.put(stream(chunks));
    assert.equal(bytes, 12 << 20);
    const read = createHash('sha256').update(await buffer(await blobs.open(digest)));
    assert.equal(read.digest('hex'), digest);
  });

  test(`${name}: a local file stays until it is let go, though the content is deleted`, async () => {
    const blobs = await open();
    const { digest } = await blobs.put(parts('lånad'));
    {
      using local = await blobs.local(digest);
      await blobs.delete(digest);
      assert.equal(await readFile(local.path, 'utf8'), 'lånad');
    }
  });

  test(`${name}: what is not there is missing, and deleting it is no fault`, async () => {
    const blobs = await open();
    const { digest } = await blobs.put(parts('bort'));
    await blobs.delete(digest);
    await blobs.delete(digest);
    for (const absent of [digest, digestOf('aldrig'), '../../etc/passwd', '']) {
      assert.equal(await blobs.find(absent), undefined);
      await assert.rejects(blobs.open(absent), BlobMissing);
      await assert.rejects(blobs.local(absent), BlobMissing);
      await blobs.delete(absent);
    }
  });

  test(`${name}: everything that is kept is listed`, async () => {
    const blobs = await open();
    const texts = Array.from({ length: 25 }, (_, index) => `fil ${index}`);
    for (const each of texts) await blobs.put(parts(each));
    assert.deepEqual(await digests(blobs), texts.map(digestOf).toSorted());
  });
}

async function text(blobs: BlobStore, digest: string): Promise<string> {
  return (await buffer(await blobs.open(digest))).toString();
}

async function digests(blobs: BlobStore): Promise<readonly string[]> {
  const all = await Array.fromAsync(blobs.list());
  return all.map(({ digest }) => digest).toSorted();
}

/** The texts, each as bytes that come by themselves. */
export function parts(...texts: readonly string[]): AsyncIterable<Uint8Array> {
  return stream(texts.map((each) => Buffer.from(each)));
}

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function* cutOff(beginning: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(beginning);
  throw new Error('the line went dead');
}

function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

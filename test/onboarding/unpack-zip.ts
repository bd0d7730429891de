import assert from 'node:assert/strict';
import { crc32, inflateRawSync } from 'node:zlib';

/**
 * The names in a ZIP archive in the order of its directory, and the text of each: read by the directory, as unpackers do, with
 * every size and checksum compared. APPNOTE.TXT 6.3.10 §4.3, without ZIP64.
 * @throws AssertionError when the archive is not whole
 */
export function unpackZip(bytes: Uint8Array): Record<string, string> {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  assert.ok(end >= 0, 'the end of the directory is there');
  assert.equal(end + 22 + zip.readUInt16LE(end + 20), zip.length, 'nothing follows it');
  const files: Record<string, string> = {};
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50, 'an entry of the directory');
    const [crc, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset));
    const [nameLength = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    assert.equal(zip.readUInt32LE(local), 0x04034b50, `${name} begins where it is said to`);
    const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(begin, begin + (packed ?? 0));
    const content = zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data);
    assert.equal(content.length, size, `${name} has its size`);
    assert.equal(crc32(content), crc, `${name} has its checksum`);
    files[name] = content.toString('utf8');
    at += 46 + nameLength + extra + comment;
  }
  assert.equal(at, end, 'the directory has no more');
  return files;
}

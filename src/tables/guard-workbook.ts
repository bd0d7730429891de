import { inflateRawSync } from 'node:zlib';
import { sheetLimits, tooLarge, unreadable } from './sheet.ts';

/**
 * Looks through a workbook before it is read: how much it unfolds to in truth, whatever it says, and that nothing in it defines
 * entities. APPNOTE.TXT 6.3.10 §4.3 (ZIP); ECMA-376 Part 2 §7 allows deflate and stored entries only, and no DOCTYPE.
 */

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const localEntry = 0x04034b50;

/** @throws CatalogError `document-too-large`, `invalid-document`. */
export function guardWorkbook(bytes: Buffer): void {
  if (bytes.length > sheetLimits.bytes) throw tooLarge();
  try {
    let left: number = sheetLimits.unpacked;
    for (const entry of entriesOf(bytes)) {
      const unpacked = unpack(bytes, entry, left);
      left -= unpacked.length;
      if (unpacked.includes('<!DOCTYPE') || unpacked.includes('<!ENTITY')) throw unreadable();
    }
  } catch (error) {
    if (error instanceof RangeError) throw isTooMuch(error) ? tooLarge() : unreadable(error);
    if (error instanceof Error && 'errno' in error) throw unreadable(error);
    throw error;
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly at: number;
}

function entriesOf(bytes: Buffer): readonly Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || bytes.readUInt32LE(end) !== endOfDirectory) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  if (count > sheetLimits.entries) throw tooLarge();
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== entryOfDirectory) throw unreadable();
    const flags = bytes.readUInt16LE(at + 8);
    // Encrypted, or kept in parts.
    if ((flags & 1) !== 0) throw unreadable();
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { method, packed, at }: Entry, most: number): Buffer {
  if (bytes.readUInt32LE(at) !== localEntry) throw unreadable();
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return content;
  if (method !== 8) throw unreadable();
  if (content.length === 0) return content;
  return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
}

function isTooMuch(error: RangeError): boolean {
  return 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

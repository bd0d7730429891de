import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { Localized } from '../kernel/issue.ts';
import {
  kindOfMediaType,
  kindOfName,
  mediaTypeKinds as kinds,
  type MediaTypeKind,
} from './media-type-kinds.ts';
import { mediaTypeOfText } from './media-type-of-text.ts';
import { mediaTypeOfZip, otherKind } from './media-type-of-zip.ts';

/** What a file is by its content. */
export interface FoundMediaType {
  readonly mediaType: string;
  /** Code in the vocabulary `file-type`; undefined when it has none. */
  readonly fileType?: string;
  /** What people call one: “en CSV-fil”. */
  readonly noun: Localized;
  /** A workbook or document that opens with a password alone. */
  readonly encrypted?: true;
  /** Said when the name or the sender's type says something else. */
  readonly note?: Localized;
}

export interface SaidOfFile {
  readonly fileName?: string | undefined;
  /** As its sender calls it, such as `Content-Type`. */
  readonly mediaType?: string | undefined;
}

const beginning = 64 * 1024;

/**
 * Finds what a file is by its content; its name and what its sender calls it decide only between kinds of text that look the same.
 * @param source path of the file, or its first bytes (64 KiB are enough; what lies in a ZIP file is then not seen)
 */
export async function findMediaType(
  source: string | Uint8Array,
  said: SaidOfFile = {},
): Promise<FoundMediaType> {
  const bytes = typeof source === 'string' ? await firstBytes(source) : Buffer.from(source);
  const path = typeof source === 'string' ? source : undefined;
  const encrypted = isCompound(bytes) && bytes.includes(utf16('EncryptedPackage'));
  const { mediaType, fileType, noun } = await kindOf(bytes, path, said.fileName);
  const found = {
    mediaType,
    ...(fileType === undefined ? {} : { fileType }),
    noun,
    ...(encrypted ? { encrypted } : {}),
  };
  const note = noteOn(found, said);
  return note === undefined ? found : { ...found, note };
}

async function firstBytes(path: string): Promise<Buffer> {
  await using file = await open(path);
  const buffer = Buffer.alloc(beginning);
  const { bytesRead } = await file.read(buffer, 0, beginning, 0);
  const head = buffer.subarray(0, bytesRead);
  // What an old Office document holds is listed where its header says.
  if (!isCompound(head)) return head;
  const list = Buffer.alloc(4096);
  const read = await file.read(list, 0, 4096, (head.readUInt32LE(48) + 1) * 512);
  return Buffer.concat([head, list.subarray(0, read.bytesRead)]);
}

async function kindOf(
  bytes: Buffer,
  path: string | undefined,
  fileName: string | undefined,
): Promise<MediaTypeKind> {
  const magic = bytes.toString('latin1', 0, 4);
  if (magic === 'PAR1') return kinds.parquet;
  if (bytes.toString('latin1', 0, 16) === 'SQLite format 3\0') return ofDatabase(bytes);
  if (path !== undefined && (magic === 'PK\x03\x04' || magic === 'PK\x05\x06'))
    return mediaTypeOfZip(path);
  if (isCompound(bytes)) return ofCompound(bytes);
  const known = isMarked(bytes) ? undefined : await fileTypeFromBuffer(bytes);
  // It knows texts by their first line alone; they are looked at more closely below.
  if (known !== undefined && !/xml|^text\//.test(known.mime)) {
    return kindOfMediaType(known.mime) ?? otherKind(known.mime);
  }
  const text = textOf(bytes);
  return text === undefined ? kinds.unknown : mediaTypeOfText(text, fileName);
}

/** By `application_id`: `GPKG`, and `GP10` and `GP11` of the first versions. OGC 12-128r18 §1.1.1.1.1. */
function ofDatabase(bytes: Buffer): MediaTypeKind {
  return /^GP(?:KG|10|11)$/.test(bytes.toString('latin1', 68, 72))
    ? kinds.geoPackage
    : kinds.sqlite;
}

function isCompound(bytes: Buffer): boolean {
  return bytes.length >= 512 && bytes.readUInt32BE(0) === 0xd0cf11e0;
}

/** MS-CFB §2.6.1: the names of its streams say whose it is. */
function ofCompound(bytes: Buffer): MediaTypeKind {
  const has = (name: string) => bytes.includes(utf16(name));
  if (has('EncryptedPackage')) return kinds.office;
  if (has('Workbook') || has('Book')) return kinds.xls;
  return has('WordDocument') ? kinds.doc : kinds.office;
}

function utf16(text: string): Buffer {
  return Buffer.from(text, 'utf16le');
}

/** Whether it begins as texts in UTF-16 do. */
function isMarked(bytes: Buffer): boolean {
  return bytes.length >= 2 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0));
}

/** Undefined when the bytes are no text in an encoding that people use. */
function textOf(bytes: Buffer): string | undefined {
  if (isMarked(bytes)) {
    return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  }
  if (bytes.every(isOfText)) return bytes.toString('utf8');
  // UTF-16 without a mark: every other byte of plain letters is empty.
  const wide = bytes.length >= 8 && [1, 3, 5, 7].every((at) => bytes[at] === 0);
  return wide ? bytes.toString('utf16le') : undefined;
}

/** Tab, line ends, form feed, escape, what JSON text sequences begin with, and everything that is no control character. */
function isOfText(byte: number): boolean {
  return byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b || byte === 0x1e;
}

function noteOn(found: FoundMediaType, said: SaidOfFile): Localized | undefined {
  const named = said.fileName === undefined ? undefined : kindOfName(said.fileName);
  if (named !== undefined && !agrees(found, named)) {
    return {
      sv: `Filen heter ${said.fileName} men är ${found.noun.sv}.`,
      en: `The file is called ${said.fileName} but is ${found.noun.en}.`,
    };
  }
  const sent = said.mediaType === undefined ? undefined : kindOfMediaType(said.mediaType);
  if (sent === undefined || sent === kinds.unknown || agrees(found, sent)) return undefined;
  return {
    sv: `Avsändaren säger att filen är ${sent.noun.sv}, men den är ${found.noun.sv}.`,
    en: `The sender says that the file is ${sent.noun.en}, but it is ${found.noun.en}.`,
  };
}

/** Whether one may call a file so: by its own type, or by the family that it belongs to. */
function agrees(found: FoundMediaType, said: MediaTypeKind): boolean {
  if (found.mediaType === said.mediaType) return true;
  const of = found.mediaType;
  switch (said.mediaType) {
    case 'text/plain':
      return /^text\/(?!html)|json|n-(?:triples|quads)|trig|yaml|sql/.test(of);
    case 'text/csv':
    case 'text/tab-separated-values':
      // Without a second line nothing tells a table from other texts.
      return /^text\/(?:csv|tab-separated-values|plain)$/.test(of);
    case 'application/json':
    case 'application/geo+json':
    case 'application/jsonl':
    case 'application/ld+json':
      return /json/.test(of) && !(said.fileType === 'GEOJSON' && /ld\+json/.test(of));
    case 'application/xml':
      return /xml/.test(of) && !/openxml/.test(of);
    case 'text/html':
      return of === 'application/xhtml+xml';
    case 'application/gml+xml':
    case 'application/rdf+xml':
      return of === 'application/xml';
    case 'text/turtle':
      return of === 'application/n-triples' || of === 'application/trig';
    case 'application/zip':
      return /zip|openxml|opendocument|kmz/.test(of);
    case 'application/vnd.ms-excel':
      // What Excel and servers call every workbook.
      return /spreadsheetml|ms-excel/.test(of) || of === 'application/x-ole-storage';
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return of === 'application/x-ole-storage';
    default:
      return false;
  }
}

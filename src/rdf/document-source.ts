import { closeSync, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Budgets } from './budgets.ts';
import { documentIssue, documentTooLarge, invalidDocument } from './invalid-document.ts';

/** A document: its bytes, its text, or the file that holds it. */
export type DocumentSource = Uint8Array | string | { readonly file: string };

const chunkBytes = 64 * 1024;

/** Bytes of the document. @throws the system's error when the file cannot be had. */
export async function sizeOf(source: DocumentSource): Promise<number> {
  if (typeof source === 'string') return Buffer.byteLength(source);
  return source instanceof Uint8Array ? source.length : (await stat(source.file)).size;
}

/**
 * The document's text, piece by piece. UTF-8 unless a byte-order mark, the media type's `charset` or the XML declaration
 * says otherwise. RFC 7303 §3, RDF 1.1 Turtle §6.
 *
 * @throws CatalogError `document-too-large`; `invalid-document` when the bytes are not text in that encoding.
 */
export function* readText(
  source: DocumentSource,
  charset: string | undefined,
  budgets: Budgets,
): Generator<string> {
  if (typeof source === 'string') {
    countBytes(Buffer.byteLength(source), budgets);
    yield* slices(source.startsWith('\ufeff') ? source.slice(1) : source);
    return;
  }
  let decoder: TextDecoder | undefined;
  let total = 0;
  for (const chunk of source instanceof Uint8Array ? pieces(source) : fileChunks(source.file)) {
    total += chunk.length;
    countBytes(total, budgets);
    decoder ??= textDecoder(charset ?? declaredEncoding(chunk));
    const text = decode(decoder, chunk);
    if (text !== '') yield text;
  }
  if (decoder !== undefined) {
    const rest = decode(decoder);
    if (rest !== '') yield rest;
  }
}

/** The whole text at once, for formats that cannot be read in pieces. */
export function readWholeText(
  source: DocumentSource,
  charset: string | undefined,
  budgets: Budgets,
): string {
  return [...readText(source, charset, budgets)].join('');
}

function countBytes(total: number, { bytes }: Budgets): void {
  if (total > bytes) {
    throw documentTooLarge({
      sv: `Dokumentet är större än ${bytes} byte.`,
      en: `The document is larger than ${bytes} bytes.`,
    });
  }
}

function* slices(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += chunkBytes) {
    yield text.slice(start, start + chunkBytes);
  }
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    yield bytes.subarray(start, start + chunkBytes);
  }
}

function* fileChunks(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const buffer = new Uint8Array(chunkBytes);
    for (let count = readSync(file, buffer); count > 0; count = readSync(file, buffer)) {
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** What the first bytes say of themselves: a byte-order mark, then an XML declaration, else nothing. */
function declaredEncoding(start: Uint8Array): string {
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  const head = Buffer.from(start.subarray(0, 200)).toString('latin1');
  const declaration = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/;
  return declaration.exec(head)?.[1] ?? 'utf-8';
}

function textDecoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch (cause) {
    const message = {
      sv: `Teckenkodningen ”${label}” är okänd. Använd UTF-8.`,
      en: `The character encoding “${label}” is unknown. Use UTF-8.`,
    };
    throw invalidDocument([documentIssue(message)], cause);
  }
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (cause) {
    const message = {
      sv: `Dokumentet är inte text i ${decoder.encoding}. Spara det som UTF-8 eller ange teckenkodningen.`,
      en: `The document is not text in ${decoder.encoding}. Save it as UTF-8 or declare its encoding.`,
    };
    throw invalidDocument([documentIssue(message)], cause);
  }
}

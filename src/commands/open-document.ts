import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CatalogError } from '../kernel/errors.ts';
import { mediaTypeOf } from './options.ts';

/** A document on disk, ready to be read. */
export interface OpenDocument extends AsyncDisposable {
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
  /** What its relative IRIs start from: where it came from. RFC 3986 §5.1.3. */
  readonly base: string;
}

/**
 * Opens a file, or fetches an address that the operator gave on the command line.
 * @throws CatalogError `not-found` when it is not there, `document-too-large`. @throws UsageError for an unknown syntax.
 */
export async function openDocument(place: string, limit: number): Promise<OpenDocument> {
  if (/^https?:\/\//i.test(place)) return fetched(place, limit);
  const path = resolve(place);
  await access(path).catch(() => {
    throw new CatalogError('not-found', {
      sv: `Filen ${place} finns inte.`,
      en: `There is no file ${place}.`,
    });
  });
  return {
    name: basename(path),
    path,
    mediaType: mediaTypeOf(path),
    base: pathToFileURL(path).href,
    [Symbol.asyncDispose]: async () => undefined,
  };
}

async function fetched(address: string, limit: number): Promise<OpenDocument> {
  const response = await fetch(address, {
    headers: {
      Accept:
        'application/rdf+xml, text/turtle, application/ld+json;q=0.9, application/n-triples;q=0.8',
    },
    signal: AbortSignal.timeout(120_000),
  });
  if (!response.ok) {
    throw new CatalogError('not-found', {
      sv: `${address} svarade ${response.status}.`,
      en: `${address} answered ${response.status}.`,
    });
  }
  const mediaType = mediaTypeOf(
    new URL(response.url).pathname,
    response.headers.get('content-type'),
  );
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) {
      throw new CatalogError('document-too-large', {
        sv: `${address} är större än ${limit} byte.`,
        en: `${address} is larger than ${limit} bytes.`,
      });
    }
    chunks.push(chunk);
  }
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-'));
  const path = join(folder, 'document');
  await writeFile(path, chunks);
  return {
    name: address,
    path,
    mediaType,
    base: response.url,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

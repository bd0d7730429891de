import { addressOf } from '../catalog/catalog-context.ts';
import type { CatalogReader } from '../catalog/catalog-store.ts';
import type { Kind } from '../catalog/resource.ts';
import { xmlText } from './xml-text.ts';

/**
 * Every public page for search engines, in parts by the month in which its record was made: a part of a month that has passed changes
 * only when a record in it does. sitemaps.org protocol 0.9: at most 50 000 addresses in a part.
 */
export interface Sitemap {
  /** The parts with the date of the last change in each. */
  index(): Promise<string>;
  /** A month (`2026-11`) and a number from 1; undefined when there is no such part. */
  part(month: string, number: number): Promise<string | undefined>;
}

interface Page {
  readonly kind: Kind;
  readonly name: string;
  /** ISO 8601. */
  changed: string;
}

const kinds: readonly Kind[] = ['organization', 'dataset', 'series', 'service'];
const mostInPart = 50_000;
const atOnce = 500;
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const head = '<?xml version="1.0" encoding="utf-8"?>\n';

/**
 * The map of one store. It reads the keys of all records once, then what the change log adds: a name and a date for each record are
 * kept. @param paths of public pages that are no records
 */
export function createSitemap(
  store: CatalogReader,
  base: string,
  paths: readonly string[],
): Sitemap {
  const pages = new Map<string, Page>();
  /** Until a page comes or goes: putting a hundred thousand in order takes a quarter of a second. */
  let parts: ReadonlyMap<string, readonly (readonly Page[])[]> | undefined;
  let revision = -1;
  let reading: Promise<void> = Promise.resolve();
  const upToDate = (): Promise<void> => {
    // One after the other: whoever asks meanwhile finds the work done.
    reading = reading.catch(() => undefined).then(read);
    return reading;
  };

  async function read(): Promise<void> {
    if (revision < 0) {
      await readKeys();
      revision = 0;
    }
    for (;;) {
      const changes = await store.changesAfter(revision, atOnce);
      for (const { resource, kind, operation, at } of changes) {
        const known = pages.get(resource);
        if (operation === 'delete') remove(resource);
        else if (known !== undefined) known.changed = at;
        else if (kinds.includes(kind)) await addNew(resource, at);
      }
      revision = changes.at(-1)?.revision ?? revision;
      if (changes.length < atOnce) return;
    }
  }

  async function readKeys(): Promise<void> {
    for (let after = ''; ; ) {
      const query = { kinds, states: ['published'] as const, after, limit: atOnce };
      const keys = await store.listKeys(query);
      for (const { id, kind, name } of keys) pages.set(id, { kind, name, changed: '' });
      if (keys.length < atOnce) return;
      after = keys.at(-1)?.id ?? '';
    }
  }

  /** A record that was not there when the keys were read; it may be gone by now. */
  async function addNew(id: string, changed: string): Promise<void> {
    const record = await store.findById(id);
    if (record?.state !== 'published') return;
    pages.set(id, { kind: record.kind, name: record.name, changed });
    parts = undefined;
  }

  function remove(id: string): void {
    if (pages.delete(id)) parts = undefined;
  }

  function months(): ReadonlyMap<string, readonly (readonly Page[])[]> {
    parts ??= inMonths();
    return parts;
  }

  function inMonths(): ReadonlyMap<string, readonly (readonly Page[])[]> {
    const sorted = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
    const byMonth = Map.groupBy(sorted, ([id]) => monthOf(id));
    return new Map(
      [...byMonth].map(([month, list]) => [month, inParts(list.map(([, page]) => page))]),
    );
  }

  return {
    async index() {
      await upToDate();
      const listed = [...months()].flatMap(([month, list]) =>
        list.map((part, at) => {
          const changed = lastChange(part);
          return `<sitemap><loc>${base}/sitemaps/${month}-${at + 1}.xml</loc>${lastModified(changed)}</sitemap>\n`;
        }),
      );
      const site = `<sitemap><loc>${base}/sitemaps/site-1.xml</loc></sitemap>\n`;
      return `${head}<sitemapindex xmlns="${namespace}">\n${site}${listed.join('')}</sitemapindex>\n`;
    },
    async part(month, number) {
      if (month === 'site')
        return number === 1 ? urlSet(paths.map((path) => [base + path, ''])) : undefined;
      await upToDate();
      const part = months().get(month)?.[number - 1];
      return (
        part &&
        urlSet(part.map(({ kind, name, changed }) => [addressOf(base, kind, name), changed]))
      );
    },
  };
}

function lastChange(part: readonly Page[]): string {
  let last = '';
  for (const { changed } of part) if (changed > last) last = changed;
  return last;
}

/** When a UUIDv7 was made: its first 48 bits are milliseconds since 1970. RFC 9562 §5.7. */
function monthOf(id: string): string {
  const time = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
  return new Date(time).toISOString().slice(0, 7);
}

function inParts(pages: readonly Page[]): readonly (readonly Page[])[] {
  const count = Math.ceil(pages.length / mostInPart);
  return Array.from({ length: count }, (_, at) =>
    pages.slice(at * mostInPart, (at + 1) * mostInPart),
  );
}

function urlSet(pages: readonly (readonly [address: string, changed: string])[]): string {
  const urls = pages.map(
    ([address, changed]) => `<url><loc>${xmlText(address)}</loc>${lastModified(changed)}</url>\n`,
  );
  return `${head}<urlset xmlns="${namespace}">\n${urls.join('')}</urlset>\n`;
}

function lastModified(changed: string): string {
  return changed === '' ? '' : `<lastmod>${changed}</lastmod>`;
}

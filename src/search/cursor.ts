import { createHash } from 'node:crypto';
import type { Sort, SortKey } from './search-index.ts';

/** Where a page of hits ended, as an opaque text for addresses. */
export interface Cursor {
  readonly sort: Sort;
  /** Whether the search was a relaxed one, as the next page has to be. */
  readonly isRelaxed: boolean;
  readonly key: SortKey;
}

/** A cursor that we did not give, or gave for another order. */
export class BadCursor extends Error {
  readonly code = 'bad-cursor';

  constructor() {
    super('The cursor does not belong to this search.');
    this.name = 'BadCursor';
  }
}

const longest = 4000;

export function writeCursor({ sort, isRelaxed, key }: Cursor): string {
  const text = JSON.stringify([sort, isRelaxed, ...key]);
  return Buffer.from(checksum(text) + text).toString('base64url');
}

/** @throws BadCursor when the text is no cursor, or one of another order. */
export function readCursor(cursor: string, sort: Sort): Cursor {
  if (cursor.length > longest || !/^[\w-]+$/.test(cursor)) throw new BadCursor();
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const json = text.slice(checksumLength);
  if (text.slice(0, checksumLength) !== checksum(json)) throw new BadCursor();
  const [foundSort, isRelaxed, ...key] = fieldsOf(json);
  if (foundSort !== sort || typeof isRelaxed !== 'boolean' || !isKey(key)) throw new BadCursor();
  return { sort, isRelaxed, key };
}

const checksumLength = 8;

/** Against cursors cut short on their way; no secret, as there is nothing in a cursor to protect. */
function checksum(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, checksumLength);
}

function fieldsOf(json: string): readonly unknown[] {
  try {
    const fields: unknown = JSON.parse(json);
    return Array.isArray(fields) ? fields : [];
  } catch {
    throw new BadCursor();
  }
}

/** Ends with an id, and holds what can be ordered by. */
function isKey(key: readonly unknown[]): key is SortKey {
  return (
    key.length >= 2 &&
    key.length <= 4 &&
    key.every((one) => typeof one === 'string' || Number.isFinite(one)) &&
    typeof key.at(-1) === 'string'
  );
}

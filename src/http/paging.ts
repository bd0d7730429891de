import type { JsonObject } from '../kernel/json.ts';
import type { Context } from './context.ts';
import { badParameters, type HttpProblem } from './http-problem.ts';
import { appendLink } from './link.ts';
import type { MediaContent, Parameter } from './route.ts';

/** A page as asked for: how many, and after which position. */
export interface PageRequest {
  readonly limit: number;
  /** What `encodeCursor` was given, or undefined for the first page. */
  readonly after: string | undefined;
}

/** An item of a list that has an id of its own. */
export type Identified = JsonObject & { readonly id: string };

/** The parameters of every list. FNS.07–FNS.09; a cursor instead of a page number, since lists are walked by key. */
export const pagingParameters: readonly Parameter[] = [
  {
    name: 'limit',
    in: 'query',
    description: {
      sv: 'Högst så många poster på sidan.',
      en: 'At most this many items on the page.',
    },
    schema: { type: 'integer', minimum: 1, maximum: 1000, default: 20 },
    example: 20,
  },
  {
    name: 'cursor',
    in: 'query',
    description: {
      sv: 'Var sidan börjar: värdet av next från sidan före. Ogenomskinligt; gör inget eget.',
      en: 'Where the page begins: the value of next from the page before. Opaque; do not make your own.',
    },
    schema: { type: 'string', maxLength: 500, pattern: '^[A-Za-z0-9_-]+$' },
  },
];

/** The page that is asked for. @throws HttpProblem `bad-request` for a cursor that is not ours. */
export function pageRequest(ctx: Context): PageRequest {
  const { query } = ctx.state;
  const cursor = query.text('cursor');
  return {
    limit: query.integer('limit') ?? 20,
    after: cursor === undefined ? undefined : decodeCursor(cursor),
  };
}

/** A position that is a number, from 1. @throws HttpProblem `bad-request` when it is none. */
export function numberAfter(after: string | undefined): number | undefined {
  if (after === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(after)) throw badCursor();
  return Number(after);
}

/** A position as clients see it. */
export function encodeCursor(after: string): string {
  return Buffer.from(JSON.stringify([after])).toString('base64url');
}

/** @throws HttpProblem `bad-request` when the text was not made by `encodeCursor`. */
function decodeCursor(cursor: string): string {
  const after = positionOf(Buffer.from(cursor, 'base64url').toString('utf8'));
  // Read and written again it must be the same: no second spelling of a position.
  if (after === undefined || encodeCursor(after) !== cursor) throw badCursor();
  return after;
}

function badCursor(): HttpProblem {
  return badParameters([
    {
      in: 'query',
      parameter: 'cursor',
      detail: {
        sv: 'Ska vara ett värde som next har haft.',
        en: 'Must be a value that next has had.',
      },
    },
  ]);
}

function positionOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string'
      ? value[0]
      : undefined;
  } catch {
    return undefined;
  }
}

/** A list's reply whose next page begins after the position. As `pageReply`. */
export function listReply(
  ctx: Context,
  base: string,
  {
    after,
    ...page
  }: {
    readonly items: readonly JsonObject[];
    readonly total: number;
    readonly after: string | undefined;
  },
): JsonObject {
  return pageReply(ctx, base, { ...page, next: after === undefined ? null : encodeCursor(after) });
}

/**
 * The page that is asked for of a list that was read whole, in the order of its ids: nobody is passed over or met twice when something
 * is added or removed between two pages. @throws HttpProblem `bad-request` for a cursor that is not ours.
 */
export function partReply(ctx: Context, base: string, whole: readonly Identified[]): JsonObject {
  const { limit, after = '' } = pageRequest(ctx);
  const rest = whole.toSorted((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => id > after);
  const items = rest.slice(0, limit);
  const last = rest.length > limit ? items.at(-1)?.id : undefined;
  return listReply(ctx, base, { items, total: whole.length, after: last });
}

/**
 * A page of a list: `{ items, total, next, _links }`, with `Link` headers `self`, `first` and `next` that repeat the caller's other
 * parameters (FNS.10–FNS.13, HYP.05). `next` is null on the last page.
 */
export function pageReply(
  ctx: Context,
  base: string,
  {
    items,
    total,
    next,
  }: {
    readonly items: readonly JsonObject[];
    readonly total: number;
    readonly next: string | null;
  },
): JsonObject {
  const { query } = ctx.state;
  const address = (cursor: string | null, page: string | null = null): string => {
    const parameters = new URLSearchParams(query.search);
    parameters.delete('cursor');
    parameters.delete('page');
    if (page !== null) parameters.set('page', page);
    if (cursor !== null) parameters.set('cursor', cursor);
    const search = parameters.toString();
    return `${base}${ctx.path}${search === '' ? '' : `?${search}`}`;
  };
  const self = address(query.text('cursor') ?? null, query.text('page') ?? null);
  const first = address(null);
  const links: Record<string, JsonObject> = { self: { href: self }, first: { href: first } };
  appendLink(ctx, self, { rel: 'self' });
  appendLink(ctx, first, { rel: 'first' });
  if (next !== null) {
    links.next = { href: address(next) };
    appendLink(ctx, address(next), { rel: 'next' });
  }
  return { items, total, next, _links: links };
}

/** How `listReply`'s answer is described in the OpenAPI document. */
export function listContent(item: MediaContent): MediaContent {
  const here = { href: 'https://data.example.se/api/v1/datasets' };
  return {
    schema: {
      type: 'object',
      required: ['items', 'total', 'next', '_links'],
      properties: {
        items: { type: 'array', items: item.schema },
        total: { type: 'integer' },
        next: { type: ['string', 'null'] },
        _links: { type: 'object' },
      },
    },
    example: { items: [item.example], total: 1, next: null, _links: { self: here, first: here } },
  };
}

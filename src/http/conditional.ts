import { CatalogError } from '../kernel/errors.ts';
import type { Context } from './context.ts';
import { HttpProblem } from './http-problem.ts';
import { vary } from './vary.ts';

/**
 * Conditional requests: RFC 9110 §13. A tag is `"{version}-{variant}"`: strong tags differ by representation (§8.8.3), and a
 * compressed reply has its coding at the end (`"7-json-br"`). On the way in the coding is passed over, because it says nothing
 * about the version.
 */

const coding = /-(?:br|gzip|zstd)"$/;

/** A strong entity tag. The version is a record's or the change log's number; variants are words without quotes. */
export function entityTag(version: number, ...variant: readonly string[]): string {
  return `"${[version, ...variant].join('-')}"`;
}

export interface Validators {
  readonly etag: string;
  /** When what is sent last changed, ISO 8601; HTTP rounds it down to the second. */
  readonly modified?: string;
}

/**
 * Sets the validators and says whether the client's copy is still good. When it is, the status is 304 and the handler is done:
 * nothing needs to be read. Call it before the body is made, after negotiation.
 */
export function isFresh(ctx: Context, { etag, modified }: Validators): boolean {
  const { res } = ctx;
  const { headers } = ctx.req;
  res.setHeader('ETag', etag);
  if (modified !== undefined) res.setHeader('Last-Modified', httpDate(modified));
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'public, no-cache');
  if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return false;
  // A person's pages are never kept (`no-store`): a browser that holds one holds the one that everybody sees.
  if (ctx.state.signedIn !== undefined) return false;
  const held = headers['if-none-match'];
  if (held !== undefined) {
    const match =
      held.trim() === '*' ? etag : tagsOf(held).find((tag) => withoutCoding(tag) === etag);
    if (match === undefined) return false;
    // The tag that a 200 would have: the one the client got, coding and all (§15.4.5).
    res.setHeader('ETag', match);
    return notModified(ctx);
  }
  const since = headers['if-modified-since'];
  if (since === undefined || modified === undefined) return false;
  const seconds = Math.floor(Date.parse(modified) / 1000);
  return Date.parse(since) / 1000 >= seconds && notModified(ctx);
}

// A record that is asked for is asked for again: writing its date costs more than finding it.
const dates = new Map<string, string>();

function httpDate(iso: string): string {
  const known = dates.get(iso);
  if (known !== undefined) return known;
  const date = new Date(iso).toUTCString();
  if (dates.size >= 1000) dates.clear();
  dates.set(iso, date);
  return date;
}

function notModified(ctx: Context): true {
  ctx.status = 304;
  // §15.4.5: what the 200 would vary by. Its body would have been compressed; this one has none.
  vary(ctx, 'Accept-Encoding');
  ctx.res.removeHeader('Content-Type');
  // RFC 9111 §3.2: what a 304 says replaces what is held, and the policy for data would take a page's styles and scripts away.
  ctx.res.removeHeader('Content-Security-Policy');
  return true;
}

/** The version a writer expects: a number, 0 for "not there yet", `exists` for any, undefined when nothing was said. */
export type Expected = number | 'exists' | undefined;

/**
 * What `If-Match` and `If-None-Match: *` ask of the stored version. Of several tags the newest counts: versions only grow, so
 * whoever has seen version 7 cannot match an older one. Weak tags never match (§13.1.1).
 * @throws CatalogError `version-conflict` when no tag could ever match.
 * @throws HttpProblem `bad-request` for `If-None-Match` with tags, which writing does not take.
 */
export function expectedVersion(ctx: Context): Expected {
  const { 'if-match': match, 'if-none-match': none } = ctx.req.headers;
  if (match !== undefined) {
    if (match.trim() === '*') return 'exists';
    const versions = tagsOf(match, 'strong').map((tag) =>
      Number(/^"(\d{1,15})(?:-|"$)/.exec(tag)?.[1] ?? 0),
    );
    const newest = Math.max(0, ...versions);
    if (newest === 0)
      throw new CatalogError('version-conflict', {
        sv: 'Ingen tagg i If-Match är en stark ETag för den här resursen.',
        en: 'No tag in If-Match is a strong entity tag of this resource.',
      });
    return newest;
  }
  if (none === undefined) return undefined;
  if (none.trim() === '*') return 0;
  throw new HttpProblem(
    'bad-request',
    {
      sv: 'If-None-Match kan här bara vara *: skapa om det inte finns.',
      en: 'If-None-Match can only be * here: create unless it exists.',
    },
    {
      faults: [
        {
          in: 'header',
          parameter: 'If-None-Match',
          detail: { sv: 'Ska vara *.', en: 'Must be *.' },
        },
      ],
    },
  );
}

/** 428: changing what exists without saying which version. RFC 6585 §3. */
export function preconditionRequired(): HttpProblem {
  return new HttpProblem('precondition-required', {
    sv: 'Skicka If-Match med postens ETag (eller If-None-Match: * för att skapa).',
    en: "Send If-Match with the record's ETag (or If-None-Match: * to create).",
  });
}

/** The tags of a list, without `W/` for weak comparison, or without the weak ones for strong. */
function tagsOf(header: string, comparison: 'weak' | 'strong' = 'weak'): readonly string[] {
  const tags: string[] = [];
  for (const match of header.matchAll(/(W\/)?("[^"]*")/g)) {
    if (match[2] !== undefined && (comparison === 'weak' || match[1] === undefined))
      tags.push(match[2]);
  }
  return tags;
}

function withoutCoding(tag: string): string {
  return tag.replace(coding, '"');
}

import type { Context } from './context.ts';
import { HttpProblem } from './http-problem.ts';

/** The media type of what the client sends, lower-case and without parameters; undefined when it does not say. */
export function contentType(ctx: Context): string | undefined {
  const header = ctx.req.headers['content-type'];
  if (header === undefined) return undefined;
  const end = header.indexOf(';');
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase();
}

/**
 * The media type of the request's content.
 * @throws HttpProblem `unsupported-media-type` unless it is in the list; the list is in `accepted` and, for PATCH and POST, in the
 * header of RFC 5789 §3.1 or of W3C LDP §7.1. A charset other than UTF-8 is refused too.
 */
export function mustAccept(ctx: Context, accepted: readonly string[]): string {
  const type = contentType(ctx);
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(
    ctx.req.headers['content-type'] ?? '',
  )?.[1];
  const readable = charset === undefined || /^(?:utf-?8|us-ascii)$/i.test(charset);
  if (type !== undefined && accepted.includes(type) && readable) return type;
  const list = accepted.join(', ');
  const header = ctx.method === 'PATCH' ? 'Accept-Patch' : 'Accept-Post';
  throw new HttpProblem(
    'unsupported-media-type',
    {
      sv: `Här tas ${list} emot, i UTF-8.`,
      en: `This address takes ${list}, in UTF-8.`,
    },
    { headers: ctx.method === 'PUT' ? {} : { [header]: list }, members: { accepted } },
  );
}

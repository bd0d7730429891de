import type { Middleware } from './context.ts';
import { HttpProblem } from './http-problem.ts';
import { methodNotAllowed } from './router.ts';

/** Methods that some address of ours answers. */
const methods: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
]);

/** Characters of an address, parameters included. RFC 9110 §4.1 asks for at least 8,000. */
const longest = 8192;

/**
 * What must hold of a request whatever it asks for: a method of ours, an address that can be decoded, one Host.
 * @throws HttpProblem `method-not-allowed`, `uri-too-long`, `bad-request`.
 */
export const requestChecks: Middleware = (ctx, next) => {
  const { req } = ctx;
  const { url = '' } = req;
  if (!methods.has(ctx.method)) throw methodNotAllowed(ctx.method, [...methods].join(', '));
  if (url.length > longest) {
    throw new HttpProblem('uri-too-long', {
      sv: `Adressen har ${url.length} tecken; högst ${longest} tas emot.`,
      en: `The address has ${url.length} characters; at most ${longest} are taken.`,
    });
  }
  // RFC 9112 §3.2.2: a proxy may be sent the whole address; its path is what is asked for.
  if (!url.startsWith('/') && url !== '*') req.url = absolutePath(url);
  if (ctx.path.includes('%')) checkEncoding(ctx.path);
  // RFC 9112 §3.2: more than one Host is refused.
  let hosts = 0;
  for (let index = 0; index < req.rawHeaders.length; index += 2) {
    const name = req.rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  if (hosts > 1)
    throw new HttpProblem('bad-request', { sv: 'Host står två gånger.', en: 'Host stands twice.' });
  return next();
};

function absolutePath(url: string): string {
  if (!URL.canParse(url)) throw unreadable();
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Without this a bad escape reaches handlers undecoded. */
function checkEncoding(path: string): void {
  try {
    decodeURIComponent(path);
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause?: unknown): HttpProblem {
  return new HttpProblem(
    'bad-request',
    {
      sv: 'Adressens procentkodning är inte UTF-8.',
      en: 'The percent-encoding of the address is not UTF-8.',
    },
    { cause },
  );
}

import type { SignedIn } from '../accounts/signed-in.ts';
import { CatalogError } from '../kernel/errors.ts';
import { browserCookie } from './browser-cookie.ts';
import type { Context, Middleware } from './context.ts';
import { type Form, readForm } from './form.ts';
import { HttpProblem } from './http-problem.ts';
import type { TypedForm } from './pages.ts';

/** Sessions of people in browsers: a cookie, and the rule that no other site can make the browser act. ASVS 5.0 §3.3, §3.5. */

/** Finds whose session it is; undefined when it is unknown, ended or too old. */
export type IdentifySession = (
  secret: string,
  from: { readonly address: string; readonly request: string },
) => Promise<SignedIn | undefined>;

const safe: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Sets actor and person from the session's cookie. What changes something must come from a page of ours, whatever it calls its
 * content. Programs bring a token instead: the API never looks at the cookie, so that a page of another site has nothing to gain
 * there. What is answered to a person is for nobody's cache. Who looks as somebody else changes nothing, their own account neither.
 * @throws HttpProblem `cross-site`. @throws CatalogError `not-permitted`.
 */
export function readSession({
  base,
  identifySession,
}: {
  readonly base: string;
  readonly identifySession: IdentifySession;
}): Middleware {
  const cookie = browserCookie(base, 'session');
  return async (ctx, next) => {
    if (ctx.req.headers.authorization !== undefined || ctx.path.startsWith('/api/')) return next();
    const secret = cookie.read(ctx);
    if (!safe.has(ctx.method) && (secret !== undefined || isForm(ctx))) demandOwnPage(ctx, base);
    if (secret === undefined) return next();
    const { address, id } = ctx.state;
    const found = await identifySession(secret, { address, request: id });
    if (found === undefined) return next();
    if (found.session.seeAs !== null && !safe.has(ctx.method)) demandEndOfSeeing(ctx);
    ctx.state.signedIn = found;
    ctx.state.actor = found.actor;
    ctx.res.setHeader('Cache-Control', forOneReader);
    await next();
    if (isPage(ctx)) ctx.res.setHeader('Cache-Control', forOneReader);
  };
}

/** ASVS 5.0 §14.3.2. */
const forOneReader = 'private, no-store';

/** Name of the session's cookie. */
export function sessionCookie(base: string): string {
  return browserCookie(base, 'session').name;
}

/** Sets the session's cookie, or removes it without a secret. */
export function setSessionCookie(ctx: Context, base: string, secret: string | undefined): void {
  browserCookie(base, 'session').write(ctx, secret);
}

/** Whether the request is of somebody who has signed in. */
export function isPerson(ctx: Context): boolean {
  return ctx.state.signedIn !== undefined;
}

/** The person who has signed in. @throws Error on routes that do not demand one: a fault of ours. */
export function signedInPerson(ctx: Context): SignedIn {
  const { signedIn } = ctx.state;
  if (signedIn === undefined) throw new Error('The route does not say access: person.');
  return signedIn;
}

/**
 * Sends somebody who reads to the sign-in page and back. A form that came too late is shown again, with what was typed in it.
 * @throws HttpProblem `not-authenticated` when something else was to change.
 */
export async function askToSignIn(ctx: Context): Promise<void> {
  const { keepTyped } = ctx.state.pages;
  if (keepTyped !== undefined && ctx.method === 'POST' && isForm(ctx)) {
    await using form = await readForm(ctx, { limit: 0 });
    ctx.status = 401;
    return keepTyped(ctx, typedIn(ctx, form));
  }
  if (!safe.has(ctx.method)) {
    throw new HttpProblem('not-authenticated', {
      sv: 'Du är inte inloggad längre. Logga in i en annan flik och försök igen, så är det du skrev kvar.',
      en: 'You are no longer signed in. Sign in in another tab and try again, then what you wrote is still here.',
    });
  }
  ctx.status = 303;
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Location', `/sign-in?next=${encodeURIComponent(ctx.url)}`);
  ctx.body = '';
}

/** Name of the field that every form of a session carries. */
export const csrfField = '_csrf';

/**
 * Reads a form of one of our pages. In a session it must carry the session's token.
 * @throws HttpProblem `cross-site`, and as `readForm` does.
 */
export async function readPostedForm(
  ctx: Context,
  options: Parameters<typeof readForm>[1] = { limit: 0 },
): Promise<Form> {
  const form = await readForm(ctx, options);
  try {
    demandCsrf(ctx, form.fields.get(csrfField));
  } catch (error) {
    await form.remove();
    throw error instanceof HttpProblem ? new StaleForm(error, typedIn(ctx, form)) : error;
  }
  return form;
}

/** A form of our own that does not carry this session's token: it may be of an earlier session. */
export class StaleForm extends HttpProblem {
  readonly typed: TypedForm;

  constructor(problem: HttpProblem, typed: TypedForm) {
    super(problem.code, problem.detail);
    this.name = 'StaleForm';
    this.typed = typed;
  }
}

function typedIn(ctx: Context, { fields, files }: Form): TypedForm {
  return { fields, to: ctx.url, hadFiles: files.size > 0 };
}

/** Refuses what comes in a session without the session's token. @throws HttpProblem `cross-site`. */
export function demandCsrf(ctx: Context, sent: string | undefined): void {
  const { signedIn } = ctx.state;
  if (signedIn !== undefined && sent !== signedIn.session.csrf) throw crossSite();
}

/** A browser says who made the request: `Sec-Fetch-Site` (Fetch Metadata §2.3), older ones `Origin` (RFC 6454 §7). */
function demandOwnPage(ctx: Context, base: string): void {
  const { 'sec-fetch-site': site, origin, host } = ctx.req.headers;
  if (site === 'same-origin') return;
  if (site === undefined && origin !== undefined && URL.canParse(origin)) {
    const from = new URL(origin);
    if (from.origin === new URL(base).origin || from.host === host) return;
  }
  throw crossSite();
}

/** Whether the request came from a page of ours or from nowhere: somebody typed it, or an old browser does not say. */
export function isFromOurs(ctx: Context): boolean {
  const site = ctx.req.headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** What whoever looks as somebody else may post. */
const endsOfSeeing: ReadonlySet<string> = new Set(['/operator/see-as/end', '/sign-out']);

function demandEndOfSeeing(ctx: Context): void {
  if (endsOfSeeing.has(ctx.path)) return;
  throw new CatalogError('not-permitted', {
    sv: 'Du ser sidorna som någon annan och kan inte ändra något. Sluta med det först.',
    en: 'You see the pages as somebody else and cannot change anything. Stop that first.',
  });
}

function crossSite(): HttpProblem {
  return new HttpProblem('cross-site', {
    sv: 'Formuläret kom inte från en av våra sidor, eller sidan är för gammal. Ladda om sidan och försök igen.',
    en: 'The form did not come from a page of ours, or the page is too old. Reload the page and try again.',
  });
}

function isForm(ctx: Context): boolean {
  const type = ctx.req.headers['content-type'] ?? '';
  return /^\s*(?:multipart\/form-data|application\/x-www-form-urlencoded|text\/plain)\b/i.test(
    type,
  );
}

function isPage(ctx: Context): boolean {
  return String(ctx.res.getHeader('Content-Type') ?? '').startsWith('text/html');
}

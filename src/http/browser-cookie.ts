import type { Context } from './context.ts';

/** Secrets that a browser keeps for us: the session, the device, an attempt to sign in. ASVS 5.0 §3.3; RFC 6265bis. */
export interface BrowserCookie {
  /** As it is called at this base. */
  readonly name: string;
  /** The secret; undefined when there is none, or what is sent cannot be one. */
  read(ctx: Context): string | undefined;
  /** Has the browser keep the secret; undefined makes it forget. */
  write(ctx: Context, secret: string | undefined): void;
}

/** What our secrets look like: 32 random bytes in base64url. */
const secretForm = /^[A-Za-z0-9_-]{43}$/;

/**
 * A cookie that scripts cannot read and that no other host can have set: `__Host-` binds it to this host and to TLS, which a
 * browser demands of everything but itself (RFC 6265bis §4.1.3). Lax: it goes along when somebody follows a link to us.
 * @param lasting seconds; undefined: until the browser is closed
 */
export function browserCookie(base: string, word: string, lasting?: number): BrowserCookie {
  const secure = isSecure(base);
  const name = secure ? `__Host-${word}` : word;
  const fixed = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    read(ctx) {
      const value = cookieValue(ctx, name);
      return value !== undefined && secretForm.test(value) ? value : undefined;
    },
    write(ctx, secret) {
      const end = secret === undefined ? 0 : lasting;
      const age = end === undefined ? '' : `; Max-Age=${end}`;
      ctx.res.appendHeader('Set-Cookie', `${name}=${secret ?? ''}; ${fixed}${age}`);
    },
  };
}

/** The value of a cookie; undefined when it is sent twice, for then somebody else has set one of them. */
function cookieValue(ctx: Context, name: string): string | undefined {
  const values = (ctx.req.headers.cookie ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at > 0 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : [];
  });
  return values.length === 1 ? values[0] : undefined;
}

/** A browser takes Secure cookies of itself (localhost) over plain HTTP too. */
function isSecure(base: string): boolean {
  const { protocol, hostname } = new URL(base);
  return protocol === 'https:' || hostname === 'localhost';
}

import type { Actor } from '../kernel/actor.ts';
import type { Context, Middleware } from './context.ts';
import { HttpProblem } from './http-problem.ts';

/** Finds whose token it is; undefined when it is unknown, revoked or expired. */
export type Identify = (token: string) => Promise<Actor | undefined>;

export const anonymous: Actor = { kind: 'anonymous' };

/** What a reply to someone in particular says to caches: ASVS 5.0 §14.3.2. */
const forOneReader = 'private, no-store';

/**
 * Sets the actor from `Authorization: Bearer` (RFC 6750 §2.1; never from the address, SAK.15). No header is an anonymous
 * reader; a header that does not hold is refused even where reading is free, so that nobody takes less for all.
 * @throws HttpProblem `not-authenticated`.
 */
export function authenticate(identify: Identify): Middleware {
  return (ctx, next) => {
    const header = ctx.req.headers.authorization;
    return header === undefined ? next() : identified(ctx, header, identify).then(next);
  };
}

async function identified(ctx: Context, header: string, identify: Identify): Promise<void> {
  const token = /^bearer +([A-Za-z0-9._~+/-]{1,8192}=*)$/i.exec(header)?.[1];
  const actor = token === undefined ? undefined : await identify(token);
  if (actor === undefined) throw invalidToken();
  const { address, id } = ctx.state;
  ctx.state.actor = { ...actor, origin: { address, request: id } };
  ctx.res.setHeader('Cache-Control', forOneReader);
}

/** The guard of routes that only take bearers of a token. @throws HttpProblem `not-authenticated`. */
export function signedIn(ctx: Context): void {
  if (ctx.state.actor.kind === 'anonymous') {
    throw new HttpProblem('not-authenticated', {
      sv: 'Detta kräver en åtkomstnyckel: Authorization: Bearer.',
      en: 'This takes an access token: Authorization: Bearer.',
    });
  }
}

function invalidToken(): HttpProblem {
  return new HttpProblem(
    'not-authenticated',
    {
      sv: 'Åtkomstnyckeln är okänd, indragen eller för gammal, eller rubriken är felskriven.',
      en: 'The access token is unknown, revoked or expired, or the header is malformed.',
    },
    { headers: { 'WWW-Authenticate': 'Bearer realm="datatorget", error="invalid_token"' } },
  );
}

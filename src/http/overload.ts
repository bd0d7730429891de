import type { Context, Middleware } from './context.ts';
import { subscriber } from './forwarded.ts';
import { HttpProblem } from './http-problem.ts';

/** Requests that may be under way at once: of everybody, and of one subscriber. */
export interface Room {
  readonly all: number;
  readonly each: number;
}

/** What balancers ask is always told: an answer costs nothing, and silence takes the whole process away. */
const exempt: ReadonlySet<string> = new Set(['/health', '/ready']);

/**
 * Refuses what there is no room for, instead of letting it wait. One subscriber has a part of the room only, so that who
 * sends or takes next to nothing on thousands of connections holds up nobody else.
 * @throws HttpProblem `busy` when there is no room, `too-many-requests` when the subscriber has its part already.
 */
export function overload({ all, each }: Room): Middleware {
  const held = new Map<string, number>();
  let total = 0;
  const enter = (ctx: Context): void => {
    const who = subscriber(ctx.state.address);
    const own = held.get(who) ?? 0;
    if (total >= all) throw noRoom();
    if (own >= each) throw tooMany(each);
    total += 1;
    held.set(who, own + 1);
    ctx.res.once('close', () => {
      total -= 1;
      const left = (held.get(who) ?? 1) - 1;
      if (left > 0) held.set(who, left);
      else held.delete(who);
    });
  };
  return (ctx, next) => {
    if (!exempt.has(ctx.path)) enter(ctx);
    return next();
  };
}

function noRoom(): HttpProblem {
  return new HttpProblem('busy', {
    sv: 'Försök igen om några sekunder.',
    en: 'Try again in a few seconds.',
  });
}

function tooMany(each: number): HttpProblem {
  return new HttpProblem(
    'too-many-requests',
    {
      sv: `Högst ${each} anrop från en adress besvaras samtidigt. Vänta på svaren innan du frågar mer.`,
      en: `At most ${each} requests from one address are answered at once. Wait for the answers before you ask more.`,
    },
    { headers: { 'Retry-After': '1' } },
  );
}

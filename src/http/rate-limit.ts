import type { Middleware } from './context.ts';
import { subscriber } from './forwarded.ts';
import { HttpProblem } from './http-problem.ts';

/** A bucket of tokens: holds `burst`, gains `perSecond`; a request takes one. */
export interface Budget {
  readonly burst: number;
  readonly perSecond: number;
}

export interface RateLimits {
  /** GET, HEAD and OPTIONS: wide enough for the link checkers that portals and Europe run over a whole catalogue. */
  readonly read: Budget;
  readonly write: Budget;
}

/** Tokens that a rejected credential costs beside its own: guessing is slow. */
const guess = 20;
/** Subscribers remembered at once. */
const remembered = 50_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Limits what one subscriber may ask, whatever it asks for: the budget hangs on the address alone, so that no way of writing a
 * path and no unverified claim buys a new one. `RateLimit` and `RateLimit-Policy` as in draft-ietf-httpapi-ratelimit-headers-10.
 * @throws HttpProblem `too-many-requests` with `Retry-After` (RFC 6585 §4).
 */
export function rateLimit(
  limits: RateLimits,
  now: () => number = () => performance.now(),
): Middleware {
  const read = pool('read', limits.read);
  const write = pool('write', limits.write);
  return (ctx, next) => {
    const { method } = ctx;
    const isRead = method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
    const { take, policy, name, budget } = isRead ? read : write;
    const bucket = take(subscriber(ctx.state.address), now());
    bucket.tokens -= 1;
    const left = Math.max(0, Math.floor(bucket.tokens));
    const wait = bucket.tokens >= 0 ? 0 : Math.ceil(-bucket.tokens / budget.perSecond);
    ctx.res.setHeader('RateLimit-Policy', policy);
    ctx.res.setHeader(
      'RateLimit',
      `"${name}";r=${left};t=${wait === 0 ? Math.ceil((budget.burst - left) / budget.perSecond) : wait}`,
    );
    if (wait > 0) {
      bucket.tokens += 1;
      throw tooMany(wait);
    }
    if (ctx.req.headers.authorization === undefined) return next();
    return next().catch((error: unknown) => {
      const isGuess = error instanceof HttpProblem && error.code === 'not-authenticated';
      if (isGuess) bucket.tokens = Math.max(-budget.burst, bucket.tokens - guess);
      throw error;
    });
  };
}

function tooMany(wait: number): HttpProblem {
  return new HttpProblem(
    'too-many-requests',
    { sv: `Vänta ${wait} s och försök igen.`, en: `Wait ${wait} s and try again.` },
    { headers: { 'Retry-After': String(wait) } },
  );
}

interface Pool {
  readonly name: string;
  readonly budget: Budget;
  readonly policy: string;
  /** The subscriber's bucket, filled up to now. */
  take(subscriber: string, now: number): Bucket;
}

function pool(name: string, budget: Budget): Pool {
  const buckets = new Map<string, Bucket>();
  const fill = (bucket: Bucket, now: number): void => {
    bucket.tokens = Math.min(
      budget.burst,
      bucket.tokens + ((now - bucket.at) / 1000) * budget.perSecond,
    );
    bucket.at = now;
  };
  return {
    name,
    budget,
    policy: `"${name}";q=${budget.burst};w=${Math.ceil(budget.burst / budget.perSecond)}`,
    take: (who, now) => {
      const known = buckets.get(who);
      if (known !== undefined) {
        fill(known, now);
        return known;
      }
      if (buckets.size >= remembered) forget(buckets, budget, fill, now);
      const bucket = { tokens: budget.burst, at: now };
      buckets.set(who, bucket);
      return bucket;
    },
  };
}

/** Drops the full buckets, which say nothing; when that is not enough, the older half. */
function forget(
  buckets: Map<string, Bucket>,
  budget: Budget,
  fill: (bucket: Bucket, now: number) => void,
  now: number,
): void {
  for (const [who, bucket] of buckets) {
    fill(bucket, now);
    if (bucket.tokens >= budget.burst) buckets.delete(who);
  }
  let surplus = buckets.size - remembered / 2;
  for (const who of buckets.keys()) {
    if (surplus-- <= 0) break;
    buckets.delete(who);
  }
}

import type { Middleware } from './context.ts';

/** What scripts on other sites may read of a reply beside the safelisted headers. */
const exposed =
  'ETag, Link, Location, Content-Profile, Content-Disposition, RateLimit, RateLimit-Policy, Retry-After, X-Request-ID, traceparent';

const asked =
  'Accept, Accept-Language, Accept-Profile, Authorization, If-None-Match, If-Modified-Since, traceparent, X-Request-ID';

/**
 * Open data may be read by scripts of any site; nothing here depends on a cookie. Writing is not offered to other sites'
 * scripts (SAK.17, SAK.37). WHATWG Fetch §3.3.
 */
export const cors: Middleware = (ctx, next) => {
  const { req, res } = ctx;
  if (req.headers.origin !== undefined) res.setHeader('Access-Control-Expose-Headers', exposed);
  if (req.method !== 'OPTIONS' || req.headers['access-control-request-method'] === undefined)
    return next();
  ctx.status = 204;
  res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD');
  res.setHeader('Access-Control-Allow-Headers', asked);
  res.setHeader('Access-Control-Max-Age', '86400');
  return Promise.resolve();
};

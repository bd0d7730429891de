import Koa from 'koa';
import type { JsonObject } from '../kernel/json.ts';
import { anonymous, authenticate, type Identify } from './authenticate.ts';
import { compress } from './compress.ts';
import type { Context, Middleware, RequestState, RouteContext } from './context.ts';
import { cors } from './cors.ts';
import { clientAddress } from './forwarded.ts';
import type { Health } from './health.ts';
import { type Logger, whenEnded } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { ApiInfo } from './openapi.ts';
import { overload } from './overload.ts';
import { SlowReader } from './pace.ts';
import type { Pages } from './pages.ts';
import { problemDetails } from './problem.ts';
import { noQuery } from './query.ts';
import { type RateLimits, rateLimit } from './rate-limit.ts';
import { requestChecks } from './request-checks.ts';
import type { Route } from './route.ts';
import { routing } from './router.ts';
import { aboutRoutes } from './routes/about.ts';
import { operationRoutes } from './routes/operations.ts';
import { problemRoutes } from './routes/problems.ts';
import { securityHeaders } from './security-headers.ts';
import { type IdentifySession, readSession } from './session.ts';
import type { TellRefusal } from './tell-refusals.ts';
import { beginTrace, traceparent } from './trace.ts';

export interface AppDependencies {
  /** The public base of every IRI, without a slash at its end. */
  readonly base: string;
  readonly api: ApiInfo;
  readonly routes: readonly Route[];
  /** For `components.schemas` of the OpenAPI document. */
  readonly schemas?: JsonObject;
  readonly identify: Identify;
  /** Undefined: nobody can sign in here. */
  readonly identifySession?: IdentifySession | undefined;
  readonly logger: Logger;
  /** Tells the audit of what was refused to somebody in particular. */
  readonly tellRefusal?: TellRefusal;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly limits: RateLimits;
  /** What draws pages for people. */
  readonly pages: Pages;
  /** Proxies of ours in front: so many hops of X-Forwarded-For are believed. */
  readonly proxies: number;
  /** Requests answered at once, an eighth of them for one subscriber; the next one is told to come back. */
  readonly mostInFlight?: number;
}

/**
 * The whole HTTP floor. Order: id, trace, log line → headers → problems → limits → checks → CORS → compression → actor → router.
 * What is outside sees what is inside go wrong; the cheap refusals come before the dear work.
 */
export function createApp(dependencies: AppDependencies): Koa<RequestState, RouteContext> {
  const {
    base,
    identify,
    identifySession,
    limits,
    logger,
    metrics,
    mostInFlight = 2000,
    tellRefusal,
  } = dependencies;
  const own = [...operationRoutes(dependencies), ...problemRoutes(base), ...dependencies.routes];
  const routes = [...own, ...aboutRoutes({ ...dependencies, routes: own })];
  const app = new Koa<RequestState, RouteContext>();
  const layers: readonly Middleware[] = [
    arrival(dependencies),
    whenEnded((ctx, bytes, milliseconds) => {
      metrics.observe(ctx, bytes, milliseconds);
      logger.request(ctx, bytes, milliseconds);
    }),
    securityHeaders(base),
    problemDetails({ base, logger, tellRefusal }),
    overload({ all: mostInFlight, each: Math.ceil(mostInFlight / 8) }),
    rateLimit(limits),
    requestChecks,
    cors,
    compress,
    authenticate(identify),
    ...(identifySession === undefined ? [] : [readSession({ base, identifySession })]),
    ...routing(routes),
  ];
  for (const layer of layers) app.use(layer);
  // Only faults after the first byte come here: the connection is already broken off.
  app.on('error', (error: unknown, ctx?: Context) => {
    if (error instanceof SlowReader) {
      logger.warn('reader-too-slow', { id: ctx?.state.id, bytesPerSecond: Math.round(error.pace) });
      return;
    }
    if (ctx?.req.socket.destroyed === true && !isFault(error)) return;
    logger.fault('reply-broken-off', error, { id: ctx?.state.id });
  });
  return app;
}

/** A reader that hangs up is no fault of ours. */
function isFault(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE';
}

/** Gives the request its state, its id and its place in a trace. */
function arrival({
  metrics,
  pages,
  proxies,
}: Pick<AppDependencies, 'metrics' | 'pages' | 'proxies'>): Middleware {
  return (ctx, next) => {
    const { req, res } = ctx;
    const trace = beginTrace(ctx.get('traceparent'));
    const given = req.headers['x-request-id'];
    const id =
      typeof given === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : trace.spanId;
    ctx.state = {
      id,
      trace,
      started: performance.now(),
      address: clientAddress(req, proxies),
      actor: anonymous,
      signedIn: undefined,
      route: '',
      problem: '',
      query: noQuery,
      pages,
    };
    metrics.began();
    res.setHeader('X-Request-ID', id);
    res.setHeader('traceparent', traceparent(trace));
    return next();
  };
}

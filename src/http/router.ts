import Router from '@koa/router';
import { signedIn } from './authenticate.ts';
import { contentType, mustAccept } from './content-type.ts';
import type { Context, Middleware, RequestState, RouteContext } from './context.ts';
import { badParameters, HttpProblem } from './http-problem.ts';
import { judgeValue, readQuery } from './query.ts';
import type { Guard, Parameter, Route } from './route.ts';
import { askToSignIn, isPerson, StaleForm } from './session.ts';

/** The methods that any address of ours may answer; HEAD comes with GET. */
const answered = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type RouteTable = Router<RequestState, RouteContext>;

/**
 * The routers over the declared routes, with 404, 405 and OPTIONS answered for the rest. @koa/router tries every pattern on
 * every request; one router for each first segment keeps that to the few that can match (4 µs a request with 50 routes).
 */
export function routing(routes: readonly Route[]): Middleware[] {
  const tables = new Map<string, RouteTable>();
  for (const head of new Set(routes.map((route) => headOf(route.path)))) {
    const few = routes.filter((route) => [head, everywhere].includes(headOf(route.path)));
    tables.set(head, routeTable(few));
  }
  const others = tables.get(everywhere) ?? routeTable([]);
  const tableFor = (path: string): RouteTable => tables.get(headOf(path)) ?? others;
  const dispatchers = new Map<RouteTable, Middleware>();
  for (const table of [...tables.values(), others]) {
    // @koa/router's own type says less of the context than Koa's does.
    dispatchers.set(table, table.routes() as unknown as Middleware);
  }
  return [
    (ctx, next) => dispatchers.get(tableFor(ctx.path))?.(ctx, next) ?? next(),
    unmatched(tableFor),
  ];
}

function routeTable(routes: readonly Route[]): RouteTable {
  const table: RouteTable = new Router({ strict: true, sensitive: true });
  for (const route of routes) {
    const serve = server(route);
    table.register(routerPath(route), [route.method], (ctx) => serve(ctx as Context));
  }
  return table;
}

/** Head of a route that begins with a parameter: it may match anywhere. */
const everywhere = '{';

/** `/datasets` of `/datasets/trees.ttl`, `/api/v1/datasets` of `/api/v1/datasets/trees`. */
function headOf(path: string): string {
  let end = 0;
  for (let segment = path.startsWith('/api/') ? 3 : 1; segment > 0 && end >= 0; segment -= 1) {
    end = path.indexOf('/', end + 1);
  }
  const head = end < 0 ? path : path.slice(0, end);
  if (head.includes('{')) return everywhere;
  const dot = head.indexOf('.');
  return dot < 0 ? head : head.slice(0, dot);
}

/** `/datasets/{name}` as @koa/router writes it, with the optional suffix. */
function routerPath({ path, suffixes }: Route): string {
  return path.replace(/\{(\w+)\}/g, ':$1') + (suffixes === true ? '{.:suffix}' : '');
}

/** Everything that happens once the address has matched: who asks, parameters, content type, guards, handler. */
function server(route: Route): (ctx: Context) => void | Promise<void> {
  const declared = new Map<string, Parameter>();
  for (const parameter of route.parameters ?? []) {
    if (parameter.in === 'query') declared.set(parameter.name, parameter);
  }
  const inPath = (route.parameters ?? []).filter((parameter) => parameter.in === 'path');
  const accepted = route.body === undefined ? undefined : Object.keys(route.body.content);
  const { access, guards = [], handler, otherParameters, path } = route;
  return (ctx) => {
    ctx.state.route = path;
    if (access === 'bearer') signedIn(ctx);
    if (access === 'person' && !isPerson(ctx)) return askToSignIn(ctx);
    for (const parameter of inPath) judgePathParameter(ctx, parameter);
    if (otherParameters !== 'ignored') ctx.state.query = readQuery(ctx, declared);
    for (const parameter of declared.values()) {
      if (parameter.required === true && ctx.state.query.text(parameter.name) === undefined)
        throw missing(parameter);
    }
    if (
      accepted !== undefined &&
      (route.body?.required !== false || contentType(ctx) !== undefined)
    )
      mustAccept(ctx, accepted);
    if (access === 'person' && ctx.method === 'POST') return keepingTyped(ctx, guards, handler);
    return guards.length === 0 ? handler(ctx) : guarded(ctx, guards, handler);
  };
}

/** A form of an earlier session changes nothing, but what was typed in it is shown again, to be sent in this one. */
async function keepingTyped(ctx: Context, guards: readonly Guard[], handler: Guard): Promise<void> {
  try {
    await guarded(ctx, guards, handler);
  } catch (error) {
    const { keepTyped } = ctx.state.pages;
    if (!(error instanceof StaleForm) || keepTyped === undefined) throw error;
    ctx.status = 403;
    keepTyped(ctx, error.typed);
  }
}

async function guarded(ctx: Context, guards: readonly Guard[], handler: Guard): Promise<void> {
  for (const guard of guards) await guard(ctx);
  await handler(ctx);
}

/** A name that no record can have is not found; there is nothing to correct in it. */
function judgePathParameter(ctx: Context, parameter: Parameter): void {
  const value = ctx.params[parameter.name];
  if (value !== undefined && judgeValue(value, parameter) !== undefined) throw notFound();
}

function missing(parameter: Parameter): HttpProblem {
  return badParameters([
    {
      in: 'query',
      parameter: parameter.name,
      detail: { sv: 'Parametern krävs.', en: 'The parameter is required.' },
    },
  ]);
}

/** What no route took: a missing slash mended, OPTIONS, 405 with `Allow`, or 404. RFC 9110 §9.3.7, §15.5.6. */
function unmatched(tableFor: (path: string) => RouteTable): Middleware {
  return (ctx) => {
    const { path, method } = ctx;
    const router = tableFor(path);
    const methods = new Set<string>();
    for (const layer of router.match(path, method).path)
      for (const one of layer.methods) methods.add(one);
    if (methods.size > 0 || (path === '*' && method === 'OPTIONS')) {
      const allow = [...answered.filter((one) => path === '*' || methods.has(one)), 'OPTIONS'].join(
        ', ',
      );
      if (method !== 'OPTIONS') throw methodNotAllowed(method, allow);
      ctx.status = 204;
      ctx.set('Allow', allow);
      return Promise.resolve();
    }
    const bare = path.replace(/\/+$/, '');
    if (bare !== '' && bare !== path && router.match(bare, method).route) {
      ctx.body = '';
      ctx.status = 308;
      ctx.set('Location', bare.replace(/^\/{2,}/, '/') + ctx.search);
      return Promise.resolve();
    }
    throw notFound();
  };
}

/** 405 with the methods that work. */
export function methodNotAllowed(method: string, allow: string): HttpProblem {
  return new HttpProblem(
    'method-not-allowed',
    {
      sv: `${method} går inte här. Det går med ${allow}.`,
      en: `${method} does not work here. These do: ${allow}.`,
    },
    { headers: { Allow: allow } },
  );
}

/** 404 for an address at which nothing is, byte for byte the same whatever the reason. */
export function notFound(): HttpProblem {
  return new HttpProblem('not-found', {
    sv: 'Det finns inget på den adressen.',
    en: 'There is nothing at this address.',
  });
}

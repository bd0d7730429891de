import Router from '@koa/router';
import { contentType, mustAccept } from './content-type.ts';
import type { Context, Middleware, RequestState, RouteContext } from './context.ts';
import { badParameters, HttpProblem } from './http-problem.ts';
import { judgeValue, readQuery } from './query.ts';
import type { Guard, Parameter, Route } from './route.ts';

/** The methods that any address of ours may answer; HEAD comes with GET. */
const answered = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The router over the declared routes, with 404, 405 and OPTIONS answered for the rest. */
export function routing(routes: readonly Route[]): Middleware[] {
  const router = new Router<RequestState, RouteContext>({ strict: true, sensitive: true });
  for (const route of routes) {
    // @koa/router hands over the context that Koa made; its own type only says less of it.
    router.register(routerPath(route), [route.method], (ctx) => serve(ctx as Context));
    const serve = server(route);
  }
  return [router.routes() as unknown as Middleware, unmatched(router)];
}

/** `/datasets/{name}` as @koa/router writes it, with the optional suffix. */
function routerPath({ path, suffixes }: Route): string {
  return path.replace(/\{(\w+)\}/g, ':$1') + (suffixes === true ? '{.:suffix}' : '');
}

/** Everything that happens once the address has matched: parameters, content type, guards, handler. */
function server(route: Route): (ctx: Context) => void | Promise<void> {
  const declared = new Map<string, Parameter>();
  for (const parameter of route.parameters ?? []) {
    if (parameter.in === 'query') declared.set(parameter.name, parameter);
  }
  const inPath = (route.parameters ?? []).filter((parameter) => parameter.in === 'path');
  const accepted = route.body === undefined ? undefined : Object.keys(route.body.content);
  const { guards = [], handler, path } = route;
  return (ctx) => {
    ctx.state.route = path;
    for (const parameter of inPath) judgePathParameter(ctx, parameter);
    ctx.state.query = readQuery(ctx, declared);
    for (const parameter of declared.values()) {
      if (parameter.required === true && ctx.state.query.text(parameter.name) === undefined)
        throw missing(parameter);
    }
    if (
      accepted !== undefined &&
      (route.body?.required !== false || contentType(ctx) !== undefined)
    )
      mustAccept(ctx, accepted);
    return guards.length === 0 ? handler(ctx) : guarded(ctx, guards, handler);
  };
}

async function guarded(ctx: Context, guards: readonly Guard[], handler: Guard): Promise<void> {
  for (const guard of guards) await guard(ctx);
  await handler(ctx);
}

/** A name that no record can have is not found; there is nothing to correct in it. */
function judgePathParameter(ctx: Context, parameter: Parameter): void {
  const value = ctx.params[parameter.name];
  if (value !== undefined && judgeValue(value, parameter.schema) !== undefined) throw notFound();
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
function unmatched(router: Router<RequestState, RouteContext>): Middleware {
  return (ctx) => {
    const { path, method } = ctx;
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

import type { TestContext } from 'node:test';
import { type AppDependencies, createApp } from '../../src/http/app.ts';
import { createHealth } from '../../src/http/health.ts';
import { jsonLogger } from '../../src/http/log.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import type { ApiInfo } from '../../src/http/openapi.ts';
import { defineRoute, type Route } from '../../src/http/route.ts';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { loadFrame } from '../../src/portal/load-portal.ts';

/** The real floor over the given routes, on a port of its own, until the test ends. */
export interface Served extends RunningServer {
  readonly url: string;
  readonly lines: string[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

export const base = 'https://data.example.se';

export const api: ApiInfo = {
  name: 'Datatorget',
  version: '1.0.0',
  released: '2027-01-15',
  status: 'active',
  description: {
    sv: 'Begränsningar: högst 1000 poster per sida.',
    en: 'Limits: at most 1000 items a page.',
  },
  contact: { name: 'Datatorget', url: 'https://data.example.se/', email: 'data@example.se' },
  license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
  termsOfService: 'https://data.example.se/villkor',
};

export async function serve(
  t: TestContext,
  routes: readonly Route[],
  options: Partial<AppDependencies> = {},
): Promise<Served> {
  const lines: string[] = [];
  const metrics = createMetrics();
  const health = options.health ?? createHealth([]);
  const app = createApp({
    base,
    api,
    routes,
    identify: (token) =>
      Promise.resolve(
        token === 'good'
          ? {
              kind: 'token',
              id: 't1',
              name: 'Test',
              grants: [{ role: 'editor', organization: 'o1' }],
            }
          : undefined,
      ),
    logger: jsonLogger((line) => lines.push(line)),
    metrics,
    health,
    limits: { read: { burst: 2000, perSecond: 200 }, write: { burst: 300, perSecond: 20 } },
    pages: { ...(await loadFrame()), start: noCatalog, browse: noCatalog, record: noCatalog },
    proxies: 0,
    ...options,
  });
  const running = await startServer({
    host: '127.0.0.1',
    port: 0,
    handle: app.callback(),
    onDrain: () => health.drain(),
  });
  t.after(async () => {
    metrics.close();
    running.server.closeAllConnections();
    await running.drain({ linger: 0, within: 0 });
  });
  const url = running.address;
  return {
    ...running,
    url,
    lines,
    get: (path, headers = {}) => fetch(url + path, { headers, redirect: 'manual' }),
  };
}

/** These sites have routes of the test's own only, none that leads to a page of the catalogue. */
const noCatalog = () => Promise.reject(new Error('There is no catalogue behind this site.'));

const text = { sv: 'Provväg.', en: 'Test route.' };

/** A route that does what the handler says, with the rest filled in. */
export function testRoute(route: Pick<Route, 'path' | 'handler'> & Partial<Route>): Route {
  return defineRoute({
    method: 'GET',
    id: `${route.method ?? 'GET'}${route.path}`,
    tag: 'test',
    summary: text,
    access: 'public',
    responses: { 200: { description: text } },
    ...route,
  });
}

import { isOperator } from '../../kernel/actor.ts';
import type { Context } from '../context.ts';
import { isLoopback } from '../forwarded.ts';
import type { Health } from '../health.ts';
import { HttpProblem } from '../http-problem.ts';
import type { Metrics } from '../metrics.ts';
import { sendJson } from '../reply.ts';
import { defineRoute, type Route } from '../route.ts';
import { notFound } from '../router.ts';

/** For whoever runs the system: is it alive, can it work, how is it doing. */
export function operationRoutes({
  health,
  metrics,
}: {
  readonly health: Health;
  readonly metrics: Metrics;
}): readonly Route[] {
  const common = { method: 'GET', tag: 'operations', access: 'public' } as const;
  return [
    defineRoute({
      ...common,
      path: '/health',
      id: 'get-health',
      summary: { sv: 'Om processen lever', en: 'Whether the process is alive' },
      responses: { 200: { description: { sv: 'Den lever.', en: 'It is.' } } },
      handler: (ctx) => {
        ctx.res.setHeader('Cache-Control', 'no-store');
        sendJson(ctx, '{"status":"ok"}');
      },
    }),
    defineRoute({
      ...common,
      path: '/ready',
      id: 'get-ready',
      summary: { sv: 'Om processen kan arbeta', en: 'Whether the process can work' },
      responses: { 200: { description: { sv: 'Den kan.', en: 'It can.' } } },
      problems: ['service-unavailable'],
      handler: async (ctx) => {
        ctx.res.setHeader('Cache-Control', 'no-store');
        const missing = await health.missing();
        if (missing.length > 0) throw notReady(missing);
        sendJson(ctx, JSON.stringify({ status: 'ready', ...(await health.facts()) }));
      },
    }),
    defineRoute({
      ...common,
      path: '/metrics',
      id: 'get-metrics',
      summary: { sv: 'Mätvärden', en: 'Metrics' },
      responses: {
        200: { description: { sv: 'Prometheus textformat.', en: "Prometheus' text format." } },
      },
      guards: [operatorOnly],
      handler: async (ctx) => {
        ctx.res.setHeader('Cache-Control', 'no-store');
        ctx.res.setHeader('Content-Type', 'text/plain; version=0.0.4; charset=utf-8');
        ctx.body = await metrics.render();
      },
    }),
  ];
}

/** ASVS 5.0 §13.4.5: the public does not see how we are doing; this machine and operators' tokens do. */
function operatorOnly(ctx: Context): void {
  const { actor, address } = ctx.state;
  if (!isOperator(actor) && !isLoopback(address)) throw notFound();
}

function notReady(missing: readonly string[]): HttpProblem {
  const list = missing.join(', ');
  return new HttpProblem(
    'service-unavailable',
    { sv: `Väntar på: ${list}.`, en: `Waiting for: ${list}.` },
    { members: { missing } },
  );
}

import type { Pages } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { FactsMain } from '../facts.tsx';
import { recordFacts } from '../record-facts.ts';
import { respond } from '../respond.tsx';

/** A record of any kind: each kind's own page stands beside this file, and what has none is shown as facts. */
export function recordPage({ context }: Services): Pages['record'] {
  return async (ctx, shown) => {
    const page = { ...recordFacts(context.profile, shown), canonical: ctx.path, way: [] };
    respond(ctx, page, <FactsMain {...page} />);
  };
}

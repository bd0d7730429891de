import type { AuditStore } from '../audit/audit-store.ts';
import { recent } from '../kernel/recent.ts';
import { refusedBy } from '../kernel/refused.ts';
import type { Context } from './context.ts';

/** Tells the audit of what was refused. */
export type TellRefusal = (ctx: Context, error: unknown) => Promise<void>;

/** An hour, in milliseconds, and how many refusals of one actor are kept of it. */
const hour = 3_600_000;
const mostAnHour = 60;

/**
 * Keeps what people who have signed in and bearers of tokens were refused: ASVS 5.0 §16.3.2. Bounded, so that nobody fills the audit:
 * after sixty in an hour the next are only counted, and told with the first of the hour after.
 */
export function tellRefusals(audit: Pick<AuditStore, 'transact'>, now: () => Date): TellRefusal {
  const windowOf = recent(10_000, (_actor: string) => ({ since: 0, count: 0 }));
  return async (ctx, error) => {
    const { actor, route } = ctx.state;
    const refused = refusedBy(error);
    if (actor.kind === 'anonymous' || refused === undefined) return;
    const time = now();
    const window = windowOf(actor.id);
    const isOver = window.since + hour < time.getTime();
    const unsaid = isOver ? Math.max(0, window.count - mostAnHour) : 0;
    if (isOver) Object.assign(window, { since: time.getTime(), count: 0 });
    window.count += 1;
    if (window.count > mostAnHour) return;
    const { organization, action, object } = refused;
    await audit.transact((tx) =>
      tx.audit({
        at: time.toISOString(),
        actor,
        organization,
        action: 'access-refused',
        object: object ?? { kind: 'address', id: route, name: route },
        after: { action, method: ctx.method, route, ...(unsaid > 0 && { unsaid }) },
      }),
    );
  };
}

import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm } from '../../http/session.ts';
import { openWorkspace } from './open-workspace.ts';

/** Asks the organisation's addresses soon: those that nobody has asked, and those that did not answer the last time. */
export async function checkLinks(ctx: Context, services: Services): Promise<void> {
  const { organization, address } = await openWorkspace(ctx, services, 'edit');
  await using _form = await readPostedForm(ctx);
  const { store } = services.quality;
  const due = services.context.now().toISOString();
  const broken = (await store.qualities(organization.id)).flatMap((quality) => quality.broken);
  const checks = await store.links(broken);
  await store.keepLinks(checks.map((check) => ({ ...check, due })));
  await services.context.store.transact((tx) =>
    tx.enqueue({ kind: 'ask-links', payload: {}, key: 'ask-links' }),
  );
  ctx.status = 303;
  ctx.set('Location', `${address}?done=links`);
  ctx.body = '';
}

import type { AuditStore } from '../../audit/audit-store.ts';
import { auditLines } from '../../audit/export-audit.ts';
import { walkAudit } from '../../audit/walk-audit.ts';
import type { Context } from '../../http/context.ts';
import { subscriber } from '../../http/forwarded.ts';
import { notFound } from '../../http/router.ts';
import type { Services } from '../../http/services.ts';
import { streamBody } from '../../http/stream-body.ts';
import { zipStream } from '../../http/zip-stream.ts';
import { exportCatalog } from '../../onboarding/export-catalog.ts';
import { exportFiles } from '../../onboarding/export-files.ts';
import type { Onboarding } from '../../onboarding/onboarding.ts';
import type { OnboardingContext } from '../../onboarding/onboarding-context.ts';
import { customerOf } from './customer-page.tsx';
import { matterOf } from './matter-page.tsx';

/** Answers with everything that an organisation has had here, as one ZIP archive: to the operator at any time, to the customer when it has ended. */
export function exportAnswers(
  services: Pick<Services, 'context' | 'dumps' | 'writers'>,
  context: OnboardingContext,
  audit: AuditStore,
) {
  // What one syntax cannot carry stands in the other, and in the records.
  const writer = (syntax: 'ttl' | 'rdf') =>
    services.writers.document({ syntax, refused: () => undefined });
  const answer = async (ctx: Context, onboarding: Onboarding): Promise<void> => {
    const { store } = services.context;
    if (onboarding.organization === null) throw notFound();
    const organization = await store.findById(onboarding.organization);
    if (organization === undefined) throw notFound();
    const members = onboarding.members ?? (await context.people.members(organization.id));
    const leave = services.dumps.enter(subscriber(ctx.state.address));
    ctx.set('Content-Type', 'application/zip');
    ctx.set('Content-Disposition', `attachment; filename="${organization.name}.zip"`);
    ctx.set('Cache-Control', 'no-store');
    const files = exportFiles({
      reader: store,
      organization,
      onboarding,
      catalog: {
        ttl: exportCatalog(store, writer('ttl'), organization),
        rdf: exportCatalog(store, writer('rdf'), organization),
      },
      members,
      log: auditLines(walkAudit(audit, { organizations: [organization.id] }), () =>
        Promise.resolve(organization.name),
      ),
    });
    await streamBody(ctx, zipStream(files), leave);
  };
  return {
    customer: async (ctx: Context) => {
      const onboarding = await customerOf(ctx, context);
      if (onboarding.state !== 'ended') throw notFound();
      await answer(ctx, onboarding);
    },
    operator: async (ctx: Context) => answer(ctx, await matterOf(ctx, context)),
  };
}

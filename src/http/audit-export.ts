import type { AuditQuery } from '../audit/audit-store.ts';
import { auditCsv, auditLines } from '../audit/export-audit.ts';
import { walkAudit } from '../audit/walk-audit.ts';
import type { Context } from './context.ts';
import type { Representation } from './negotiate.ts';
import type { Services } from './services.ts';
import { streamBody } from './stream-body.ts';

/** The forms that the audit is exported in. */
export const auditForms = [
  {
    mediaType: 'application/x-ndjson',
    suffix: 'jsonl',
    contentType: 'application/x-ndjson; charset=utf-8',
  },
  { mediaType: 'text/csv', suffix: 'csv', contentType: 'text/csv; charset=utf-8; header=present' },
] as const satisfies readonly Representation[];

export type AuditForm = (typeof auditForms)[number];

/** Answers with all events that are asked for, as a file; that they were taken out is told first. */
export async function answerAudit(
  ctx: Context,
  { audit, context }: Pick<Services, 'audit' | 'context'>,
  form: AuditForm,
  query: Omit<AuditQuery, 'limit' | 'before'>,
): Promise<void> {
  const { organizations, actor: by, object, actions, since, until } = query;
  const [only] = organizations?.length === 1 ? organizations : [];
  await audit.transact((tx) =>
    tx.audit({
      at: context.now().toISOString(),
      actor: ctx.state.actor,
      organization: only ?? null,
      action: 'audit-exported',
      object: { kind: 'audit', id: 'audit', name: 'audit' },
      after: {
        form: form.suffix,
        ...(by !== undefined && { actor: by }),
        ...(object !== undefined && { object }),
        ...(actions !== undefined && { actions: [...actions] }),
        ...(since !== undefined && { since }),
        ...(until !== undefined && { until }),
      },
    }),
  );
  const names = new Map<string, string | undefined>();
  const nameOf = async (id: string) => {
    if (!names.has(id)) names.set(id, (await context.store.findById(id))?.name);
    return names.get(id);
  };
  ctx.set('Content-Type', form.contentType);
  ctx.set('Content-Disposition', `attachment; filename="audit.${form.suffix}"`);
  ctx.set('Cache-Control', 'private, no-store');
  const events = walkAudit(audit, query);
  await streamBody(
    ctx,
    form.suffix === 'csv' ? auditCsv(events, nameOf) : auditLines(events, nameOf),
  );
}

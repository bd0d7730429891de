import { verifyChain } from '../audit/verify-chain.ts';
import type { Application } from '../main.ts';
import type { Output } from './command.ts';

/** Says whether people can come in, letters leave, jobs get done and the audit holds; none of it is a reason to fail. */
export async function examineOperation(
  { store, config, accounts }: Application,
  out: Output,
): Promise<void> {
  const { secret, smtpUrl, production } = config;
  out.line(`secret        ${secret === undefined ? 'made once, kept in the store' : 'set'}`);
  if (secret === undefined && production)
    out.line('  → set DATATORGET_SECRET, and keep it with the backups');
  const operators = await accounts.store.countOperators();
  out.line(`operators     ${operators}`);
  if (operators === 0)
    out.line(
      '  → nobody can run the site in a browser yet: datatorget users add --operator EMAIL NAME',
    );
  out.line(
    `mail          ${smtpUrl === undefined ? 'a folder; letters are not sent' : smtpUrl.replace(/\/\/[^@/]*@/, '//…@')}`,
  );
  if (smtpUrl === undefined && production)
    out.line('  → nobody gets links to confirm, invitations or answers: set DATATORGET_SMTP_URL');
  const failed = (await store.jobs.counts()).filter(({ state }) => state === 'failed');
  const count = failed.reduce((sum, one) => sum + one.count, 0);
  out.line(`jobs          ${count} failed`);
  if (count > 0)
    out.line(
      `  → ${failed.map(({ kind }) => kind).join(', ')}: their reasons stand at /operator/jobs`,
    );
  const verdict = await verifyChain(store.audit);
  out.line(
    verdict.holds
      ? `audit         holds, ${verdict.events} events`
      : `audit         does not hold: event ${verdict.number}: ${verdict.fault}`,
  );
  if (!verdict.holds)
    out.line(
      '  → somebody has changed the audit: datatorget audit verify, and compare with a backup',
    );
}

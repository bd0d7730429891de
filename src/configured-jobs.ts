import type { Accounts } from './accounts/accounts.ts';
import { cleanAccounts } from './accounts/clean-accounts.ts';
import { checkAudit } from './audit/check-audit.ts';
import { cleanAudit } from './audit/clean-audit.ts';
import type { CatalogContext } from './catalog/catalog-context.ts';
import type { PublishingContext } from './catalog/publishing-context.ts';
import { publicationJob, publishWhenDue } from './catalog/schedule-publication.ts';
import type { Config } from './config.ts';
import type { ConfiguredMail } from './configured-mail.ts';
import { askAddress } from './harvest/ask-address.ts';
import type { Logger } from './http/log.ts';
import { tellEvent } from './http/tell-event.ts';
import type { DailyJob, JobHandlers } from './jobs/job-handler.ts';
import { type Worker, work } from './jobs/work.ts';
import { daysBefore } from './kernel/day.ts';
import { sendLetter } from './mail/send-letter.ts';
import { cleanRefused } from './onboarding/clean-refused.ts';
import { askLinks } from './quality/ask-links.ts';
import type { QualityKeeper } from './quality/keep-quality.ts';
import type { Store } from './store/open-store.ts';
import { cleanTickets } from './support/clean-tickets.ts';

/** Every kind of job that this program does, and what it does once a day: one line each. */

/** What handlers are made of, of one application. */
export interface JobParts {
  readonly config: Config;
  readonly store: Store;
  readonly context: CatalogContext;
  readonly accounts: Accounts;
  readonly publishing: PublishingContext;
  readonly mail: ConfiguredMail;
  readonly quality: QualityKeeper;
}

/** The handlers by kind. */
export function jobHandlers({
  store,
  context,
  accounts,
  mail,
  publishing,
  quality,
}: JobParts): JobHandlers {
  return {
    mail: sendLetter(mail.transport, mail.sender),
    [publicationJob]: (job) => publishWhenDue(publishing, job),
    'ask-links': async (_job, signal) => {
      const isChanged = await askLinks({
        store: store.quality,
        ask: askAddress,
        now: context.now,
        signal,
      });
      if (isChanged) await quality.recalculate();
    },
    'quality-day': async () => {
      await quality.catchUp();
      await quality.keepDay();
    },
    'sweep-jobs': async () => {
      while ((await store.jobs.sweep(daysAgo(14))) > 0);
    },
    'forget-bulk-changes': async () => {
      await store.publishing.transact((tx) => tx.forgetBulkChanges(daysAgo(30).toISOString()));
    },
    'clean-audit': async () => {
      await cleanAudit(store.audit, context.now());
    },
    'clean-accounts': async () => {
      await cleanAccounts(accounts);
    },
    'clean-matters': async () => {
      await cleanTickets(store.tickets, context.now());
      await cleanRefused(store.onboarding, context.now());
    },
    'check-audit': () => checkAudit(store.audit),
    'clean-letters': async () => {
      await mail.folder?.clean(daysAgo(14));
    },
  };
}

/** Letters in the folder and jobs that are done are shown for so long. */
function daysAgo(days: number): Date {
  return daysBefore(new Date(), days);
}

/** What is done once a day, by the clocks of Europe/Stockholm, at an hour when few are awake. */
export const dailyJobs: readonly DailyJob[] = [
  { kind: 'ask-links', at: { hour: 2, minute: 10 } },
  { kind: 'quality-day', at: { hour: 4, minute: 40 } },
  { kind: 'sweep-jobs', at: { hour: 3, minute: 10 } },
  { kind: 'forget-bulk-changes', at: { hour: 3, minute: 14 } },
  { kind: 'clean-audit', at: { hour: 3, minute: 16 } },
  { kind: 'clean-accounts', at: { hour: 3, minute: 18 } },
  { kind: 'clean-matters', at: { hour: 3, minute: 20 } },
  { kind: 'check-audit', at: { hour: 3, minute: 40 } },
  { kind: 'clean-letters', at: { hour: 3, minute: 12 } },
];

/** Begins to do the jobs that wait; those that this process asks for are looked for at once. */
export function startJobs(
  parts: JobParts & { whenCommitted(listener: () => void): void },
  logger: Logger,
): Worker {
  const worker = work({
    store: parts.store.jobs,
    handlers: jobHandlers(parts),
    daily: dailyJobs,
    report: (event) => tellEvent(logger, event),
  });
  parts.whenCommitted(worker.wake);
  return worker;
}

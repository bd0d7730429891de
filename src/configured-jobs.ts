import type { CatalogContext } from './catalog/catalog-context.ts';
import type { Config } from './config.ts';
import type { ConfiguredMail } from './configured-mail.ts';
import type { DailyJob, JobHandlers } from './jobs/job-handler.ts';
import { type WorkEvent, type Worker, work } from './jobs/work.ts';
import { sendLetter } from './mail/send-letter.ts';
import type { Store } from './store/open-store.ts';

/** Every kind of job that this program does, and what it does once a day: one line each. */

/** What handlers are made of, of one application. */
export interface JobParts {
  readonly config: Config;
  readonly store: Store;
  readonly context: CatalogContext;
  readonly mail: ConfiguredMail;
}

/** The handlers by kind. */
export function jobHandlers({ store, mail }: JobParts): JobHandlers {
  return {
    mail: sendLetter(mail.transport, mail.sender),
    'sweep-jobs': async () => {
      while ((await store.jobs.sweep(daysAgo(14))) > 0);
    },
    'clean-letters': async () => {
      await mail.folder?.clean(daysAgo(14));
    },
  };
}

/** Letters in the folder and jobs that are done are shown for so long. */
function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}

/** What is done once a day, by the clocks of Europe/Stockholm, at an hour when few are awake. */
export const dailyJobs: readonly DailyJob[] = [
  { kind: 'sweep-jobs', at: { hour: 3, minute: 10 } },
  { kind: 'clean-letters', at: { hour: 3, minute: 12 } },
];

/** Begins to work on the jobs of the application. */
export function startWorker(parts: JobParts, report: (event: WorkEvent) => void): Worker {
  return work({
    store: parts.store.jobs,
    handlers: jobHandlers(parts),
    daily: dailyJobs,
    report,
  });
}

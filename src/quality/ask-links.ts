import { day } from '../kernel/day.ts';
import type { LinkCheck, QualityStore } from './quality-store.ts';

/** Asks an address. @returns what is wrong, in a word; undefined when it answers */
export type AskAddress = (url: string, signal: AbortSignal) => Promise<string | undefined>;

const week = 7 * day;
/** After each answer the next question waits a week longer, at most so many; a failure begins anew. data.europa.eu does the same. */
const mostWeeks = 5;
/** Who did not answer is asked again sooner, so that mended links count soon. Milliseconds. */
const soon = day;

/**
 * Asks the addresses whose time has come, so many at once, one at a time of each host.
 * @returns whether any answer was another than before: scores have to be made anew
 */
export async function askLinks({
  store,
  ask,
  now,
  signal,
  most = 2000,
  atOnce = 8,
}: {
  readonly store: Pick<QualityStore, 'linksDue' | 'keepLinks'>;
  readonly ask: AskAddress;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly most?: number;
  readonly atOnce?: number;
}): Promise<boolean> {
  const due = await store.linksDue(now().toISOString(), most);
  const hosts = [...Map.groupBy(due, ({ url }) => hostOf(url)).values()].values();
  let isChanged = false;
  const worker = async (): Promise<void> => {
    for (const checks of hosts) {
      for (const check of checks) {
        if (signal.aborted) return;
        const failure = await ask(check.url, signal);
        const next = after(check, failure, now());
        if (next.answered !== check.answered) isChanged = true;
        await store.keepLinks([next]);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return isChanged;
}

/** What is known of an address after it has been asked. */
export function after(check: LinkCheck, failure: string | undefined, now: Date): LinkCheck {
  const answered = failure === undefined;
  const weeks = answered && check.answered === true ? Math.min(check.weeks + 1, mostWeeks) : 1;
  return {
    url: check.url,
    answered,
    failure,
    checked: now.toISOString(),
    due: new Date(now.getTime() + (answered ? weeks * week : soon)).toISOString(),
    weeks,
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

import { type Announcement, isForEverybody, timeOf } from './announcement.ts';
import type { SiteReader } from './site-store.ts';

/** What is announced just now, from memory: every page shows it, so nothing waits for the store. */
export interface CurrentAnnouncements {
  /** The current ones for everybody, as known; looks anew in the background when that was some time ago. */
  now(): readonly Announcement[];
  /** The current ones for people who have signed in, all or some of them. */
  forPeople(): readonly Announcement[];
  /** Looks anew at once: after a change in this process, and at start. */
  refresh(): Promise<void>;
}

/**
 * @param faulted is told when the store cannot be read; what was known stays
 * @param age milliseconds after which it is looked anew
 */
export function currentAnnouncements(
  store: Pick<SiteReader, 'announcements'>,
  {
    now,
    faulted,
    age = 15_000,
  }: {
    readonly now: () => Date;
    readonly faulted: (error: unknown) => void;
    readonly age?: number;
  },
): CurrentAnnouncements {
  let known: readonly Announcement[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  const refresh = async (): Promise<void> => {
    lookedAt = now().getTime();
    known = (await store.announcements(100)).filter(({ isRemoved }) => !isRemoved);
  };
  const current = (): readonly Announcement[] => {
    const time = now();
    if (time.getTime() - lookedAt > age) {
      lookedAt = time.getTime();
      refresh().catch(faulted);
    }
    const iso = time.toISOString();
    return known.filter((one) => timeOf(one, iso) === 'current');
  };
  return {
    refresh,
    now: () => current().filter(isForEverybody),
    forPeople: () => current().filter((one) => !isForEverybody(one)),
  };
}

import type { UserLanguage } from '../../kernel/issue.ts';
import { type Announcement, isForEverybody, timeOf } from '../../support/announcement.ts';
import { wordsIn } from '../words/words.ts';
import { AnnouncementList } from './announcement-list.tsx';

/** Announcements as readers of the status page see them: what holds now, what comes, what has been. */
export function StatusAnnouncements({
  announcements,
  now,
  language,
}: {
  readonly announcements: readonly Announcement[];
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).support.announcements;
  const shown = announcements.filter((one) => !one.isRemoved && isForEverybody(one));
  return (
    <section class="stack" id="announcements">
      {shown.length === 0 && <p class="quiet">{say.noneNow}</p>}
      {(['current', 'coming', 'past'] as const).map((time) => {
        const those = shown.filter((one) => timeOf(one, now) === time);
        return those.length === 0 ? null : (
          <section class="stack" key={time}>
            <h2>{say.times[time]}</h2>
            <AnnouncementList announcements={those} language={language} />
          </section>
        );
      })}
      <p>
        <a href="/status.atom">{say.feed}</a>
      </p>
    </section>
  );
}

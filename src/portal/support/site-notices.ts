import { hash } from 'node:crypto';
import type { SiteNotice } from '../../http/pages.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { AnnouncementKind } from '../../support/announcement.ts';
import type { CurrentAnnouncements } from '../../support/current-announcements.ts';
import { portalVersion } from '../portal-version.ts';
import { wordsIn } from '../words/words.ts';

const kinds = {
  planned: 'note',
  disturbance: 'warn',
  solved: 'good',
  information: 'note',
  news: 'note',
} as const satisfies Record<AnnouncementKind, SiteNotice['kind']>;

/** What stands above every page: the announcements that hold just now. */
export function siteNotices(
  announcements: CurrentAnnouncements,
): (language: UserLanguage) => readonly SiteNotice[] {
  return (language) => {
    const say = wordsIn(language).support.announcements;
    return announcements.now().map(({ id, kind, title }) => ({
      kind: kinds[kind],
      title: `${say.kinds[kind]}: ${title[language]}`,
      href: `/status#a-${id}`,
    }));
  };
}

/** The build's version with what is announced: a page is not answered with 304 when the announcement above it has changed. */
export function versionWith(announcements: CurrentAnnouncements): string {
  const current = announcements.now().map(({ id, version }) => `${id}.${version}`);
  return current.length === 0
    ? portalVersion
    : `${portalVersion}-${hash('sha256', current.join()).slice(0, 12)}`;
}

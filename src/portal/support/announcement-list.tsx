import type { UserLanguage } from '../../kernel/issue.ts';
import type { Announcement, AnnouncementKind } from '../../support/announcement.ts';
import { Tag, type Tone } from '../components/tag.tsx';
import type { IconName } from '../icons.ts';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

const looks: Readonly<Record<AnnouncementKind, readonly [Tone, IconName]>> = {
  planned: ['note', 'clock'],
  disturbance: ['warn', 'warning'],
  solved: ['good', 'check'],
  information: ['plain', 'note'],
  news: ['note', 'note'],
};

/** Announcements with what each says, from when and until when. */
export function AnnouncementList({
  announcements,
  language,
  editAddress,
}: {
  readonly announcements: readonly Announcement[];
  readonly language: UserLanguage;
  /** Where one is changed, by its id; undefined for readers. */
  readonly editAddress?: (id: string) => string;
}) {
  const say = wordsIn(language).support.announcements;
  return (
    <ol class="log-lines">
      {announcements.map(
        ({
          id,
          kind,
          starts,
          ends,
          title,
          text,
          changed,
          created,
          isRemoved,
          audience = 'everybody',
        }) => {
          const [tone, icon] = looks[kind];
          const until = ends === null ? undefined : formatTime(ends, language);
          return (
            <li key={id} id={`a-${id}`}>
              <h3 class="announcement-title">
                {editAddress === undefined ? (
                  title[language]
                ) : (
                  <a href={editAddress(id)}>{title[language]}</a>
                )}
              </h3>
              <p class="small">
                <Tag tone={tone} icon={icon}>
                  {say.kinds[kind]}
                </Tag>{' '}
                {audience !== 'everybody' && <Tag icon="person">{say.audiences[audience]}</Tag>}{' '}
                {isRemoved && <Tag icon="close">{say.removed}</Tag>}{' '}
                <span class="quiet">
                  {say.period(formatTime(starts, language), until)}
                  {changed !== created && `. ${say.changed(formatTime(changed, language))}`}
                </span>
              </p>
              {text[language] !== '' && <p class="words">{text[language]}</p>}
            </li>
          );
        },
      )}
    </ol>
  );
}

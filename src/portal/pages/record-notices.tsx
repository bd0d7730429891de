import type { UserLanguage } from '../../kernel/issue.ts';
import { Notice } from '../components/notice.tsx';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** What has to be known before anything else is read: that this is a draft, or is no longer current. */
export function RecordNotices({
  around: { isCurrent, isDraft, version, saved },
  path,
  language,
}: {
  readonly around: RecordSurroundings;
  readonly path: string;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  if (isCurrent && !isDraft) return null;
  return (
    <Notice
      kind="warn"
      language={language}
      title={isDraft ? words.draft : words.olderVersion(formatNumber(version, language), saved)}
    >
      {!isCurrent && (
        <p>
          <a href={path}>{words.toCurrent}</a>
        </p>
      )}
    </Notice>
  );
}

import type { UserLanguage } from '../../kernel/issue.ts';
import { Tag } from '../components/tag.tsx';
import type { VersionLine } from '../records/version-list.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** Versions of a record, newest first, each with its lasting address and what it changed. */
export function RecordVersions({
  lines,
  path,
  language,
}: {
  readonly lines: readonly VersionLine[];
  readonly path: string;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  return (
    <ol class="versions">
      {lines.map(({ version, saved, isCurrent, changed }) => {
        const number = formatNumber(version, language);
        return (
          <li key={version}>
            <p>
              <a href={`${path}/versions/${version}`}>{words.version(number)}</a>{' '}
              <span class="quiet">{saved}</span>{' '}
              {isCurrent && <Tag tone="action">{words.currentVersion}</Tag>}
            </p>
            {changed !== undefined && changed.length > 0 && (
              <p class="small">
                <span class="quiet">{words.changed}:</span> {changed.join(', ')}.{' '}
                <a href={`${path}/versions/${version}/changes`}>
                  {words.seeChanges}
                  <span class="hidden-visually"> {words.version(number)}</span>
                </a>
              </p>
            )}
            {version === 1 && <p class="small quiet">{words.firstVersion}</p>}
          </li>
        );
      })}
    </ol>
  );
}

import { changedProperties } from '../../catalog/changed-properties.ts';
import type { Version } from '../../catalog/resource.ts';
import { formatTime } from '../words/format.ts';
import type { Viewing } from './viewing.ts';

/** A version in a list of such. */
export interface VersionLine {
  readonly version: number;
  /** When it was saved, in words. */
  readonly saved: string;
  readonly isCurrent: boolean;
  /** Labels of the properties that differ from the version before it in the list; undefined when nothing is known before it. */
  readonly changed: readonly string[] | undefined;
}

/**
 * Versions as lines, newest first.
 * @param versions newest first; the last of them only tells what the one after it changed, unless it is the first of all
 */
export function versionLines(
  versions: readonly Version[],
  current: number,
  className: string,
  { profile, language, words }: Viewing,
): readonly VersionLine[] {
  const { property } = profile.plan.class(className);
  return versions.map(({ version, saved, content }, at) => {
    const before = versions[at + 1];
    return {
      version,
      saved: formatTime(saved, language),
      isCurrent: version === current,
      changed:
        before === undefined
          ? undefined
          : changedProperties(before.content, content)
              .filter((name) => !name.startsWith('@'))
              .map((name) => property.get(name)?.label[language] ?? words.extra),
    };
  });
}

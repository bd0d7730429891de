import type { UserLanguage } from '../../kernel/issue.ts';
import { formatNumber } from '../words/format.ts';

/** One line of a list of numbers. */
export interface Count {
  readonly label: string;
  readonly href: string;
  readonly count: number;
}

/** Names with numbers, each leading to what was counted. */
export function Counts({
  counts,
  language,
}: {
  readonly counts: readonly Count[];
  readonly language: UserLanguage;
}) {
  return (
    <ul class="counts">
      {counts.map(({ label, href, count }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          <span class="count">{formatNumber(count, language)}</span>
        </li>
      ))}
    </ul>
  );
}

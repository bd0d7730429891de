import type { UserLanguage } from '../../kernel/issue.ts';
import { formatNumber } from '../words/format.ts';

/** One list of a queue, to be chosen. */
export interface QueueFilter {
  readonly label: string;
  readonly href: string;
  /** How many wait in it. */
  readonly count: number;
  readonly isChosen: boolean;
}

/** The lists of a queue as chips, each with how much is in it. */
export function QueueFilters({
  label,
  filters,
  language,
}: {
  /** What the queue is called, for assistive technology. */
  readonly label: string;
  readonly filters: readonly QueueFilter[];
  readonly language: UserLanguage;
}) {
  return (
    <nav aria-label={label}>
      <ul class="chips">
        {filters.map(({ label: name, href, count, isChosen }) => (
          <li key={href}>
            <a
              class="chip"
              href={href}
              aria-current={isChosen ? 'page' : undefined}
              data-chosen={isChosen ? '' : undefined}
            >
              {name} ({formatNumber(count, language)})
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

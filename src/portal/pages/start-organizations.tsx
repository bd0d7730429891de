import { ListedLogotype, type Logotypes } from '../organization-profile/logotype.tsx';
import type { Searched } from '../search/searched.ts';
import { labelOf } from '../search/searched.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** Those who publish most. */
export function StartOrganizations({
  all,
  total,
  logotypes,
}: {
  readonly all: Searched;
  readonly total: number;
  readonly logotypes: Logotypes;
}) {
  const { language, organizations, result } = all;
  const { start } = wordsIn(language);
  const shown = (result.facets.organization?.values ?? []).filter(({ value }) =>
    organizations.has(value),
  );
  if (shown.length === 0) return null;
  return (
    <section class="stack">
      <h2>{start.organizations}</h2>
      <ul class="counted-links">
        {shown.map(({ value, count }) => (
          <li key={value}>
            <ListedLogotype name={value} logotypes={logotypes} />
            <a href={`/organizations/${value}`}>{labelOf(all, 'organization', value)}</a>{' '}
            <span class="count">{formatNumber(count, language)}</span>
          </li>
        ))}
      </ul>
      {total > shown.length && (
        <p>
          <a href="/organizations">{start.allOrganizations}</a>
        </p>
      )}
    </section>
  );
}

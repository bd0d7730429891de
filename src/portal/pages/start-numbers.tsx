import { collections } from '../../catalog/resource.ts';
import type { Searched } from '../search/searched.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** How much there is, in numbers that are counted anew for every reader. */
export function StartNumbers({
  all: { result, language },
  organizations,
}: {
  readonly all: Searched;
  readonly organizations: number;
}) {
  const { kinds, start } = wordsIn(language);
  const counts = new Map(result.facets.kind?.values.map(({ value, count }) => [value, count]));
  const numbers = [
    ...(['dataset', 'series', 'service'] as const).map(
      (kind) => [kind, counts.get(kind) ?? 0] as const,
    ),
    ['organization' as const, organizations] as const,
  ].filter(([, count]) => count > 0);
  return (
    <section aria-label={start.numbers}>
      <ul class="start-numbers">
        {numbers.map(([kind, count]) => (
          <li key={kind}>
            <a href={kind === 'dataset' ? '/datasets?kind=dataset' : `/${collections[kind]}`}>
              <strong>{formatNumber(count, language)}</strong>{' '}
              {kinds.counted[kind](count, '').trim()}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

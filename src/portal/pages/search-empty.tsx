import type { EmptyAdvice } from '../search/empty-advice.ts';
import { changed, chosenCount, type Searched } from '../search/searched.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** Nothing was found: what was searched for, what stands in the way, what else can be done. */
export function SearchEmpty({
  searched,
  advice,
}: {
  readonly searched: Searched;
  readonly advice: readonly EmptyAdvice[];
}) {
  const { request, language } = searched;
  const { empty: say, hits } = wordsIn(language).search;
  return (
    <div class="empty stack">
      {(request.text !== '' || chosenCount(searched) > 0) && (
        <p class="lead">
          {request.text !== '' && say.searched(request.text)}{' '}
          {chosenCount(searched) > 0 && say.filtered}
        </p>
      )}
      {advice.length > 0 && (
        <section class="stack tight">
          <h3>{say.drop}</h3>
          <ul class="empty-advice">
            {advice.map(({ without, count, href }) => (
              <li key={without}>
                <a href={href}>
                  {say.without(without, hits(count, formatNumber(count, language)))}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="stack tight">
        <h3>{say.tips}</h3>
        <ul>
          {say.tip.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
      </section>
      <p>
        <a href={changed(searched, { clear: true, text: '' })}>{say.browse}</a>
      </p>
      <p>
        {say.ask} <a href="/contact">{say.askLink}</a>
      </p>
    </div>
  );
}

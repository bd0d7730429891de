import { collections } from '../../catalog/resource.ts';
import { textIn } from '../../kernel/language-map.ts';
import type { SearchHit } from '../../search/search.ts';
import { Icon } from '../components/icon.tsx';
import type { Overview } from '../overview.ts';
import { changed } from '../search/searched.ts';
import { formatRecent } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** What is new, and what has changed last. */
export function StartRecords({
  overview: { all, newest, changed: last },
}: {
  readonly overview: Overview;
}) {
  const { language } = all;
  const say = wordsIn(language).start;
  const lists = [
    { title: say.newest, hits: newest, date: 'issued', more: say.allNewest },
    { title: say.changed, hits: last, date: 'modified', more: say.allChanged },
  ] as const;
  return (
    <div class="beside even">
      {lists.map(({ title, hits, date, more }) => (
        <section key={date} class="stack">
          <h2>{title}</h2>
          <ul class="start-records">
            {hits.map((hit) => (
              <Line key={hit.id} hit={hit} date={hit.shown[date]} language={language} />
            ))}
          </ul>
          <p class="row">
            <a href={changed(all, { sort: date })}>{more}</a>
            {date === 'modified' && (
              <a href="/datasets.atom?sort=modified">
                <Icon name="feed" /> {say.feed}
              </a>
            )}
          </p>
        </section>
      ))}
    </div>
  );
}

function Line({
  hit: { shown, title },
  date,
  language,
}: {
  readonly hit: SearchHit;
  readonly date: string | undefined;
  readonly language: Overview['all']['language'];
}) {
  return (
    <li>
      <a
        href={`/${collections[shown.kind]}/${shown.name}`}
        lang={title.language === '' || title.language === language ? undefined : title.language}
      >
        {title.text}
      </a>
      <span class="quiet small">
        {textIn(shown.organization.title, [language]) ?? shown.organization.name}
        {date !== undefined && date !== '' && (
          <>
            {' · '}
            <time dateTime={date}>{formatRecent(date, language, new Date())}</time>
          </>
        )}
      </span>
    </li>
  );
}

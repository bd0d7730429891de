import type { TileSource } from '../../http/pages.ts';
import type { Localized } from '../../kernel/issue.ts';
import type { BuildProgress } from '../../search/search-index.ts';
import { BarChart } from '../charts/bar-chart.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { Chip, Chips } from '../components/chip.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { LiveRegion } from '../components/live-region.tsx';
import { Notice } from '../components/notice.tsx';
import { Pagination } from '../components/pagination.tsx';
import { chosenChips } from '../search/chosen-chips.ts';
import { hasPlaces } from '../search/county-counts.ts';
import type { EmptyAdvice } from '../search/empty-advice.ts';
import { resultView } from '../search/result-view.ts';
import type { SearchPlace } from '../search/run-search.ts';
import { changed, type Searched } from '../search/searched.ts';
import { type Timeline, timeline } from '../search/timeline.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { SearchBox } from './search-box.tsx';
import { SearchEmpty } from './search-empty.tsx';
import { SearchFacets } from './search-facets.tsx';
import { SearchFollow } from './search-follow.tsx';
import { SearchMap } from './search-map.tsx';
import { SearchResult } from './search-result.tsx';
import { SearchSort } from './search-sort.tsx';

interface SearchMainProps {
  readonly place: SearchPlace;
  readonly searched: Searched;
  readonly advice: readonly EmptyAdvice[];
  readonly now: Date;
  readonly tiles: TileSource | undefined;
}

/** The last hit that pages lead to; programs go further with `next`. */
const deepest = 10_000;

/** The search page: the question on top, choices on the left, answers on the right. */
export function SearchMain({ place, searched, advice, now, tiles }: SearchMainProps) {
  const { request, result, language } = searched;
  const say = wordsIn(language).search;
  const { total } = result;
  const page = request.page ?? 1;
  const pages = Math.ceil(Math.min(total, deepest) / Math.max(1, request.size));
  const shownTotal = formatNumber(total, language);
  const chips = chosenChips(searched);
  return (
    <>
      <LiveRegion id="search-status" />
      <div class="search-page" id="search">
        <div class="search-top">
          <h1>{say.title[place]}</h1>
          <SearchBox searched={searched} />
        </div>
        <SearchFacets searched={searched} />
        <section class="results" id="results" tabIndex={-1} aria-labelledby="results-title">
          <div class="results-head">
            <h2 id="results-title">
              {request.text === ''
                ? say.hits(total, shownTotal)
                : say.hitsFor(total, shownTotal, request.text)}
              {page > 1 && (
                <span class="quiet">
                  {', '}
                  {say.page(formatNumber(page, language), formatNumber(pages, language))}
                </span>
              )}
            </h2>
            {total > 1 && <SearchSort searched={searched} />}
          </div>
          {chips.length > 0 && (
            <Chips label={say.chosen}>
              {[
                ...chips.map(({ text, full, href }) => (
                  <Chip key={full} href={href} remove={say.remove(full)}>
                    {text}
                  </Chip>
                )),
                ...(chips.length > 1
                  ? [
                      <a
                        key="clear"
                        class="chips-clear"
                        href={changed(searched, { clear: true, text: request.text })}
                      >
                        {say.clear}
                      </a>,
                    ]
                  : []),
              ]}
            </Chips>
          )}
          <Notes searched={searched} />
          {total > 0 ? (
            <>
              <Views searched={searched} tiles={tiles} />
              <ol class="hits" start={(page - 1) * request.size + 1}>
                {result.hits.map((hit) => (
                  <li key={hit.id}>
                    <SearchResult result={resultView(hit, searched, now)} language={language} />
                  </li>
                ))}
              </ol>
              <Pagination
                page={page}
                pages={pages}
                href={(number) => changed(searched, { page: number })}
                language={language}
              />
            </>
          ) : (
            <SearchEmpty searched={searched} advice={advice} />
          )}
          <SearchFollow searched={searched} />
        </section>
      </div>
    </>
  );
}

/** What the search did otherwise than it was asked to, and what may have been meant. */
function Notes({ searched }: { readonly searched: Searched }) {
  const { result, language } = searched;
  const say = wordsIn(language).search;
  const { correction, relaxed, notes } = result;
  return (
    <>
      {correction !== undefined && (
        <p class="meant">
          {say.meant}{' '}
          <a href={changed(searched, { text: correction })}>
            <strong>{correction}</strong>
          </a>
          ?
        </p>
      )}
      {relaxed && <Notice kind="note" language={language} title={say.relaxed} />}
      {notes.map(({ code, text }) => (
        <Notice key={code + text} kind="note" language={language} title={say.notes[code](text)} />
      ))}
    </>
  );
}

/** The hits on the map and in time, where they say so; what is chosen there stays to be changed. */
function Views({ searched, tiles }: Pick<SearchMainProps, 'searched' | 'tiles'>) {
  const { request } = searched;
  const line = timeline(searched);
  const hasMap = hasPlaces(searched) || request.box !== undefined;
  const hasTimeline = line !== undefined || request.years !== undefined;
  if (!hasMap && !hasTimeline) return null;
  return (
    <div class="results-views">
      {hasMap && <SearchMap searched={searched} tiles={tiles} />}
      {hasTimeline && <Years searched={searched} line={line} />}
    </div>
  );
}

function Years({
  searched: { language, request },
  line,
}: {
  readonly searched: Searched;
  readonly line: Timeline | undefined;
}) {
  const say = wordsIn(language).search.years;
  return (
    <Disclosure
      id="view-years"
      open={request.years !== undefined}
      summary={
        <>
          <Icon name="chart" /> {say.title}
        </>
      }
    >
      {line === undefined ? (
        <p class="quiet">{say.none}</p>
      ) : (
        <BarChart
          id="years-chart"
          title={say.chart}
          summary={line.summary}
          bars={line.bars}
          labels={{ category: say.year, value: say.count, table: say.table }}
        />
      )}
    </Disclosure>
  );
}

/** In place of the answers, while the engine does not answer. */
export function SearchAway({
  place,
  address,
  language,
  isBuilding,
  progress,
}: {
  readonly place: SearchPlace;
  readonly address: string;
  readonly language: keyof Localized;
  /** Whether it is the first index that is waited for, and how far that has come. */
  readonly isBuilding: boolean;
  readonly progress: BuildProgress | undefined;
}) {
  const { title, unavailable: say } = wordsIn(language).search;
  return (
    <div class="stack roomy text">
      <h1>{title[place]}</h1>
      <Notice
        kind={isBuilding ? 'note' : 'warn'}
        language={language}
        title={isBuilding ? say.buildingTitle : say.title}
      >
        {progress !== undefined && (
          <p>
            {say.built(
              formatNumber(progress.done, language),
              formatNumber(progress.total, language),
            )}
          </p>
        )}
        <p>{isBuilding ? say.building : say.text}</p>
      </Notice>
      <p class="row">
        <ButtonLink href={address} variant="primary">
          {say.retry}
        </ButtonLink>
        <ButtonLink href="/organizations">{say.organizations}</ButtonLink>
      </p>
    </div>
  );
}

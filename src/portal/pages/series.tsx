import type { UserLanguage } from '../../kernel/issue.ts';
import type { LanguageMap } from '../../kernel/language-map.ts';
import { Table } from '../components/table.tsx';
import { periodText } from '../records/period-text.ts';
import type { SeriesMember } from '../records/series-members.ts';
import type { SeriesView } from '../records/series-view.ts';
import { shownText } from '../records/shown-text.ts';
import type { RecordSurroundings } from '../records/surroundings.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { About, Glance, RecordHead, Section } from './record-head.tsx';
import { RecordNotices } from './record-notices.tsx';
import { Machines, RecordRest, RecordSide, Versions } from './record-parts.tsx';

/** The page of a series: its datasets in the order of time, then what is said of them all. */
export function SeriesMain({
  view,
  members,
  publishers,
  around,
  language,
}: {
  readonly view: SeriesView;
  readonly members: readonly SeriesMember[];
  /** What other organisations are called, by their names in addresses. */
  readonly publishers: ReadonlyMap<string, LanguageMap>;
  readonly around: RecordSurroundings;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const { path, description } = view;
  const title = words.members(formatNumber(members.length, language));
  const isShared = members.some(({ organization }) => organization !== undefined);
  return (
    <article class="record">
      <RecordHead view={view} language={language}>
        <RecordNotices around={around} path={path} language={language} />
      </RecordHead>
      <Glance facts={view.glance} />
      <div class="record-body">
        <div class="record-main">
          <Section id="members" title={title}>
            {members.length === 0 ? (
              <p class="quiet">{words.noMembers}</p>
            ) : (
              <Table
                caption={title}
                hideCaption
                columns={[
                  { title: words.dataset },
                  { title: words.period },
                  ...(isShared ? [{ title: words.publisher }] : []),
                ]}
                rows={members.map(({ name, title: map, period, organization }) => {
                  const text = shownText(map, language) ?? { text: name };
                  return [
                    <a href={`/datasets/${name}`} lang={text.language} dir="auto" key="title">
                      {text.text}
                    </a>,
                    period === undefined ? '–' : (periodText(period, words, language) ?? '–'),
                    ...(isShared
                      ? [
                          organization === undefined ? (
                            view.publisher?.text
                          ) : (
                            <a href={`/organizations/${organization}`} key="publisher">
                              {shownText(publishers.get(organization), language)?.text ??
                                organization}
                            </a>
                          ),
                        ]
                      : []),
                  ];
                })}
              />
            )}
          </Section>
          <About title={words.aboutSeries} description={description} language={language} />
          <RecordRest view={view} language={language} />
        </div>
        <RecordSide view={view} language={language} />
      </div>
      <Versions around={around} path={path} language={language} />
      <Machines around={around} path={path} language={language} />
    </article>
  );
}

import type { LabelledFacet } from '../../http/label-facets.ts';
import { searchAddress } from '../../http/search-address.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { SearchRequest } from '../../search/search.ts';
import { ButtonLink } from '../components/button-link.tsx';
import type { Gathering } from '../records/gathering.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { Counts } from './counts.tsx';
import { Section } from './record-head.tsx';
import { RecordLinks } from './record-links.tsx';

/** Records that have something in common: the newest, and how they divide; each number leads to the search that it counts. */
export function GatheringSections({
  gathering,
  filters,
  titles,
  language,
}: {
  readonly gathering: Gathering;
  /** What they have in common. */
  readonly filters: SearchRequest['filters'];
  /** Headings of the facets that the page shows, in its order. */
  readonly titles: readonly (readonly [facet: LabelledFacet['name'], title: string])[];
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).record;
  const { total, facets, newest } = gathering;
  if (total === 0) return <p class="quiet">{words.noneYet}</p>;
  return (
    <>
      <Section id="newest" title={words.newest}>
        <RecordLinks links={newest} />
        {total > newest.length && (
          <p>
            <ButtonLink href={searchAddress('/datasets', { filters })} icon="search">
              {words.showAll(formatNumber(total, language))}
            </ButtonLink>
          </p>
        )}
      </Section>
      <div class="record-ends">
        {titles.map(([facet, title]) => {
          const values = facets.find(({ name }) => name === facet)?.values ?? [];
          if (values.length === 0) return null;
          return (
            <Section key={facet} id={`by-${facet}`} title={title}>
              <Counts
                language={language}
                counts={values.map(({ value, label, count }) => ({
                  label,
                  count,
                  href: facetAddress(facet, value, filters),
                }))}
              />
            </Section>
          );
        })}
      </div>
    </>
  );
}

function facetAddress(
  facet: LabelledFacet['name'],
  value: string,
  filters: SearchRequest['filters'],
): string {
  return searchAddress('/datasets', { filters }, { add: { facet, value } });
}

import { pageLanguage } from '../../http/language.ts';
import type { Pages } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { SearchUnavailable } from '../../search/search-index.ts';
import { Chip, Chips } from '../components/chip.tsx';
import { Notice } from '../components/notice.tsx';
import { SearchForm } from '../components/search-form.tsx';
import type { Framed } from '../framed.ts';
import { type Overview, overview } from '../overview.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';
import { StartNumbers } from './start-numbers.tsx';
import { StartOrganizations } from './start-organizations.tsx';
import { StartPlaces } from './start-places.tsx';
import { StartPublish } from './start-publish.tsx';
import { StartRecords } from './start-records.tsx';
import { StartThemes } from './start-themes.tsx';

/** The front door: one question, one field, and the data itself. */
export function startPage(services: Services): Pages['start'] {
  const { site, context, publishing } = services;
  return async (ctx) => {
    const language = pageLanguage(ctx);
    const say = wordsIn(language).start;
    const seen = await overview(services, language, say.examples).catch(whenUnavailable);
    const organizations = await context.store.count({
      kinds: ['organization'],
      states: ['published'],
    });
    const logotypes = await publishing.publishing.logotypes();
    const page: Framed = {
      title: site.title,
      language,
      description: say.description(site.title),
      canonical: '/',
      hasSearch: true,
      alternates: [
        { href: '/datasets.atom', mediaType: 'application/atom+xml', title: site.title },
        { href: '/catalog.rdf', mediaType: 'application/rdf+xml' },
      ],
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'DataCatalog',
        '@id': `${context.base}/`,
        name: site.title,
        description: say.description(site.title),
        url: `${context.base}/`,
        inLanguage: ['sv', 'en'],
      },
    };
    const isEmpty = seen?.all.result.total === 0;
    respond(
      ctx,
      page,
      <div class="start">
        <section class="start-question">
          <h1>{say.question}</h1>
          <SearchForm id="search" language={language} label={say.question} big />
          {seen !== undefined && seen.examples.length > 0 && <Examples overview={seen} />}
        </section>
        {seen === undefined && (
          <Notice kind="warn" language={language} title={say.searchDown}>
            <p>{say.searchDownText}</p>
          </Notice>
        )}
        {isEmpty && <p class="lead">{say.empty}</p>}
        {seen !== undefined && !isEmpty && (
          <>
            <StartNumbers all={seen.all} organizations={organizations} />
            <StartThemes all={seen.all} />
            <StartPlaces all={seen.all} />
            <StartRecords overview={seen} />
            <StartOrganizations all={seen.all} total={organizations} logotypes={logotypes} />
          </>
        )}
        <StartPublish language={language} />
      </div>,
    );
  };
}

function Examples({ overview: { examples, all } }: { readonly overview: Overview }) {
  const say = wordsIn(all.language).start;
  return (
    <div class="start-examples">
      <span class="quiet" id="examples">
        {say.try}
      </span>
      <Chips labelledBy="examples">
        {examples.map((text) => (
          <Chip key={text} href={`/datasets?${new URLSearchParams({ q: text })}`}>
            {text}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}

function whenUnavailable(error: unknown): undefined {
  if (!(error instanceof SearchUnavailable)) throw error;
  return undefined;
}

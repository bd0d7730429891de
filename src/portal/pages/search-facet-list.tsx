import type { Context } from '../../http/context.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import { notFound } from '../../http/router.ts';
import { searchAddress } from '../../http/search-address.ts';
import { searchParameters } from '../../http/search-parameters.ts';
import type { Services } from '../../http/services.ts';
import { facetTitles } from '../../search/facet-labels.ts';
import { type FacetName, facetNames } from '../../search/facets.ts';
import { respond } from '../respond.tsx';
import { type FacetOption, facetOptions } from '../search/facet-groups.ts';
import { runSearch } from '../search/run-search.ts';
import type { Searched } from '../search/searched.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { Options, searchFormId } from './search-facets.tsx';

const collections = { datasets: 'dataset', series: 'series', services: 'service' } as const;

/** All values of one facet, each to be ticked, in the search of the address: what "show all" leads to. */
export function facetListRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/search/{collection}/{facet}',
      id: 'get-facet-values',
      tag: 'portal',
      summary: { sv: 'Alla val av en fasett', en: 'All choices of a facet' },
      parameters: [
        pathParameter('collection', Object.keys(collections), {
          sv: 'Där sökningen görs.',
          en: 'Where the search is done.',
        }),
        pathParameter('facet', facetNames, { sv: 'Fasetten.', en: 'The facet.' }),
        ...searchParameters,
      ],
      access: 'public',
      responses: { 200: { description: { sv: 'En sida.', en: 'A page.' } } },
      problems: ['not-found', 'service-unavailable'],
      handler: (ctx) => facetList(ctx, services),
    }),
  ];
}

function pathParameter(
  name: string,
  values: readonly string[],
  description: { readonly sv: string; readonly en: string },
) {
  return {
    name,
    in: 'path',
    description,
    schema: { type: 'string', enum: [...values] },
    example: values[0] ?? '',
  } as const;
}

/** Lists longer than this can be sent from their top, too. */
const longList = 20;

/** Organisations that are called by their names here; no country has more municipalities and regions to list. */
const namedOrganizations = 1000;

async function facetList(ctx: Context, services: Services): Promise<void> {
  const facet = facetNames.find((name) => name === ctx.params.facet);
  const place = Object.entries(collections).find(([name]) => name === ctx.params.collection)?.[1];
  if (facet === undefined || place === undefined) throw notFound();
  const searched = await runSearch(services, ctx, {
    place,
    facets: [facet],
    size: 0,
    namedOrganizations,
  });
  const { language } = searched;
  const say = wordsIn(language).search;
  respond(
    ctx,
    {
      title: say.facet.allOf(facetTitles[facet][language]),
      language,
      section: 'datasets',
      way: [{ text: say.title[place], href: searchAddress(searched.path, searched.request) }],
      islands: ['search'],
    },
    <FacetList facet={facet} searched={searched} />,
  );
}

function FacetList({
  facet,
  searched,
}: {
  readonly facet: FacetName;
  readonly searched: Searched;
}) {
  const { language, result } = searched;
  const say = wordsIn(language).search;
  const title = facetTitles[facet][language];
  const collator = new Intl.Collator(language, { numeric: true });
  const options = inOrder(facetOptions(searched, facet), (a, b) =>
    collator.compare(a.label, b.label),
  );
  const values = result.facets[facet];
  return (
    <div class="facet-list stack roomy" id="facet-list">
      <header class="stack tight">
        <h1>{title}</h1>
        <p class="quiet">
          {options.length === 0 ? say.facet.empty : say.facet.listed}{' '}
          {values?.more === true && say.facet.tooMany(formatNumber(values.values.length, language))}
        </p>
      </header>
      <form id={searchFormId} action={searched.path} method="get">
        {othersOf(searched, facet).map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
      </form>
      {options.length > longList && <Send searched={searched} />}
      <fieldset
        class="facet"
        data-facet={facet}
        data-find={say.facet.find}
        data-found={say.facet.found}
      >
        <legend class="hidden-visually">{title}</legend>
        <Options options={options} facet={facet} language={language} />
      </fieldset>
      <Send searched={searched} />
    </div>
  );
}

/** What is narrower in the same order as what is broader. */
function inOrder(
  options: readonly FacetOption[],
  compare: (a: FacetOption, b: FacetOption) => number,
): readonly FacetOption[] {
  return options
    .map((option) => ({ ...option, narrower: inOrder(option.narrower, compare) }))
    .toSorted(compare);
}

/** Sends what is ticked, or goes back without. */
function Send({ searched: { path, request, language } }: { readonly searched: Searched }) {
  const say = wordsIn(language).search;
  return (
    <p class="row">
      <button class="ds-button" type="submit" form={searchFormId}>
        {say.showHits}
      </button>
      <a href={searchAddress(path, request)}>{say.facet.back}</a>
    </p>
  );
}

/** The rest of the search, to be sent along with what is ticked. */
function othersOf(
  { path, request }: Searched,
  facet: FacetName,
): readonly (readonly [name: string, value: string])[] {
  const address = searchAddress(path, request, { remove: { facet } });
  return [...new URLSearchParams(address.split('?')[1] ?? '')];
}

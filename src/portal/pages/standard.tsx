import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { gather } from '../records/gathering.ts';
import { nodes } from '../records/json-values.ts';
import { type ShownText, shownText } from '../records/shown-text.ts';
import { standardName } from '../records/standard-label.ts';
import { respond } from '../respond.tsx';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { Counts } from './counts.tsx';
import { GatheringSections } from './gathering.tsx';
import { outside } from './record-facts.tsx';
import { feedOf } from './theme.tsx';

/** The standards that descriptions say they follow, and a page of each. */
export function standardRoutes(services: Services): readonly Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/standards',
      id: 'browse-standards',
      tag: 'addresses',
      summary: { sv: 'Standarder som följs', en: 'Standards that are followed' },
      parameters: [
        {
          name: 'iri',
          in: 'query',
          description: { sv: 'En standards IRI.', en: 'The IRI of a standard.' },
          schema: { type: 'string', maxLength: 2000 },
          example: 'https://data.example.se/standards/badplats/1.0',
        },
      ],
      access: 'public',
      responses: { 200: { description: { sv: 'Sidan.', en: 'The page.' } } },
      problems: ['not-found'],
      handler: (ctx) => {
        const iri = ctx.state.query.text('iri');
        return iri === undefined || iri === ''
          ? standardList(ctx, services)
          : standardPage(ctx, services, iri);
      },
    }),
  ];
}

async function standardList(ctx: Context, services: Services): Promise<void> {
  const language = pageLanguage(ctx);
  const words = wordsIn(language).record;
  const { facets } = await gather(services, {
    filters: {},
    facets: ['conformsTo'],
    language,
    size: 0,
  });
  const values = facets[0]?.values ?? [];
  respond(
    ctx,
    {
      title: words.standards,
      language,
      description: words.standardsIntro,
      canonical: '/standards',
      section: 'standards',
      way: [],
    },
    <article class="record">
      <header class="record-head">
        <h1>{words.standards}</h1>
        <p class="lead text">{words.standardsIntro}</p>
      </header>
      {values.length === 0 ? (
        <p class="quiet">{words.noStandards}</p>
      ) : (
        <div class="text">
          <Counts
            language={language}
            counts={values.map(({ value, count }) => ({
              label: standardName(value),
              href: addressOfStandard(value),
              count,
            }))}
          />
        </div>
      )}
    </article>,
  );
}

/** The page here of a standard. */
export function addressOfStandard(iri: string): string {
  return `/standards?iri=${encodeURIComponent(iri)}`;
}

async function standardPage(ctx: Context, services: Services, iri: string): Promise<void> {
  const language = pageLanguage(ctx);
  const words = wordsIn(language).record;
  const filters = { conformsTo: [iri] };
  const gathering = await gather(services, {
    filters,
    facets: ['organization', 'format'],
    language,
    size: 9,
  });
  const { total, first } = gathering;
  if (first === undefined) {
    throw new CatalogError('not-found', {
      sv: wordsIn('sv').record.unknownStandard,
      en: wordsIn('en').record.unknownStandard,
    });
  }
  const told = await toldOf(services, first, iri, language);
  const title = told.title ?? { text: standardName(iri) };
  const count = words.standardIntro(words.recordsCount(total, formatNumber(total, language)));
  respond(
    ctx,
    {
      title: title.text,
      language,
      description: count,
      canonical: addressOfStandard(iri),
      section: 'standards',
      way: [{ text: words.standards, href: '/standards' }],
      alternates: [feedOf(`conformsTo=${encodeURIComponent(iri)}`)],
    },
    <article class="record">
      <header class="record-head">
        <p class="record-kind">{words.standard}</p>
        <h1 lang={title.language} dir="auto">
          {title.text}
        </h1>
        {told.description !== undefined && (
          <p class="lead text" lang={told.description.language} dir="auto">
            {told.description.text}
          </p>
        )}
        <p class="text">
          {count} {words.standardUnjudged}
        </p>
        <p>
          {words.readStandard}:{' '}
          <ExternalLink href={iri} rel={outside}>
            {iri}
          </ExternalLink>
        </p>
      </header>
      <GatheringSections
        gathering={gathering}
        filters={filters}
        language={language}
        titles={[
          ['organization', words.followers],
          ['format', words.byFormat],
        ]}
      />
    </article>,
  );
}

interface Told {
  readonly title?: ShownText;
  readonly description?: ShownText;
}

/** What a record that follows the standard tells of it, when it does. */
async function toldOf(
  { context }: Services,
  {
    kind,
    name,
  }: { readonly kind: 'dataset' | 'series' | 'service' | 'organization'; readonly name: string },
  iri: string,
  language: UserLanguage,
): Promise<Told> {
  const record = await context.store.find(kind, name);
  // What has been withdrawn a moment ago is still found for a moment.
  if (record?.state !== 'published') return {};
  const node = nodes(record.content.conformsTo).find((one) => one['@id'] === iri);
  const title = shownText(node?.title, language);
  const description = shownText(node?.description, language);
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
  };
}

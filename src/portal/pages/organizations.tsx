import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { facetLabel } from '../../search/facet-labels.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';
import { Chip, Chips } from '../components/chip.tsx';
import { Icon } from '../components/icon.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import type { Logotypes } from '../organization-profile/logotype.tsx';
import { ListedLogotype } from '../organization-profile/logotype.tsx';
import { respond } from '../respond.tsx';
import {
  type ListedOrganization,
  listedOrganizations,
  matching,
} from '../search/listed-organizations.ts';
import { organizationsByLetter } from '../search/organizations-by-letter.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** A list that is longer than this is parted by letters. */
const mostWithoutLetters = 40;

/** Everyone who publishes here, found by name and by what kind of organisation it is. It needs no search engine. */
export function organizationsPage({
  context,
  search,
  publishing,
}: Services): (ctx: Context) => Promise<void> {
  const { vocabularies } = context.profile;
  return async (ctx) => {
    const language = pageLanguage(ctx);
    const text = ctx.state.query.text('q')?.trim() ?? '';
    const type = ctx.state.query.list('organizationType')[0];
    const all = await listedOrganizations({ store: context.store, search, vocabularies, language });
    const logotypes = await publishing.publishing.logotypes();
    const say = wordsIn(language);
    respond(
      ctx,
      {
        title: say.frame.organizations,
        language,
        description: say.search.organizations.description,
        section: 'organizations',
        way: [],
        ...(text === '' && type === undefined ? { canonical: '/organizations' } : {}),
      },
      <Organizations
        all={all}
        shown={matching(all, { text, type })}
        text={text}
        type={type}
        language={language}
        vocabularies={vocabularies}
        logotypes={logotypes}
      />,
    );
  };
}

function Organizations({
  all,
  shown,
  text,
  type,
  language,
  vocabularies,
  logotypes,
}: {
  readonly all: readonly ListedOrganization[];
  readonly shown: readonly ListedOrganization[];
  readonly text: string;
  readonly type: string | undefined;
  readonly language: UserLanguage;
  readonly vocabularies: Vocabularies;
  readonly logotypes: Logotypes;
}) {
  const say = wordsIn(language).search.organizations;
  return (
    <div class="stack roomy" id="organizations">
      <header class="stack tight">
        <h1>{wordsIn(language).frame.organizations}</h1>
        <p class="lead">{say.description}</p>
      </header>
      {all.length === 0 ? (
        <p>{say.empty}</p>
      ) : (
        <>
          <search>
            <label class="organizations-label" for="organization-q">
              {say.find}
            </label>
            <form class="search-form organizations-form" action="/organizations" method="get">
              <div class="field">
                <input
                  class="ds-input"
                  id="organization-q"
                  name="q"
                  type="search"
                  value={text}
                  maxLength={200}
                />
              </div>
              {type !== undefined && <input type="hidden" name="organizationType" value={type} />}
              <button class="ds-button" type="submit">
                <Icon name="search" />
                {say.button}
              </button>
            </form>
          </search>
          <Types
            found={matching(all, { text, type: undefined })}
            text={text}
            type={type}
            language={language}
            vocabularies={vocabularies}
          />
          <h2>{say.count(shown.length, formatNumber(shown.length, language))}</h2>
          {shown.length === 0 && (
            <p>
              {say.none(text)} <a href="/organizations">{say.all}</a>
            </p>
          )}
          {shown.length > mostWithoutLetters ? (
            <ByLetter organizations={shown} language={language} logotypes={logotypes} />
          ) : (
            <List organizations={shown} language={language} logotypes={logotypes} />
          )}
        </>
      )}
    </div>
  );
}

/** The kinds of organisations as chips: one at a time, or all. */
function Types({
  found,
  text,
  type,
  language,
  vocabularies,
}: {
  /** Those that the words find, of all kinds. */
  readonly found: readonly ListedOrganization[];
  readonly text: string;
  readonly type: string | undefined;
  readonly language: UserLanguage;
  readonly vocabularies: Vocabularies;
}) {
  const say = wordsIn(language).search.organizations;
  const types = new Map(type === undefined ? [] : [[type, 0]]);
  for (const { type: kind } of found) {
    if (kind !== undefined) types.set(kind, (types.get(kind) ?? 0) + 1);
  }
  if (types.size < 2 && type === undefined) return null;
  const address = (value: string | undefined) => {
    const query = new URLSearchParams();
    if (text !== '') query.append('q', text);
    if (value !== undefined) query.append('organizationType', value);
    return query.size === 0 ? '/organizations' : `/organizations?${query}`;
  };
  return (
    <Chips label={say.type}>
      {[...types].map(([value, count]) => {
        const label = facetLabel(vocabularies, 'organizationType', value, language);
        return value === type ? (
          <Chip
            key={value}
            href={address(undefined)}
            remove={wordsIn(language).search.remove(label)}
          >
            {label}
          </Chip>
        ) : (
          <Chip key={value} href={address(value)}>
            {label} <span class="facet-count">{formatNumber(count, language)}</span>
          </Chip>
        );
      })}
    </Chips>
  );
}

interface ListProps {
  readonly organizations: readonly ListedOrganization[];
  readonly language: UserLanguage;
  readonly logotypes: Logotypes;
}

/** A long list under its letters, with a way to each. */
function ByLetter({ organizations, language, logotypes }: ListProps) {
  const groups = organizationsByLetter(organizations, language);
  return (
    <>
      <nav aria-label={wordsIn(language).search.organizations.letters}>
        <ul class="letters">
          {groups.map(({ letter }) => (
            <li key={letter}>
              <a href={`#letter-${letter}`}>{letter}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ letter, organizations: ones }) => (
        <section key={letter} class="letter" aria-labelledby={`letter-${letter}`}>
          <h3 id={`letter-${letter}`} tabIndex={-1}>
            {letter}
          </h3>
          <List organizations={ones} language={language} logotypes={logotypes} />
        </section>
      ))}
    </>
  );
}

function List({ organizations, language, logotypes }: ListProps) {
  return (
    <ul class="organizations">
      {organizations.map(({ name, title, count }) => (
        <li key={name}>
          <ListedLogotype name={name} logotypes={logotypes} />
          <a href={`/organizations/${name}`}>{title}</a>
          {count !== undefined && <Count count={count} language={language} />}
        </li>
      ))}
    </ul>
  );
}

function Count({ count, language }: { readonly count: number; readonly language: UserLanguage }) {
  const shown = formatNumber(count, language);
  return (
    <span class="facet-count">
      <span aria-hidden="true">{shown}</span>
      <VisuallyHidden>{wordsIn(language).kinds.counted.dataset(count, shown)}</VisuallyHidden>
    </span>
  );
}

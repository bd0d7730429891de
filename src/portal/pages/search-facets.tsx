import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { type FacetGroup, type FacetOption, facetGroups } from '../search/facet-groups.ts';
import { facetListAddress } from '../search/facet-list-address.ts';
import { chosenCount, type Searched } from '../search/searched.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** The form that all choices belong to, wherever on the page they stand. */
export const searchFormId = 'search-form';

/**
 * What a search can be narrowed by. Every choice is a box to tick and, for pointers and robots, a link; the button sends all boxes at
 * once. On narrow screens all of it is behind one fold.
 */
export function SearchFacets({ searched }: { readonly searched: Searched }) {
  const { language } = searched;
  const say = wordsIn(language).search;
  return (
    <details class="facets" id="facets">
      <summary class="ds-button" data-variant="secondary">
        <Icon name="filter" />
        {say.filter(formatNumber(chosenCount(searched), language))}
      </summary>
      <div class="facets-inside">
        <h2 class="facets-title">{say.filters}</h2>
        {facetGroups(searched).map((group) => (
          <Group key={group.facet} group={group} searched={searched} />
        ))}
        <Years searched={searched} />
        <div class="facets-end">
          <button class="ds-button" type="submit" form={searchFormId}>
            {say.showCount(
              say.hits(searched.result.total, formatNumber(searched.result.total, language)),
            )}
          </button>
        </div>
      </div>
    </details>
  );
}

function Group({ group, searched }: { readonly group: FacetGroup; readonly searched: Searched }) {
  const { facet, title, isOpen, options, hasMore, total } = group;
  const { language } = searched;
  const say = wordsIn(language).search;
  const isCutOff = searched.result.facets[facet]?.more === true;
  return (
    <Disclosure summary={title} open={isOpen} id={`facet-${facet}`}>
      <fieldset class="facet" data-facet={facet}>
        <legend class="hidden-visually">{title}</legend>
        <Options options={options} facet={facet} language={language} />
      </fieldset>
      <div class="facet-end">
        {hasMore && (
          <a class="facet-all" href={facetListAddress(searched, facet)} rel="nofollow">
            {isCutOff ? say.facet.more : say.facet.all(formatNumber(total, language))}
            <VisuallyHidden> {title}</VisuallyHidden>
          </a>
        )}
        <Submit language={language} of={title} />
      </div>
    </Disclosure>
  );
}

/** Choices under one another, narrower ones inside broader ones. */
export function Options({
  options,
  facet,
  language,
}: {
  readonly options: readonly FacetOption[];
  readonly facet: string;
  readonly language: Searched['language'];
}) {
  return (
    <ul class="facet-options">
      {options.map(({ value, label, count, isChosen, href, narrower }) => {
        // Lists of ids are parted by spaces, so none may stand in one.
        const id = `${facet}-${encodeURIComponent(value)}`;
        const shown = formatNumber(count, language);
        return (
          <li key={value}>
            <div class="facet-option">
              <input
                class="ds-input"
                type="checkbox"
                id={id}
                name={facet}
                value={value}
                checked={isChosen}
                form={searchFormId}
                aria-labelledby={`${id}-name`}
              />
              <a href={href} id={`${id}-name`} rel="nofollow" tabindex={-1}>
                <span>{label}</span>{' '}
                <span class="facet-count">
                  {shown}
                  <VisuallyHidden> {wordsIn(language).search.facet.hits(count)}</VisuallyHidden>
                </span>
              </a>
            </div>
            {narrower.length > 0 && (
              <Options options={narrower} facet={facet} language={language} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Years({ searched }: { readonly searched: Searched }) {
  const { request, language } = searched;
  const say = wordsIn(language).search;
  const [from, to] = request.years ?? [0, 9999];
  return (
    <Disclosure summary={say.years.title} open id="facet-year">
      <fieldset class="facet facet-years">
        <legend class="hidden-visually">{say.years.title}</legend>
        <Year name="from" label={say.years.from} value={from === 0 ? undefined : from} />
        <Year name="to" label={say.years.to} value={to === 9999 ? undefined : to} />
      </fieldset>
      <div class="facet-end">
        <Submit language={language} of={say.years.title} isNeeded />
      </div>
    </Disclosure>
  );
}

function Year({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: number | undefined;
}) {
  return (
    <div class="ds-field">
      <label for={name}>{label}</label>
      <input
        class="ds-input"
        id={name}
        name={name}
        type="number"
        min={1}
        max={9998}
        inputMode="numeric"
        value={value}
        form={searchFormId}
      />
    </div>
  );
}

/** Sends the boxes that are ticked. A script that sends them at once hides it, except where there is something to write. */
function Submit({
  language,
  of,
  isNeeded = false,
}: {
  readonly language: Searched['language'];
  readonly of: string;
  readonly isNeeded?: boolean;
}) {
  return (
    <button
      class={isNeeded ? 'ds-button' : 'ds-button facet-submit'}
      type="submit"
      form={searchFormId}
      data-variant="secondary"
      data-size="small"
    >
      {wordsIn(language).search.show}
      <VisuallyHidden> {of}</VisuallyHidden>
    </button>
  );
}

import type { UserLanguage } from '../../kernel/issue.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { Icon } from './icon.tsx';

/** Links to the pages of a list: the first, the last, those around this one. Nothing when there is but one. */
export function Pagination({
  page,
  pages,
  href,
  language,
}: {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  readonly language: UserLanguage;
}) {
  if (pages < 2) return null;
  const say = wordsIn(language).components;
  return (
    <nav aria-label={say.pages}>
      <ul class="pages">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              <Icon name="left" />
              {say.previous}
            </a>
          </li>
        )}
        {shownPages(page, pages).map((number, index) => {
          if (number === undefined) {
            return (
              <li key={`gap${index}`} aria-hidden="true">
                <span>…</span>
              </li>
            );
          }
          const text = formatNumber(number, language);
          return (
            <li key={number}>
              {number === page ? (
                <a href={href(number)} aria-current="page" aria-label={say.currentPage(text)}>
                  {text}
                </a>
              ) : (
                <a href={href(number)} aria-label={say.page(text)}>
                  {text}
                </a>
              )}
            </li>
          );
        })}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {say.next}
              <Icon name="right" />
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** `1 … 4 5 6 … 20`: undefined where some are left out, and never to leave out a single one. */
export function shownPages(page: number, pages: number): readonly (number | undefined)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const result: (number | undefined)[] = [];
  let last = 0;
  for (const number of [...new Set(shown)].toSorted((a, b) => a - b)) {
    if (number === last + 2) result.push(last + 1);
    else if (number > last + 2) result.push(undefined);
    result.push(number);
    last = number;
  }
  return result;
}

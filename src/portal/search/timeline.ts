import type { Bar } from '../charts/bar-shapes.ts';
import { yearBars } from '../charts/year-bars.ts';
import { formatNumber } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { changed, type Searched } from './searched.ts';

/** How the hits lie in time, as bars that narrow the search to their years. */
export interface Timeline {
  readonly bars: readonly Bar[];
  /** `Från 1990 till 2026, flest 2024 (312).` */
  readonly summary: string;
}

/** As many as can be told apart and pressed. */
const mostBars = 40;

/** Undefined when no hit says what time its content is about. */
export function timeline(searched: Searched): Timeline | undefined {
  const { request, result, language } = searched;
  const bars = yearBars(result.facets.year?.values ?? [], mostBars);
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const most = bars.reduce((best, bar) => (bar.count >= best.count ? bar : best));
  const isEven = bars.every(({ count }) => count === most.count);
  const say = wordsIn(language).search.years;
  return {
    bars: bars.map(({ from, to, count }) => {
      const [since, until] = request.years ?? [10_000, -1];
      return {
        label: span(from, to),
        value: count,
        shown: formatNumber(count, language),
        href: changed(searched, { years: [from, to] }),
        isChosen: from <= until && to >= since,
      };
    }),
    summary: isEven
      ? say.even(span(first.from, last.to))
      : say.summary(
          span(most.from, most.to),
          formatNumber(most.count, language),
          String(first.from),
          String(last.to),
        ),
  };
}

function span(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

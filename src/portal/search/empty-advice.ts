import type { Search } from '../../search/search.ts';
import { wordsIn } from '../words/words.ts';
import { chosenChips } from './chosen-chips.ts';
import { changed, type Searched } from './searched.ts';
import { withChange } from './with-change.ts';

/** A choice that stands in the way, and how many hits there are without it. */
export interface EmptyAdvice {
  readonly without: string;
  readonly count: number;
  readonly href: string;
}

/** Choices that are tried: each is a search of its own. */
const mostTried = 8;

/**
 * What to give up when nothing is found: a choice, the words, or all choices; what gives most hits first, and all choices only where no
 * single one will do.
 * @throws SearchUnavailable
 */
export async function emptyAdvice(
  search: Pick<Search, 'search'>,
  searched: Searched,
): Promise<readonly EmptyAdvice[]> {
  const { request, language } = searched;
  const say = wordsIn(language).search.empty;
  const chips = chosenChips(searched).map(({ full, change }) => ({ without: full, change }));
  if (chips.length === 0) return [];
  const text =
    request.text === '' ? [] : [{ without: say.withoutText(request.text), change: { text: '' } }];
  const all =
    chips.length > 1
      ? [{ without: say.withoutAll, change: { clear: true, text: request.text } }]
      : [];
  const tried = await Promise.all(
    [...chips.slice(0, mostTried), ...text, ...all].map(async ({ without, change }) => {
      const { total } = await search.search({
        ...withChange(request, change),
        size: 0,
        facets: [],
      });
      return { without, count: total, href: changed(searched, change) };
    }),
  );
  const useful = tried.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
  const single = useful.filter(({ without }) => without !== say.withoutAll);
  return single.length > 0 ? single : useful;
}

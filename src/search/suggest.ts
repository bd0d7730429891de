import type { UserLanguage } from '../kernel/issue.ts';
import { textIn } from '../kernel/language-map.ts';
import type { Analyser } from '../language/analyser.ts';
import { everything } from './index-names.ts';
import type { IndexWords } from './index-words.ts';
import type { NameSuggestions } from './name-suggestions.ts';
import { queryWords } from './query-words.ts';
import type { Suggestion, SuggestRequest } from './search.ts';
import type { Clause, SearchIndex } from './search-index.ts';
import { termClause, wordClause } from './word-clause.ts';

/** Words in the index that a beginning is completed to. */
const mostCompletions = 16;
/** What is read of a text: the rest is no beginning any more. */
const longest = 100;
const mostWords = 8;

const order = ['title', 'organization', 'keyword', 'place', 'standard'] as const;

export interface SuggestOptions {
  readonly index: Pick<SearchIndex, 'find'>;
  readonly analyser: Analyser;
  readonly words: IndexWords;
  readonly names: NameSuggestions;
}

/**
 * What may be meant by the beginning of a text: titles first, as long as they leave room for the names of organisations,
 * keywords, places and standards. @throws SearchUnavailable
 */
export async function suggest(
  { text, language, size }: SuggestRequest,
  { index, analyser, words, names }: SuggestOptions,
): Promise<readonly Suggestion[]> {
  const typed = queryWords(analyser, text.slice(0, longest), 0).slice(0, mostWords);
  const last = typed.at(-1);
  if (last === undefined) return [];
  const begun = typed.map(({ sv }) => sv.word);
  const named = names.find(begun, language, size);
  const completions = words.beginning(last.sv.word, mostCompletions);
  const must: Clause[] = [
    ...typed.slice(0, -1).map((word) => wordClause(word, { analyser, fields: ['title'] })),
    completionClause(completions),
  ];
  const titled =
    completions.length === 0 ? [] : await titles(index, { must, language, size, typed: begun });
  return share([...titled, ...named], size);
}

/** Words that begin as typed, the more usual for more. */
function completionClause(completions: readonly string[]): Clause {
  return termClause(
    completions.map((token) => ({ token, tier: 'exact' })),
    ['title'],
  );
}

async function titles(
  index: Pick<SearchIndex, 'find'>,
  {
    must,
    language,
    size,
    typed,
  }: {
    readonly must: readonly Clause[];
    readonly language: UserLanguage;
    readonly size: number;
    readonly typed: readonly string[];
  },
): Promise<readonly Suggestion[]> {
  const { hits } = await index.find({ ...everything, must, sort: 'relevance', size: size * 2 });
  const beginning = typed.join(' ');
  const texts = new Map<string, Suggestion>();
  for (const { shown } of hits) {
    const text = textIn(shown.title, [language]) ?? shown.name;
    const suggestion = {
      type: 'title',
      text,
      value: shown.name,
      kind: shown.kind,
      count: 1,
    } as const;
    // Many publishers have data of the same title: one of them is enough here.
    if (!texts.has(text.toLowerCase())) texts.set(text.toLowerCase(), suggestion);
  }
  const begins = ({ text }: Suggestion) => (text.toLowerCase().startsWith(beginning) ? 0 : 1);
  return [...texts.values()].sort((a, b) => begins(a) - begins(b)).slice(0, size);
}

/** Half of the room for titles, the rest for names of all kinds in turn; what one does not use the others get. */
function share(found: readonly Suggestion[], size: number): readonly Suggestion[] {
  const queues = new Map(order.map((type) => [type, found.filter((one) => one.type === type)]));
  const taken: Suggestion[] = [];
  const take = (type: (typeof order)[number]) => {
    const next = queues.get(type)?.shift();
    if (next !== undefined && taken.length < size) taken.push(next);
  };
  for (let left = Math.ceil(size / 2); left > 0; left -= 1) take('title');
  for (let round = 0; round < size && taken.length < size; round += 1) {
    for (const type of order.slice(1)) take(type);
  }
  for (let left = size - taken.length; left > 0; left -= 1) take('title');
  return taken.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

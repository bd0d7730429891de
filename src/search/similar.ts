import type { Analyser } from '../language/analyser.ts';
import { textLanguage } from './document-columns.ts';
import type { ShownDocument } from './index-document.ts';
import { everything } from './index-names.ts';
import type { IndexWords } from './index-words.ts';
import type { Clause, SearchIndex, Variant } from './search-index.ts';
import { isStopWord, isWeakWord } from './stop-words.ts';
import { type Field, marks } from './terms.ts';
import { termClause } from './word-clause.ts';

/** Words of a record by which others are likened to it: those that tell records apart best. */
const mostWords = 10;

const where: readonly Field[] = ['title', 'keyword'];
// What a rare word of the title is worth against one of the keywords, for each step of rarity.
const ofTitle = 300;
const ofKeywords = 200;

interface LikenedWord {
  readonly clause: Clause;
  readonly score: number;
}

/**
 * Records with the same words in their titles and keywords, rare words before usual ones; those of another publisher count as
 * much as those of the same. None when the record is not in the index. @throws SearchUnavailable
 */
export async function similar(
  { id, size }: { readonly id: string; readonly size: number },
  {
    index,
    analyser,
    words,
  }: {
    readonly index: Pick<SearchIndex, 'find' | 'get'>;
    readonly analyser: Analyser;
    readonly words: Pick<IndexWords, 'rarity'>;
  },
): Promise<readonly ShownDocument[]> {
  const shown = await index.get(id);
  if (shown === undefined) return [];
  const likened = likenedWords(shown, analyser, words);
  if (likened.length === 0) return [];
  const { hits } = await index.find({
    ...everything,
    must: [{ type: 'any', clauses: likened.map(({ clause }) => clause) }],
    bonuses: likened,
    except: id,
    sort: 'relevance',
    size,
  });
  return hits.map((hit) => hit.shown);
}

/** A clause for each word of the title and the keywords, and what it counts for when another record has it. */
function likenedWords(
  { title, keyword, organization }: ShownDocument,
  analyser: Analyser,
  { rarity }: Pick<IndexWords, 'rarity'>,
): readonly LikenedWord[] {
  const texts = [
    ...Object.entries(title).map(([tag, text]) => ({ tag, text, worth: ofTitle })),
    ...Object.entries(keyword).flatMap(([tag, list]) =>
      list.map((text) => ({ tag, text, worth: ofKeywords })),
    ),
  ];
  // What the publisher is called says where, not what.
  const publisher = new Set(
    Object.values(organization.title)
      .flatMap((text) => analyser.words(text, 'sv'))
      .flatMap(({ lemmas }) => lemmas),
  );
  const likened = new Map<string, LikenedWord>();
  for (const { tag, text, worth } of texts) {
    const language = textLanguage(tag);
    for (const { word, lemmas } of analyser.words(text, language)) {
      const [lemma = word] = lemmas;
      const key = `${language} ${lemma}`;
      if (likened.has(key) || publisher.has(lemma) || saysLittle(word)) continue;
      const forms = lemmas.map((form): Variant => {
        const mark = language === 'none' ? '' : marks[language];
        return { token: mark + form, tier: 'lemma' };
      });
      likened.set(key, { clause: termClause(forms, where), score: worth * rarity(word) });
    }
  }
  return [...likened.values()].toSorted((a, b) => b.score - a.score).slice(0, mostWords);
}

function saysLittle(word: string): boolean {
  return isStopWord(word) || isWeakWord(word) || /^\p{N}+$/u.test(word);
}

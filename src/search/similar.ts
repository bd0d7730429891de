import type { Analyser } from '../language/analyser.ts';
import { textLanguage } from './document-columns.ts';
import type { ShownDocument } from './index-document.ts';
import { everything } from './index-names.ts';
import type { Clause, SearchIndex, Variant } from './search-index.ts';
import { isStopWord, isWeakWord } from './stop-words.ts';
import { type Field, marks } from './terms.ts';
import { termClause } from './word-clause.ts';

/** Words of a record by which others are likened to it. */
const mostWords = 12;

const where: readonly Field[] = ['title', 'keyword'];

/**
 * Records with the same words in their titles and keywords; those of another publisher count as much as those of the same. None
 * when the record is not in the index. @throws SearchUnavailable
 */
export async function similar(
  { id, size }: { readonly id: string; readonly size: number },
  {
    index,
    analyser,
  }: { readonly index: Pick<SearchIndex, 'find' | 'get'>; readonly analyser: Analyser },
): Promise<readonly ShownDocument[]> {
  const shown = await index.get(id);
  if (shown === undefined) return [];
  const clauses = likenedWords(shown, analyser);
  if (clauses.length === 0) return [];
  const { hits } = await index.find({
    ...everything,
    must: [{ type: 'any', clauses: clauses.map(({ clause }) => clause) }],
    bonuses: clauses,
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
): readonly { readonly clause: Clause; readonly score: number }[] {
  const texts = [
    ...Object.entries(title).map(([language, text]) => ({ language, text, score: 900 })),
    ...Object.entries(keyword).flatMap(([language, words]) =>
      words.map((text) => ({ language, text, score: 600 })),
    ),
  ];
  // What the publisher is called says where, not what.
  const publisher = new Set(
    Object.values(organization.title).flatMap((text) => lemmasOf(analyser, text)),
  );
  const clauses = new Map<string, { readonly clause: Clause; readonly score: number }>();
  for (const { language, text, score } of texts) {
    for (const { word, lemmas } of analyser.words(text, textLanguage(language))) {
      const [lemma = word] = lemmas;
      const key = `${textLanguage(language)} ${lemma}`;
      if (clauses.has(key) || publisher.has(lemma)) continue;
      if (isStopWord(word) || isWeakWord(word) || /^\p{N}+$/u.test(word)) continue;
      const mark = textLanguage(language);
      const forms: Variant[] = lemmas.map((form) => ({
        token: mark === 'none' ? form : marks[mark] + form,
        tier: 'lemma',
      }));
      clauses.set(key, { clause: termClause(forms, where), score });
    }
  }
  return [...clauses.values()].slice(0, mostWords);
}

function lemmasOf(analyser: Analyser, text: string): readonly string[] {
  return analyser.words(text, 'sv').flatMap(({ lemmas }) => lemmas);
}

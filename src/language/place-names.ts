import ownWords from './swedish-words.json' with { type: 'json' };

/** Kommuner and län that are called what something else is called too: a query with *mark* is seldom about Mark. */
const alsoWords = new Set(
  'ale berg boden bro dals eda flen kil klippan lilla lund mark mora nora sala trosa upplands vara västra östra'.split(
    ' ',
  ),
);
const names: ReadonlySet<string> = new Set(ownWords.names.filter((name) => !alsoWords.has(name)));

/** Whether a dictionary form is (a word of) the name of a kommun or a län, and of nothing else that is written alike. */
export function isPlaceName(lemma: string): boolean {
  return names.has(lemma);
}

import type { AnalysedWord, Analyser } from '../language/analyser.ts';
import { textLanguage } from './document-columns.ts';
import type { MarkTerm } from './mark-terms.ts';
import { derivedTokens, type Field, type Tier, tiers } from './terms.ts';

/** A place in a text that the query found. */
export interface FoundMark {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  readonly term: MarkTerm;
  readonly tier: Tier;
}

/** Finds the places in texts that a query's words met, by the analysis that found the record. */
export type MarkFinder = (text: string, language: string, field: Field) => readonly FoundMark[];

/** Longer texts are marked up to here. */
const longest = 4000;

interface Meeting {
  readonly term: MarkTerm;
  readonly tier: Tier;
}

/** A finder for all texts of one answer. */
export function markFinder(analyser: Analyser, terms: readonly MarkTerm[]): MarkFinder {
  const meetings = meetingsByToken(terms);
  const phrases = terms.filter(({ phrase }) => phrase !== undefined);
  return (text, language, field) => {
    if (terms.length === 0) return [];
    const words = analyser.words(text.slice(0, longest), textLanguage(language));
    const found = words.flatMap((word) => {
      const met = meet(word, language, meetings).filter(({ term }) => isIn(term, field));
      return met.map(({ term, tier }) => ({ start: word.start, end: word.end, term, tier }));
    });
    const together = phrases
      .filter((term) => isIn(term, field))
      .flatMap((term) => phraseMarks(words, term));
    return together.length === 0
      ? found
      : [...found, ...together].toSorted((a, b) => a.start - b.start);
  };
}

function meetingsByToken(terms: readonly MarkTerm[]): ReadonlyMap<string, readonly Meeting[]> {
  const meetings = new Map<string, Meeting[]>();
  for (const term of terms) {
    for (const [token, tier] of term.tokens) {
      const known = meetings.get(token);
      if (known === undefined) meetings.set(token, [{ term, tier }]);
      else known.push({ term, tier });
    }
  }
  return meetings;
}

/** How a word of a text meets words of the query, each the best way. */
function meet(
  word: AnalysedWord,
  language: string,
  meetings: ReadonlyMap<string, readonly Meeting[]>,
): readonly Meeting[] {
  let best: Map<MarkTerm, Meeting> | undefined;
  for (const token of [word.word, ...derivedTokens(word, textLanguage(language))]) {
    for (const meeting of meetings.get(token) ?? []) {
      best ??= new Map();
      const held = best.get(meeting.term);
      if (held === undefined || isBetter(meeting.tier, held.tier)) best.set(meeting.term, meeting);
    }
  }
  return best === undefined ? [] : [...best.values()];
}

/** Whether a way of meeting is better than another. */
export function isBetter(tier: Tier, other: Tier): boolean {
  return tiers.indexOf(tier) < tiers.indexOf(other);
}

function isIn({ fields }: MarkTerm, field: Field): boolean {
  return fields === undefined || fields.includes(field);
}

function phraseMarks(words: readonly AnalysedWord[], term: MarkTerm): readonly FoundMark[] {
  const { phrase = [] } = term;
  return words.flatMap((first, index) => {
    if (!phrase.every((word, offset) => words[index + offset]?.word === word)) return [];
    const last = words[index + phrase.length - 1] ?? first;
    return [{ start: first.start, end: last.end, term, tier: 'exact' as const }];
  });
}

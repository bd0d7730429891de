import type { AnalysedWord, Analyser, TextLanguage } from '../language/analyser.ts';
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
  readonly token: string;
  readonly term: MarkTerm;
  readonly tier: Tier;
}

/** A finder for all texts of one answer: it remembers the words that it has seen. */
export function markFinder(analyser: Analyser, terms: readonly MarkTerm[]): MarkFinder {
  const meetings = meetingsByToken(terms);
  const phrases = terms.filter(({ phrase }) => phrase !== undefined);
  const seen: Readonly<Record<TextLanguage, Map<string, readonly Meeting[]>>> = {
    sv: new Map(),
    en: new Map(),
    none: new Map(),
  };

  function meet(word: AnalysedWord, language: TextLanguage): readonly Meeting[] {
    const known = seen[language].get(word.word);
    if (known !== undefined) return known;
    const met = bestMeetings(word, language, meetings);
    seen[language].set(word.word, met);
    return met;
  }

  return (text, tag, field) => {
    if (terms.length === 0) return [];
    const language = textLanguage(tag);
    const words = analyser.words(text.slice(0, longest), language);
    const found: FoundMark[] = [];
    const met = new Map<MarkTerm, Set<string>>();
    for (const word of words) {
      for (const { term, tier, token } of meet(word, language)) {
        if (!isIn(term, field)) continue;
        if (term.together) met.set(term, (met.get(term) ?? new Set()).add(token));
        found.push({ start: word.start, end: word.end, term, tier });
      }
    }
    const whole = met.size === 0 ? found : found.filter(({ term }) => isWhole(term, met));
    const together = phrases
      .filter((term) => isIn(term, field))
      .flatMap((term) => phraseMarks(words, term));
    return together.length === 0
      ? whole
      : [...whole, ...together].toSorted((a, b) => a.start - b.start);
  };
}

function meetingsByToken(terms: readonly MarkTerm[]): ReadonlyMap<string, readonly Meeting[]> {
  const meetings = new Map<string, Meeting[]>();
  for (const term of terms) {
    for (const [token, tier] of term.tokens) {
      const known = meetings.get(token);
      if (known === undefined) meetings.set(token, [{ token, term, tier }]);
      else known.push({ token, term, tier });
    }
  }
  return meetings;
}

/** How a word of a text meets words of the query, each the best way. */
function bestMeetings(
  word: AnalysedWord,
  language: TextLanguage,
  meetings: ReadonlyMap<string, readonly Meeting[]>,
): readonly Meeting[] {
  const best = new Map<MarkTerm, Meeting>();
  for (const token of [word.word, ...derivedTokens(word, language)]) {
    for (const meeting of meetings.get(token) ?? []) {
      const held = best.get(meeting.term);
      if (held === undefined || isBetter(meeting.tier, held.tier)) best.set(meeting.term, meeting);
    }
  }
  return [...best.values()];
}

/** Whether a way of meeting is better than another. */
export function isBetter(tier: Tier, other: Tier): boolean {
  return tiers.indexOf(tier) < tiers.indexOf(other);
}

function isIn({ fields }: MarkTerm, field: Field): boolean {
  return fields === undefined || fields.includes(field);
}

/** Whether all words that have to come together were met. */
function isWhole(term: MarkTerm, met: ReadonlyMap<MarkTerm, ReadonlySet<string>>): boolean {
  const tokens = met.get(term);
  return (
    term.together === undefined ||
    (tokens !== undefined && term.together.every((words) => !words.isDisjointFrom(tokens)))
  );
}

function phraseMarks(words: readonly AnalysedWord[], term: MarkTerm): readonly FoundMark[] {
  const { phrase = [] } = term;
  return words.flatMap((first, index) => {
    if (!phrase.every((word, offset) => words[index + offset]?.word === word)) return [];
    const last = words[index + phrase.length - 1] ?? first;
    return [{ start: first.start, end: last.end, term, tier: 'exact' as const }];
  });
}

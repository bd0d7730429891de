import { readFileSync } from 'node:fs';
import { type SuffixRule, suffixRules } from './suffix-rules.ts';
import ownWords from './swedish-words.json' with { type: 'json' };
import { wordTable } from './word-table.ts';

/**
 * The Swedish words of `dictionary-sv`, looked up backwards: not 800 000 forms are kept but 150 000 entries with their flags,
 * and a form is traced to the entries that can have made it. Flags: `X` begins a compound, `U` stands inside or begins, `Y` ends
 * one, `Z` is no word by itself, `%` is a word that nobody means.
 */
export interface SwedishDictionary {
  /** Entries that the word is a form of, the word itself first when it is one, then nouns before others. */
  bases(word: string): readonly string[];
  /** Entries that may be meant by the last part of a compound. */
  endBases(part: string): readonly string[];
  /** Entries that may be meant by a first or middle part: `återvinnings` → `återvinning`, `förskole` → `förskola`. */
  beginBases(part: string): readonly string[];
  /** Whether the word is an entry that stands by itself. */
  has(word: string): boolean;
}

/** Reads the dictionary: some 100 ms. */
export function swedishDictionary(): SwedishDictionary {
  const folder = import.meta.resolve('dictionary-sv');
  const rules = suffixRules(readFileSync(new URL('index.aff', folder), 'utf8'));
  const { entries, flagSets } = readEntries(readFileSync(new URL('index.dic', folder), 'utf8'));
  const ends: ReadonlySet<string> = new Set(ownWords.ends);
  const begins: ReadonlyMap<string, string> = new Map(Object.entries(ownWords.begins));

  return { bases, endBases, beginBases, has };

  function flagsOf(word: string): string | undefined {
    return flagSets[entries.find(word, 0, word.length, '')];
  }

  function has(word: string): boolean {
    const flags = flagsOf(word);
    return flags !== undefined && !flags.includes('Z');
  }

  function bases(word: string): readonly string[] {
    const found = traced(word, rules.forms).filter(({ flags }) => !flags.includes('Z'));
    return ordered(word, found);
  }

  /** The noun of a verb that the dictionary has the noun's forms of: `kontakter` from `kontakta` is `kontakt`, `besluts` is `beslut`. */
  function nounOf(word: string, { base, flags, by }: Traced): string {
    const stem = base.slice(0, -1);
    if (!base.endsWith('a') || base === word || !flags.includes('N') || !has(stem)) return base;
    return nounForms.includes(by) || word === `${stem}s` || word === `${stem}ts` ? stem : base;
  }

  function endBases(part: string): readonly string[] {
    const found = traced(part, rules.forms).filter(
      ({ base, flags }) => flags.includes('Y') || ends.has(base),
    );
    return ordered(part, found);
  }

  function beginBases(part: string): readonly string[] {
    const own = begins.get(part);
    if (own !== undefined) return [own];
    const flags = flagsOf(part) ?? '';
    const linked = part.slice(0, -1);
    const found = traced(part, rules.links).map(({ base }) =>
      base === `${linked}a` && has(linked) ? linked : base,
    );
    if (/[XU]/.test(flags)) found.unshift(...(flags.includes('Z') ? [wholeWord(part)] : [part]));
    if (found.length === 0 && linkedBySound.test(part) && has(linked)) {
      found.push(linked);
    }
    return [...new Set(found.map((base) => (has(base) ? base : wholeWord(base))))];
  }

  /** What a first part that is no word comes from: `skol` → `skola`, `vänte` → `vänta`. */
  function wholeWord(part: string): string {
    const stem = part.replace(/[aeious]$/, '');
    return [`${part}a`, `${stem}a`, `${part}e`, `${stem}e`, stem].find(has) ?? part;
  }

  interface Traced {
    readonly base: string;
    readonly flags: string;
    readonly by: string;
  }

  function traced(word: string, byEnding: ReadonlyMap<string, readonly SuffixRule[]>): Traced[] {
    const found: Traced[] = [];
    const whole = flagsOf(word);
    if (whole !== undefined && byEnding === rules.forms) {
      found.push({ base: word, flags: whole, by: '' });
    }
    const first = Math.max(1, word.length - rules.longest);
    for (let end = word.length; end >= first; end--) {
      for (const { strip, uses } of byEnding.get(word.slice(end)) ?? []) {
        const flags = flagSets[entries.find(word, 0, end, strip)];
        if (flags === undefined) continue;
        for (const { flag, condition } of uses) {
          if (!flags.includes(flag)) continue;
          const base = word.slice(0, end) + strip;
          if (condition.test(base)) found.push({ base, flags, by: flag });
        }
      }
    }
    return found;
  }

  function ordered(word: string, found: readonly Traced[]): readonly string[] {
    if (found.length < 2) return found.map((one) => nounOf(word, one));
    const worth = ({ base, by }: Traced) => (base === word ? 0 : nounForms.includes(by) ? 1 : 2);
    return [
      ...new Set(found.toSorted((a, b) => worth(a) - worth(b)).map((one) => nounOf(word, one))),
    ];
  }
}

/** Nouns that take an s in compounds, whether or not the dictionary says so of each. */
const linkedBySound = /.{3}(?:ing|het|ion|tet|skap|dom|ment|eri)s$/;
const nounForms = 'ABCDEFGHIJ';

function readEntries(dic: string) {
  const lines = dic.slice(dic.indexOf('\n') + 1).split('\n');
  const entries = wordTable(lines.length + ownWords.names.length, dic.length);
  const flagSets: string[] = [];
  const ids = new Map<string, number>();
  const id = (flags: string): number => {
    const known = ids.get(flags);
    if (known !== undefined) return known;
    ids.set(flags, flagSets.length);
    return flagSets.push(flags) - 1;
  };
  const merge = (old: number, added: number): number =>
    old === added ? old : id(union(flagSets[old] ?? '', flagSets[added] ?? ''));

  for (const name of ownWords.names) entries.add(name, id('A'), merge);
  for (const line of lines) {
    const slash = line.indexOf('/', 1);
    const flags = slash < 0 ? '' : line.slice(slash + 1).trimEnd();
    if (line === '' || flags.includes('%') || line.includes('-')) continue;
    entries.add(
      (slash < 0 ? line.trimEnd() : line.slice(0, slash)).toLowerCase(),
      id(flags),
      merge,
    );
  }
  return { entries, flagSets };
}

/** Two words that are written alike: what one of them can, the word can. */
function union(a: string, b: string): string {
  const all = [...new Set(a + b)].sort().join('');
  return a.includes('Z') && b.includes('Z') ? all : all.replace('Z', '');
}

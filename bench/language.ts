import { performance } from 'node:perf_hooks';
import { openAnalyser } from '../src/language/open-analyser.ts';
import { openSpelling } from '../src/language/open-spelling.ts';
import { type Row, row } from './row.ts';

/** What the analysis of Swedish costs: reading the dictionary, words met for the first time and again, and memory. */
export function run(): readonly Row[] {
  const before = memory();
  const analyser = openAnalyser();
  const load = timed(() => analyser.words('första', 'sv'));
  const loaded = memory() - before;

  const compounds = sampleCompounds();
  const cold = timed(() => {
    for (const compound of compounds) analyser.words(compound, 'sv');
  });
  const texts = sampleTexts(compounds);
  const count = texts.reduce((sum, text) => sum + analyser.words(text, 'sv').length, 0);
  const warm = timed(() => {
    for (const text of texts) analyser.words(text, 'sv');
  });
  const full = memory() - before;
  const perWord = (ms: number, words: number) => ({ value: (ms / words) * 1000, unit: 'µs' });
  const note = (ms: number, words: number) =>
    `${Math.round(words / ms)} 000 words/s over ${words} words`;

  const spelling = openSpelling(
    new Map(sampleWords(compounds).map((word, i) => [word, 1 + (i % 50)])),
  );
  const mistakes = [
    'badplaster',
    'luftkvalitte',
    'befolkningsprogonser',
    'atervinning',
    'xylofonist',
  ];
  spelling.correct('första');
  const correcting = timed(() => mistakes.map((word) => spelling.correct(word)));

  return [
    row('language: reading the dictionary', { value: load, baseline: 300, goal: 1 }),
    {
      ...row('language: a word met again', { ...perWord(warm, count), baseline: 2, goal: 1 }),
      note: note(warm, count),
    },
    {
      ...row('language: a compound met first', {
        ...perWord(cold, compounds.length),
        baseline: 200,
        goal: 1,
      }),
      note: note(cold, compounds.length),
    },
    {
      ...row('language: memory', { value: full, baseline: 60, goal: 1, unit: 'MiB' }),
      note: `${loaded.toFixed(1)} MiB before words are remembered`,
    },
    row('language: a correction among 50 000 words', {
      value: correcting / mistakes.length,
      baseline: 5,
      goal: 1,
    }),
  ];
}

/** 50 000 words that look like those of titles. */
function sampleWords(compounds: readonly string[]): readonly string[] {
  const endings = [...'abcdefghijklmnopqrstuvwxyzåäö'].flatMap((a) => [a, `${a}n`]);
  return compounds.flatMap((word) => endings.map((ending) => word.slice(0, 12) + ending));
}

function sampleCompounds(): readonly string[] {
  const firsts =
    'trafik vatten avfalls luft skol vård cykel miljö befolknings energi fastighets upphandlings kultur skogs park'.split(
      ' ',
    );
  const middles = ['', 'kvalitets', 'planerings', 'informations', 'utvecklings'];
  const lasts =
    'kartor register planerna stationer mätningens avgifter statistiken undersökningar platserna listor prognoser taxan'.split(
      ' ',
    );
  return firsts.flatMap((first) =>
    middles.flatMap((middle) => lasts.map((last) => first + middle + last)),
  );
}

/** Descriptions as they are written: many words again and again, and now and then a compound. */
function sampleTexts(compounds: readonly string[]): readonly string[] {
  return Array.from({ length: 20_000 }, (_, i) => {
    const compound = compounds[(i * 7) % compounds.length];
    return (
      `Datamängden innehåller uppgifter om ${compound} i kommunens verksamheter under år ${2000 + (i % 25)}, ` +
      'med koordinater, adresser och öppettider. Uppgifterna hämtas från förvaltningens register och uppdateras varje vecka.'
    );
  });
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** MiB that are held: the heap and what typed arrays hold outside it. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

import { stemmer } from '@orama/stemmers/swedish';
import type { Analyser } from '../src/language/analyser.ts';
import { openAnalyser } from '../src/language/open-analyser.ts';
import { openSpelling } from '../src/language/open-spelling.ts';
import { openSynonyms } from '../src/language/open-synonyms.ts';
import type { Synonyms } from '../src/language/synonyms.ts';
import { createSearch } from '../src/search/create-search.ts';
import { openEmbeddedIndex } from '../src/search/embedded/open-embedded-index.ts';
import type { IndexDocument } from '../src/search/index-document.ts';
import type { Search } from '../src/search/search.ts';
import { vocabularies } from '../test/sample/read-sample.ts';
import queries from './relevance/queries.json' with { type: 'json' };
import { relevanceCatalogue } from './relevance-catalogue.ts';
import { ndcg } from './relevance-gain.ts';

/**
 * How well the first ten hits answer a judged list of queries: nDCG@10 by kind of query, beside the same search over what a
 * stemmer alone makes of the words. `npm run bench:relevance`, and with `-- --misses` also which queries fall short and by what.
 */

interface JudgedQuery {
  readonly group: string;
  readonly language: string;
  readonly query: string;
  readonly expected: Readonly<Record<string, number | undefined>>;
}

interface Judgement {
  readonly group: string;
  readonly query: string;
  readonly gain: number;
  readonly hits: readonly string[];
}

const catalogue = await relevanceCatalogue();
const documents = catalogue.map(({ document }) => document);
const names = catalogue
  .filter(({ document }) => document.kind === 'dataset')
  .map(({ name }) => name);
const nameById = new Map(catalogue.map(({ document, name }) => [document.id, name]));
const analyser = openAnalyser();

const ours = await judge(analyser, openSynonyms(analyser), true);
const whole = withoutParts(analyser);
const uncut = await judge(whole, openSynonyms(whole), true);
const stemmed = await judge(stemming(analyser), { find: () => [] }, false);

print(`${queries.length} queries over ${documents.length} records; nDCG@10\n`);
table([
  ['group', 'queries', 'search', 'no compounds', 'stemmer'],
  ...[...new Set(queries.map(({ group }) => group))].map((group) =>
    line(group, (one) => one.group === group),
  ),
  line('all', () => true),
]);
if (process.argv.includes('--misses')) {
  for (const { query, gain, hits } of ours.filter(({ gain }) => gain < 0.999)) {
    print(`${gain.toFixed(2)} ${query}: ${hits.join(' ')}`);
  }
}

function line(label: string, of: (one: Judgement) => boolean): readonly string[] {
  return [
    label,
    String(ours.filter(of).length),
    ...[ours, uncut, stemmed].map((judged) => {
      const gains = judged.filter(of).map(({ gain }) => gain);
      return (gains.reduce((sum, gain) => sum + gain, 0) / gains.length).toFixed(3);
    }),
  ];
}

/** @param corrects whether a reader is shown, and follows, the correction of a misspelt query */
async function judge(
  by: Analyser,
  synonyms: Synonyms,
  corrects: boolean,
): Promise<readonly Judgement[]> {
  const index = await openEmbeddedIndex({ analyser: by });
  await build(index, documents);
  const search = createSearch({ index, analyser: by, synonyms, openSpelling, vocabularies });
  const judgements: Judgement[] = [];
  for (const { group, query, language, expected } of queries as readonly JudgedQuery[]) {
    const hits = await firstHits(search, query, language === 'en' ? 'en' : 'sv', corrects);
    judgements.push({ group, query, hits, gain: ndcg(hits, gradeOf(expected), names) });
  }
  await search.close();
  return judgements;
}

async function build(
  index: Awaited<ReturnType<typeof openEmbeddedIndex>>,
  all: readonly IndexDocument[],
): Promise<void> {
  const rebuild = await index.rebuild();
  await rebuild.apply({ documents: all, deletions: [] });
  await rebuild.commit({ store: 'bench', revision: 1, shape: 'bench' });
}

async function firstHits(
  search: Search,
  text: string,
  language: 'sv' | 'en',
  corrects: boolean,
): Promise<readonly string[]> {
  const request = {
    language,
    kinds: ['dataset'],
    filters: {},
    sort: 'relevance',
    size: 10,
    facets: [],
    facetSize: 0,
  } as const;
  const found = await search.search({ ...request, text });
  const { hits } =
    corrects && found.correction !== undefined
      ? await search.search({ ...request, text: found.correction })
      : found;
  return hits.map(({ id }) => nameById.get(id) ?? id);
}

/** Patterns in which a star stands for anything; the best that fits counts. */
function gradeOf(expected: JudgedQuery['expected']): (name: string) => number {
  const judged = Object.entries(expected).map(([pattern, grade]) => ({
    pattern: new RegExp(`^${pattern.replaceAll('*', '.+')}$`),
    grade: grade ?? 0,
  }));
  return (name) =>
    Math.max(0, ...judged.filter(({ pattern }) => pattern.test(name)).map(({ grade }) => grade));
}

/** The analysis that Elasticsearch and Solr have for Swedish: Snowball's stemmer and nothing else. */
function stemming(full: Analyser): Analyser {
  return {
    words: (text, language) =>
      language !== 'sv'
        ? full.words(text, language)
        : full.words(text, 'none').map((word) => ({
            ...word,
            lemmas: [/^\p{L}+$/u.test(word.word) ? stemmer(word.word) : word.word],
          })),
  };
}

function withoutParts(full: Analyser): Analyser {
  return {
    words: (text, language) =>
      full.words(text, language).map((word) => ({ ...word, parts: [], heads: [] })),
  };
}

function table(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((one) => one[at]?.length ?? 0)),
  );
  for (const one of lines) {
    print(
      one
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  '),
    );
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

import { openAnalyser } from '../src/language/open-analyser.ts';
import { openSynonyms } from '../src/language/open-synonyms.ts';
import { facetNames } from '../src/search/facets.ts';
import { planQuery } from '../src/search/plan-query.ts';
import { readQuery } from '../src/search/read-query.ts';
import type { EngineQuery } from '../src/search/search-index.ts';
import { one, random } from '../test/chance.ts';
import { publishers } from './swedish-catalogue.ts';
import { dataKinds } from './swedish-kinds.ts';

/** A search as the portal asks for it. */
export interface BenchQuery {
  readonly text: string;
  readonly query: EngineQuery;
}

const inflected = `badplatsen badplatserna skolorna skolornas förskolan förskolornas biblioteket lekplatsers cykelvägarna
  parkeringen bygglovet detaljplanens vårdcentralens elevernas träden laddstationerna avfallet bullrets luften vattnet
  hållplatsernas tidtabellerna fakturorna protokollen föreningarnas adresserna parkerna reservatens olyckorna invånarna`;
const parts = `plats väg vatten återvinning station skydd område cykel karta park tjänst mätning plan bidrag statistik
  buss skog energi vård bostad`;

/**
 * Four hundred searches of every kind, in mixed order: one word, a word and a place, inflected words, parts of
 * compounds, phrases, filters, places on the map, browsing, pages far down. All ask for every facet.
 */
export function searchQueries(): readonly BenchQuery[] {
  const chance = random(400);
  const analyser = openAnalyser();
  const synonyms = openSynonyms(analyser);
  const word = () => one(chance, one(chance, dataKinds).keywords);
  const title = () => one(chance, one(chance, dataKinds).titles);
  const place = () => one(chance, publishers).place;
  const listed = (text: string) => () => one(chance, text.split(/\s+/));
  const ask = (text: string, change: Partial<EngineQuery> = {}): BenchQuery => {
    const planned = planQuery(readQuery(text), {
      analyser,
      synonyms,
      values: () => [],
      narrowed: new Set(),
    });
    const { must, mustNot, bonuses } = planned;
    const query: EngineQuery = {
      ...{ must, mustNot, bonuses, kinds: ['dataset'], filters: {} },
      sort: must.length === 0 ? 'modified' : 'relevance',
      ...{ size: 21, facets: facetNames, facetSize: 20 },
      ...change,
    };
    return { text, query };
  };
  const filters = (): Partial<EngineQuery> => ({
    filters: {
      theme: [one(chance, dataKinds).theme, one(chance, dataKinds).theme],
      ...(chance() < 0.5 ? { format: [one(chance, ['csv', 'excel', 'json', 'map'])] } : {}),
      ...(chance() < 0.3 ? { organization: [one(chance, publishers).name] } : {}),
    },
    ...(chance() < 0.2 ? { years: [2018, 2020] } : {}),
  });
  const box = (): Partial<EngineQuery> => {
    const [west, south] = [11 + chance() * 8, 55.5 + chance() * 10];
    const relation = one(chance, ['intersects', 'within'] as const);
    return { box: { box: { west, south, east: west + 2, north: south + 1.5 }, relation } };
  };
  const kinds: readonly (readonly [number, () => BenchQuery])[] = [
    [100, () => ask(word())],
    [70, () => ask(`${word()} ${place().prefLabel.sv}`)],
    [60, () => ask(listed(inflected)())],
    [40, () => ask(listed(parts)())],
    [30, () => ask(`"${title()}"`)],
    [50, () => ask(word(), filters())],
    [20, () => ask(chance() < 0.5 ? word() : '', box())],
    [20, () => ask('', chance() < 0.5 ? filters() : {})],
    [10, () => ask(chance() < 0.5 ? word() : '', { from: 20 * Math.floor(chance() * 1000) })],
  ];
  return kinds
    .flatMap(([count, make]) => Array.from({ length: count }, make))
    .map((query) => ({ query, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ query }) => query);
}

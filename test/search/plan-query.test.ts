import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FacetName } from '../../src/search/facets.ts';
import { mostWords, type PlannedQuery, planQuery } from '../../src/search/plan-query.ts';
import { readQuery } from '../../src/search/read-query.ts';
import type { Clause, Variant } from '../../src/search/search-index.ts';
import { analyser, synonyms } from './small-catalog.ts';

test('a word stands for itself, its forms in both languages, its part in compounds and its folded form', () => {
  const [clause] = plan('skolorna').must;
  const own = variantsOf(clause).filter(({ tier }) => tier !== 'synonym');
  assert.deepEqual(
    own.map(({ token, tier }) => `${token} ${tier}`),
    [
      'skolorna exact',
      '=skola lemma',
      '%skolorna lemma',
      '&skola head',
      '+skola part',
      '~skolorna folded',
      '~skola folded',
    ],
  );
});

test('a word with dots stands for the same without them', () => {
  const tokens = variantsOf(plan('malmö').must[0]).map(({ token }) => token);
  assert.ok(tokens.includes('malmo'));
  assert.ok(!tokens.includes('~malmö'));
});

test('no form is longer than it has to be: nothing is found by its beginning', () => {
  const tokens = variantsOf(plan('skol').must[0]).map(({ token }) => token);
  assert.ok(tokens.every((token) => !token.includes('*')));
});

test('another name of several words has to stand in one field, and its first word alone gives the worth', () => {
  const [clause] = plan('gis').must;
  const names = nested(clause).filter(({ type }) => type === 'all');
  assert.ok(names.length > 0);
  for (const name of names) {
    const terms = nested(name).filter((one) => one.type === 'term');
    assert.equal(new Set(terms.map(({ fields }) => String(fields))).size, 1);
    const tiers = terms.map(({ variants }) => variants[0]?.tier);
    assert.deepEqual(tiers, ['synonym', ...tiers.slice(1).map(() => 'beside')]);
  }
});

test('words next to each other are worth more together', () => {
  const { bonuses } = plan('bad i umeå');
  assert.deepEqual(bonuses[0], {
    clause: { type: 'phrase', tokens: ['bad', 'i', 'umeå'], fields: ['title'] },
    score: 500,
  });
});

test('words that say little are passed over, others say what they are worth', () => {
  const { must, bonuses } = plan('statistik om befolkning');
  assert.equal(must.length, 1);
  assert.ok(bonuses.some(({ clause }) => holds(clause, 'statistik') && clause.type !== 'phrase'));
});

test('of words that say little one is enough', () => {
  const { must } = plan('öppna data');
  assert.deepEqual(
    must.map(({ type }) => type),
    ['any'],
  );
});

test('a phrase of one word is that very word', () => {
  assert.deepEqual(plan('"skolor"').must, [
    { type: 'term', variants: [{ token: 'skolor', tier: 'exact' }] },
  ]);
});

test('a field word whose value is known narrows, and one whose value is not is looked for', () => {
  const values = (facet: FacetName, text: string) =>
    facet === 'organization' && text === 'umeå' ? ['umea'] : [];
  assert.deepEqual(plan('utgivare:umeå', { values }).filters, { organization: ['umea'] });
  const { must, filters } = plan('utgivare:kiruna', { values });
  assert.deepEqual(filters, {});
  assert.deepEqual(must[0]?.type === 'term' && must[0].fields, ['other']);
});

test('field words of the same facet widen one another', () => {
  const values = (_: FacetName, text: string) => [text];
  assert.deepEqual(plan('format:csv format:json OR format:xml', { values }).filters, {
    format: ['csv', 'json', 'xml'],
  });
});

test('what is left out by a field word is looked for in texts', () => {
  const { mustNot, filters } = plan('-format:csv', { values: () => ['csv'] });
  assert.deepEqual(filters, {});
  assert.ok(mustNot[0] !== undefined && holds(mustNot[0], 'csv'));
});

test('a search of several words can be relaxed: the more words, the better', () => {
  const { relaxed, must } = plan('badplats förskola');
  assert.deepEqual(relaxed?.must, [{ type: 'any', clauses: must }]);
  assert.equal(relaxed?.bonuses.filter(({ score }) => score === 1000).length, 2);
  assert.equal(plan('badplats').relaxed, undefined);
});

test('a text of very many words is cut, and the reader is told', () => {
  const { must, notes } = plan('a1/b2/c3/d4/e5/f6/g7/h8 '.repeat(10).trim());
  assert.equal(must.length, mostWords);
  assert.deepEqual(
    notes.map(({ code }) => code),
    ['too-long'],
  );
});

function plan(
  text: string,
  { values = () => [] }: { readonly values?: Parameters<typeof planQuery>[1]['values'] } = {},
): PlannedQuery {
  return planQuery(readQuery(text), { analyser, synonyms, values, narrowed: new Set() });
}

/** The clause and all that stand in it. */
function nested(clause: Clause | undefined): readonly Clause[] {
  if (clause === undefined) return [];
  return 'clauses' in clause ? [clause, ...clause.clauses.flatMap(nested)] : [clause];
}

function variantsOf(clause: Clause | undefined): readonly Variant[] {
  return nested(clause).flatMap((one) => (one.type === 'term' ? one.variants : []));
}

function holds(clause: Clause, token: string): boolean {
  return variantsOf(clause).some((variant) => variant.token === token);
}

for (const [what, text] of [
  ['one word of a thousand letters', 'xyzåäö'.repeat(166)],
  ['as many words as there is room for', 'vattenförsörjningsplan '.repeat(40)],
  ['words joined by hyphens', 'vatten-skol-miljö-trafik-kommun-region '.repeat(25)],
  ['one word of many hyphens', 'a-'.repeat(499)],
  ['words of many names', 'skolor miljö trafik kommun karta gis öppna data '.repeat(20)],
  ['one of many', 'avfallshanteringsplan OR '.repeat(40)],
  ['none of many', '-avfallshanteringsplan '.repeat(43)],
  ['phrases', '"luft vatten mark" '.repeat(52)],
] as const) {
  test(`there is an end to what is looked up for a query: ${what}`, () => {
    const { must, mustNot, bonuses } = plan(text);
    const clauses = [...must, ...mustNot, ...bonuses.map(({ clause }) => clause)];
    const looks = clauses.reduce((sum, clause) => sum + lookUps(clause), 0);
    assert.ok(looks <= 3000, `${looks} look-ups`);
  });
}

/** Words and fields that an engine is asked for. */
function lookUps(clause: Clause): number {
  const inFields = ('fields' in clause && clause.fields?.length) || 4;
  if (clause.type === 'phrase') return inFields;
  if (clause.type === 'term') return clause.variants.length * inFields;
  return clause.clauses.reduce((sum, part) => sum + lookUps(part), 0);
}

import assert from 'node:assert/strict';
import test from 'node:test';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';
import { contextOf } from '../../src/profile/context.ts';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { shapesOf } from '../../src/profile/shapes.ts';
import { nQuadsOf, quadsOf } from './expand-record.ts';
import { sampleDataset } from './sample-dataset.ts';
import { isVocabulary, schemaFolder, vocabularies } from './schema-folder.ts';

const base = 'https://data.exempelkommun.se/shapes/dcat-ap-se.ttl';
const plan = loadPlan(schemaFolder, isVocabulary);
const turtle = shapesOf(plan, vocabularies);
const shapes = new Store(new Parser({ baseIRI: base }).parse(turtle));
const good = await nQuadsOf(sampleDataset, contextOf(plan));
const sh = 'http://www.w3.org/ns/shacl#';

/** What the checker finds: `severity shape` for each result. Its own failures are thrown, never taken for a good graph. */
async function resultsOf(nQuads: string): Promise<readonly string[]> {
  const validator = new SHACLValidator(shapes);
  // It stops looking at a node after fifty visits, and shared nodes are visited more often than that.
  Object.assign(validator.validationEngine, { maxNodeChecks: Number.POSITIVE_INFINITY });
  const report = await validator.validate(new Store(quadsOf(nQuads)));
  return report.results.map((result) => {
    const shape = result.sourceShape?.value.replace(`${base}#`, '') ?? '';
    return `${result.severity?.value.replace(sh, '')} ${shape}`;
  });
}

test('There is one node shape for each class and one path for each property', () => {
  const targets = new Set(
    shapes.getObjects(null, `${sh}targetClass`, null).map(({ value }) => value),
  );
  const types = [...plan.classes.values()].flatMap((cls) => Object.values(cls.types));
  assert.deepEqual([...targets].sort(), types.sort());
  for (const cls of plan.classes.values()) {
    for (const { name, iri } of cls.properties) {
      assert.equal(shapes.countQuads(`${base}#${cls.name}-${name}`, `${sh}path`, iri, null), 1);
    }
  }
});

test('A good record has no violation', async () => {
  const violations = (await resultsOf(good)).filter((result) => result.startsWith('Violation'));
  assert.deepEqual(violations, []);
});

test('What is recommended and missing is a warning', async () => {
  const without = good.replace(/^.*dcat#theme>.*$/m, '');
  assert.ok((await resultsOf(without)).includes('Warning Dataset-theme-recommended'));
});

const dcat = 'http://www.w3.org/ns/dcat#';
const dcterms = 'http://purl.org/dc/terms/';
const data = 'https://data.exempelkommun.se';
const faults = [
  [
    'a missing title',
    'Violation Dataset-title',
    (text: string) => without(text, `luft> <${dcterms}title>`),
  ],
  [
    'a title without a language',
    'Violation Dataset-title',
    (text: string) => text.replace('"Air quality 2025"@en', '"Air quality 2025"'),
  ],
  [
    'two titles in one language',
    'Violation Dataset-title',
    (text: string) => text.replace('"Air quality 2025"@en', '"Annan titel"@sv'),
  ],
  [
    'a missing publisher',
    'Violation Dataset-publisher',
    (text: string) => without(text, `${dcterms}publisher>`),
  ],
  [
    'a publisher that is not described',
    'Violation Dataset-publisher',
    (text: string) => without(text, '<http://dataportal.se/organisation/SE2120009994> <'),
  ],
  [
    'an agent without a type',
    'Violation Agent-type',
    (text: string) => without(text, 'publishertype'),
  ],
  [
    'an agent type that is not in the list',
    'Violation Agent-type',
    (text: string) => text.replace('publishertype/LocalAuthority', 'publishertype/Kommun'),
  ],
  [
    'a contact that is a blank node',
    'Violation ContactPoint',
    (text: string) => text.replaceAll(`<${data}/contacts/oppnadata>`, '_:contact'),
  ],
  [
    'an e-mail address that is no mailto',
    'Violation ContactPoint-hasEmail-pattern',
    (text: string) => text.replace('<mailto:', '<https:'),
  ],
  [
    'a date that is plain text',
    'Violation Dataset-issued',
    (text: string) => text.replace(/"2026-02-01"\^\^<[^>]+>/, '"2026-02-01"'),
  ],
  [
    'two release dates',
    'Violation Dataset-issued',
    (text: string) =>
      `${text}<${data}/datasets/luft> <${dcterms}issued> "2027"^^<http://www.w3.org/2001/XMLSchema#gYear> .\n`,
  ],
  [
    'an availability that is not in the list',
    'Violation Distribution-availability',
    (text: string) => text.replace('planned-availability/STABLE', 'planned-availability/ALWAYS'),
  ],
  [
    'a size that is a decimal',
    'Violation Distribution-byteSize',
    (text: string) => text.replace('nonNegativeInteger', 'decimal'),
  ],
  [
    'a distribution without an address',
    'Violation Distribution-accessUrl',
    (text: string) => without(text, `${dcat}accessURL>`),
  ],
  [
    'an address of another scheme',
    'Warning Distribution-accessUrl-pattern',
    (text: string) => text.replace(`${dcat}accessURL> <https:`, `${dcat}accessURL> <gopher:`),
  ],
  [
    'a box that is plain text',
    'Violation Location-bbox',
    (text: string) => text.replace(/(POLYGON[^"]+")\^\^<[^>]+>/, '$1'),
  ],
  [
    'a checksum without an algorithm',
    'Violation Checksum-algorithm',
    (text: string) => without(text, 'spdx.org/rdf/terms#algorithm'),
  ],
  [
    'a fee that is described in Dublin Core',
    'Violation Offer-description',
    (text: string) => text.replace('http://schema.org/description', `${dcterms}description`),
  ],
] as const;

for (const [what, result, spoil] of faults) {
  test(`The shapes see ${what}`, async () => {
    const bad = spoil(good);
    assert.notEqual(bad, good);
    const results = await resultsOf(bad);
    assert.ok(results.includes(result), `${result} is not in\n${results.join('\n')}`);
  });
}

test('A list that leaves a prefix open takes what is under it', async () => {
  const language = (code: string) =>
    `${good}<${data}/datasets/luft> <${dcterms}language> <http://publications.europa.eu/resource/authority/${code}> .\n`;
  assert.ok(!(await resultsOf(language('language/SMJ'))).includes('Violation Dataset-language'));
  assert.ok((await resultsOf(language('country/SWE'))).includes('Violation Dataset-language'));
});

test('Every shape has its message in Swedish and English', () => {
  for (const subject of shapes.getSubjects(`${sh}path`, null, null)) {
    const messages = shapes.getObjects(subject, `${sh}message`, null);
    const languages = messages.map((message) => 'language' in message && message.language);
    assert.deepEqual(languages.sort(), ['en', 'sv'], subject.value);
  }
});

function without(text: string, part: string): string {
  return text
    .split('\n')
    .filter((line) => !line.includes(part))
    .join('\n');
}

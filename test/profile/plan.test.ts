import assert from 'node:assert/strict';
import test from 'node:test';
import { loadPlan } from '../../src/profile/load-plan.ts';
import { isVocabulary, schemaFolder, schemasWith } from './schema-folder.ts';

const plan = loadPlan(schemaFolder, isVocabulary);
const dcterms = 'http://purl.org/dc/terms/';
const dcat = 'http://www.w3.org/ns/dcat#';
const label = { sv: 'Färg', en: 'Colour' };

test('The plan has every class of DCAT-AP-SE 3.0.1, the main ones first', () => {
  assert.deepEqual(
    [...plan.classes.keys()],
    [
      ...['Catalog', 'Dataset', 'DatasetSeries', 'Distribution', 'DataService', 'Agent'],
      ...['ContactPoint', 'Telephone', 'Address', 'Location', 'PeriodOfTime', 'Checksum'],
      ...['Attribution', 'Relationship', 'ProvenanceStatement', 'RightsStatement', 'Offer'],
      ...['LicenseDocument', 'Standard', 'Document'],
    ],
  );
});

const mandatory = [
  ['Catalog', 'title description publisher license dataset'],
  ['Dataset', 'title description publisher'],
  ['DatasetSeries', 'title description publisher'],
  ['Distribution', 'accessUrl'],
  ['DataService', 'title endpointUrl'],
  ['Agent', 'name type'],
  ['ContactPoint', 'fn hasEmail'],
  ['Telephone', 'hasValue'],
  ['Checksum', 'algorithm checksumValue'],
  ['Attribution', 'hadRole agent'],
  ['Relationship', 'hadRole relation'],
  ['ProvenanceStatement', 'description'],
  ['Offer', 'description'],
] as const;

for (const [name, properties] of mandatory) {
  test(`${name} must have ${properties.replaceAll(' ', ', ')}`, () => {
    const found = plan
      .class(name)
      .properties.filter(({ obligation }) => obligation === 'mandatory');
    assert.deepEqual(
      new Set(found.map((property) => property.name)),
      new Set(properties.split(' ')),
    );
  });
}

test('Properties stand in the order of the groups, then in their own', () => {
  const groups = plan.groups.map(({ name }) => name);
  for (const { properties } of plan.classes.values()) {
    const places = properties.map(({ group, order }) => groups.indexOf(group) * 10_000 + order);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  }
});

test('A property knows its own class’s words and the shared ones', () => {
  const title = plan.class('Catalog').property.get('title');
  assert.equal(title?.label.sv, 'Titel');
  assert.match(title?.help.sv ?? '', /^Katalogens namn/);
  assert.equal(title?.source, 'DCAT-AP-SE 3.0.1, Catalog, dcterms:title');
});

test('Places are named by IRI or described, several at a time', () => {
  const spatial = plan.class('Dataset').property.get('spatial');
  assert.equal(spatial?.node, 'resource');
  assert.equal(spatial?.class, 'Location');
  assert.equal(spatial?.many, true);
  assert.equal(spatial?.vocabulary, 'place');
});

test('A current predicate comes before an old one that is accepted for another property', () => {
  const dataset = plan.class('Dataset');
  assert.deepEqual(names(dataset.byIri.get(`${dcat}version`)), ['version']);
  assert.deepEqual(names(dataset.byIri.get('http://www.w3.org/2002/07/owl#versionInfo')), [
    'version',
  ]);
  const inverse = dataset.byIri.get(`${dcterms}isVersionOf`)?.[0]?.accepts;
  assert.deepEqual(inverse, [
    { iri: `${dcterms}hasVersion` },
    { iri: `${dcterms}isVersionOf`, inverse: true },
  ]);
});

test('A class is found by its types, and by a type of the EU form that no other class has', () => {
  assert.equal(plan.classByType('http://xmlns.com/foaf/0.1/Person')?.name, 'Agent');
  assert.equal(plan.classByType('http://www.w3.org/2006/vcard/ns#Kind')?.name, 'ContactPoint');
  assert.equal(plan.classByType(`${dcterms}RightsStatement`)?.name, 'RightsStatement');
  assert.equal(plan.classByType(`${dcat}Dataset`)?.name, 'Dataset');
  assert.equal(plan.classByType(`${dcat}CatalogRecord`), undefined);
});

test('What breaks the Swedish harvest as a blank node needs an IRI', () => {
  const needing = [...plan.classes.values()].filter(({ needsIri }) => needsIri);
  assert.deepEqual(names(needing), [
    'Catalog',
    'Dataset',
    'DatasetSeries',
    'Distribution',
    'DataService',
    'Agent',
    'ContactPoint',
  ]);
});

test('A series is typed as a dataset too in the EU form', () => {
  assert.deepEqual(plan.class('DatasetSeries').euTypes, [`${dcat}Dataset`]);
});

test('Asking for a class that does not exist is a fault', () => {
  assert.throws(() => plan.class('CatalogRecord'), /no class CatalogRecord/);
});

test('The version changes when a file does', (t) => {
  const folder = schemasWith(t, 'dataset.json', ['x-label'], label);
  assert.notEqual(loadPlan(folder).version, plan.version);
  assert.equal(loadPlan(schemaFolder).version, plan.version);
});

const faults = [
  [
    'an unknown keyword',
    ['properties', 'title', 'x-colour'],
    'green',
    /dataset\.json#\/properties\/title\/x-colour/,
  ],
  ['an unknown keyword of a class', ['x-colour'], 'green', /dataset\.json#\/x-colour/],
  [
    'a label in one language only',
    ['properties', 'version', 'x-label'],
    { sv: 'Version' },
    /version\/x-label\/en: is missing/,
  ],
  [
    'a missing help',
    ['properties', 'version', 'x-help'],
    undefined,
    /version\/x-help: must be an object/,
  ],
  [
    'an unknown prefix',
    ['properties', 'version', 'x-iri'],
    'dcta:version',
    /version\/x-iri: "dcta:version" has a prefix/,
  ],
  ['a predicate without a prefix', ['properties', 'version', 'x-iri'], 'version', /version\/x-iri/],
  [
    'an unknown class',
    ['properties', 'offers', 'x-node'],
    'Price',
    /offers\/x-node: "Price" is no class/,
  ],
  [
    'a class that is not the one referred to',
    ['properties', 'offers', 'x-node'],
    'Agent',
    /offers\/x-node/,
  ],
  [
    'an unknown vocabulary',
    ['properties', 'type', 'x-vocabulary'],
    'colours',
    /type\/x-vocabulary: "colours" is no vocabulary/,
  ],
  [
    'strictness about no vocabulary',
    ['properties', 'source', 'x-strict'],
    true,
    /source\/x-strict/,
  ],
  [
    'an unknown obligation',
    ['properties', 'title', 'x-obligation'],
    'required',
    /title\/x-obligation: "required" is none of/,
  ],
  ['an unknown group', ['properties', 'version', 'x-group'], 'various', /version\/x-group/],
  ['an unknown widget', ['properties', 'version', 'x-widget'], 'slider', /version\/x-widget/],
  [
    'a reference that leads nowhere',
    ['properties', 'title', '$ref'],
    'shared.json#/$defs/titel',
    /title\/\$ref: refers to/,
  ],
  [
    'a pattern that is none',
    ['properties', 'version', 'x-pattern'],
    '(',
    /version\/x-pattern: is no pattern/,
  ],
  [
    'a missing order',
    ['properties', 'title', 'x-order'],
    undefined,
    /title\/x-order: must be a number/,
  ],
  [
    'two names for one meaning',
    ['properties', 'edition'],
    { ...valid(), 'x-iri': 'dcat:version' },
    /edition: means the same as version/,
  ],
  [
    'a name that records use otherwise',
    ['properties', 'extra'],
    valid(),
    /properties\/extra: is a name with another meaning/,
  ],
  [
    'a type term of another class',
    ['x-types'],
    { Agent: 'dcat:Dataset' },
    /x-types|x-default-type/,
  ],
] as const;

for (const [what, path, value, message] of faults) {
  test(`A schema with ${what} is refused with its place`, (t) => {
    const folder = schemasWith(t, 'dataset.json', path, value);
    assert.throws(() => loadPlan(folder, isVocabulary), message);
  });
}

test('Shared parts that refer to each other in a circle are refused', (t) => {
  const folder = schemasWith(
    t,
    'shared.json',
    ['$defs', 'title', '$ref'],
    'shared.json#/$defs/title',
  );
  assert.throws(() => loadPlan(folder), /refers to itself/);
});

test('A folder without a profile is refused', () => {
  assert.throws(() => loadPlan(import.meta.dirname), /no schema file profile\.json/);
});

function names(things: readonly { readonly name: string }[] | undefined): readonly string[] {
  return (things ?? []).map(({ name }) => name);
}

function valid(): Readonly<Record<string, unknown>> {
  return {
    $ref: 'values.json#/$defs/string',
    'x-iri': 'schema:color',
    'x-obligation': 'optional',
    'x-group': 'more',
    'x-order': 900,
    'x-label': label,
    'x-help': label,
  };
}

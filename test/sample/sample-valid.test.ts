/** The sample catalogue is what a newcomer sees first, so it has to be right, and to show each thing that the profile can say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isJsonObject, type JsonValue } from '../../src/kernel/json.ts';
import { base, readSample, type SampleRecord } from './read-sample.ts';

const files = await readSample();
const records = files.flatMap((file) => file.records);
const datasets = recordsOf('Dataset');
const series = recordsOf('DatasetSeries');
const services = recordsOf('DataService');
const legislation = 'http://data.europa.eu/eli/reg_impl/2023/138/oj';

/** One dataset waits for its translation. */
const meant = [/^warning V007 datasets\/skelleftea-lediga-tomter\/(title|description)$/];

for (const { name, records, notes, leftovers, hasBlankNodes } of files) {
  test(`${name} reads without a note, and nothing in it is left over`, () => {
    assert.deepEqual([notes, records.flatMap((record) => record.notes)].flat(), []);
    assert.deepEqual([leftovers, records.flatMap((record) => record.extra)].flat(), []);
  });

  test(`${name} has no blank nodes, and all its records are ours`, () => {
    assert.equal(hasBlankNodes, false);
    assert.deepEqual(
      records.filter(({ iri }) => !iri.startsWith(base)),
      [],
    );
  });

  test(`${name} has no errors, and only the warnings it is meant to show`, () => {
    const found = records.flatMap(({ iri, issues }) =>
      issues
        .filter(({ level }) => level !== 'info')
        .map(({ level, rule, pointer }) => `${level} ${rule} ${iri.slice(base.length)}${pointer}`),
    );
    assert.deepEqual(
      found.filter((issue) => !meant.some((pattern) => pattern.test(issue))),
      [],
    );
  });
}

test('the warnings that are meant do show', () => {
  const shown = records.flatMap(({ iri, issues }) =>
    issues.map(
      ({ level, rule, pointer }) => `${level} ${rule} ${iri.slice(base.length)}${pointer}`,
    ),
  );
  for (const pattern of meant) {
    assert.ok(
      shown.some((issue) => pattern.test(issue)),
      String(pattern),
    );
  }
});

test('five organisations have one catalogue each and between fifty and sixty datasets together', () => {
  assert.equal(files.length, 5);
  assert.equal(recordsOf('Catalog').length, 5);
  assert.ok(datasets.length >= 50 && datasets.length <= 60, String(datasets.length));
});

test('no two records of one class share a title', () => {
  const titles = records.map(
    ({ className, content }) =>
      `${className} ${JSON.stringify(content.publisher)} ${JSON.stringify(content.title)}`,
  );
  assert.equal(new Set(titles).size, titles.length);
});

test('every description has at least two sentences', () => {
  const short = [...datasets, ...series].filter(({ content }) =>
    textsOf(content.description).some((text) => text.split(/[.;] /).length < 2),
  );
  assert.deepEqual(
    short.map(({ iri }) => iri),
    [],
  );
});

test('links between records end at a record', () => {
  const known = new Set(records.map(({ iri }) => iri));
  const dangling = records.flatMap(({ iri, content }) =>
    iris(content)
      .filter((link) =>
        /^https:\/\/data\.example\.se\/(datasets|series|services)\/[^/#]+$/.test(link),
      )
      .filter((link) => !known.has(link))
      .map((link) => `${iri} ${link}`),
  );
  assert.deepEqual(dangling, []);
});

test('series have two members or more, which agree with it where they should', () => {
  assert.ok(series.length >= 3);
  for (const { iri, content } of series) {
    const members = datasets.filter((dataset) => list(dataset.content.inSeries).includes(iri));
    assert.ok(members.length >= 2, iri);
    for (const member of members) {
      for (const name of ['publisher', 'keyword', 'theme', 'hvdCategory', 'conformsTo', 'page']) {
        assert.deepEqual(member.content[name], content[name], `${member.iri} ${name}`);
      }
    }
  }
});

test('high-value datasets have a marked distribution and a documented, marked service', () => {
  const marked = datasets.filter(isHighValue);
  assert.ok(marked.length >= 10);
  for (const { iri, content } of marked) {
    const distributions = list(content.distribution).filter(isJsonObject);
    assert.ok(distributions.some(isMarked), iri);
    assert.ok(
      distributions.every(
        ({ license, hvdCategory }) => license !== undefined && hvdCategory === undefined,
      ),
      iri,
    );
    const reached = distributions.flatMap(({ accessService }) => list(accessService));
    const service = services.find((one) => reached.includes(one.iri) && isHighValue(one));
    assert.ok(service, iri);
    assert.ok(list(service.content.servesDataset).includes(iri), iri);
    for (const name of ['contactPoint', 'page', 'license', 'endpointDescription', 'hvdCategory']) {
      assert.ok(service.content[name] !== undefined, `${service.iri} ${name}`);
    }
  }
});

test('it shows protected data, fees, other actors, checksums, rights and services that stand alone', () => {
  const restricted = datasets.filter(({ content }) =>
    String(content.accessRights).endsWith('/RESTRICTED'),
  );
  assert.ok(restricted.length >= 1);
  for (const { iri, content } of restricted) {
    const [distribution] = list(content.distribution).filter(isJsonObject);
    assert.ok(distribution, iri);
    for (const name of ['accessUrl', 'format', 'byteSize', 'rights']) {
      assert.ok(distribution[name] !== undefined, `${iri} ${name}`);
    }
  }
  assert.ok(datasets.some(({ content }) => content.offers !== undefined));
  assert.ok(datasets.some(({ content }) => content.qualifiedAttribution !== undefined));
  const distributions = datasets.flatMap(({ content }) =>
    list(content.distribution).filter(isJsonObject),
  );
  assert.ok(distributions.some(({ checksum, byteSize }) => checksum && byteSize));
  assert.ok(services.filter(({ content }) => content.servesDataset === undefined).length >= 2);
});

function recordsOf(className: string): readonly SampleRecord[] {
  return records.filter((record) => record.className === className);
}

function isHighValue({ content }: SampleRecord): boolean {
  return list(content.applicableLegislation).includes(legislation);
}

function isMarked(node: { readonly [key: string]: JsonValue }): boolean {
  return list(node.applicableLegislation).includes(legislation);
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The texts of a language map. */
function textsOf(value: JsonValue | undefined): readonly string[] {
  return isJsonObject(value) ? Object.values(value).flatMap(list).map(String) : [];
}

/** Every string anywhere in the value. */
function iris(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(iris);
  return isJsonObject(value) ? Object.values(value).flatMap(iris) : [];
}

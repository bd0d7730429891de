import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Issue } from '../../src/kernel/issue.ts';
import { extraStatement } from '../../src/profile/judge-extra.ts';
import { isDate, isLanguage } from '../../src/profile/judge-lexical.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import { settle } from '../../src/profile/settle.ts';
import { catalog, dataset, distribution, plan, validate, vocabularies } from './sample-records.ts';

function issuesOf(changes: Readonly<Record<string, unknown>>): readonly Issue[] {
  return validate({ ...dataset, ...changes } as NodeObject, 'Dataset');
}

type Case = readonly [
  what: string,
  changes: Readonly<Record<string, unknown>>,
  rule: string,
  pointer: string,
];

/** Faults in the form of the JSON: none of these records can be stored. */
const cases: readonly Case[] = [
  ['a property that nobody knows', { colour: 'blue' }, 'unknown-property', '/colour'],
  [
    'an unknown property of a nested node',
    { distribution: [{ ...distribution, colour: 1 }] },
    'unknown-property',
    '/distribution/0/colour',
  ],
  [
    'a property that the program makes itself',
    { '@type': 'Dataset', 'a/b~c': 1 },
    'unknown-property',
    '/a~1b~0c',
  ],
  ['text instead of a language map', { title: 'Bad' }, 'wrong-type', '/title'],
  ['a number instead of text', { title: { sv: 1 } }, 'wrong-type', '/title/sv'],
  ['one text where a list belongs', { keyword: { sv: 'bad' } }, 'wrong-type', '/keyword/sv'],
  ['one value where a list belongs', { theme: 'urn:a' }, 'wrong-type', '/theme'],
  ['an object where an IRI belongs', { accessRights: {} }, 'wrong-type', '/accessRights'],
  ['a number where a node belongs', { publisher: 7 }, 'wrong-type', '/publisher'],
  ['a list in a list', { distribution: [[distribution]] }, 'wrong-type', '/distribution/0'],
  [
    'a decimal given as a number',
    { spatialResolutionInMeters: 2.5 },
    'wrong-type',
    '/spatialResolutionInMeters',
  ],
  [
    'a size that is not whole',
    { distribution: [{ ...distribution, byteSize: 1.5 }] },
    'wrong-type',
    '/distribution/0/byteSize',
  ],
  [
    'a negative size',
    { distribution: [{ ...distribution, byteSize: -1 }] },
    'malformed-value',
    '/distribution/0/byteSize',
  ],
  ['several values of one', { accessRights: ['urn:a', 'urn:b'] }, 'V004', '/accessRights'],
  [
    'a language that is none',
    { title: { svenskaspråket: 'Bad' } },
    'language-tag',
    '/title/svenskaspråket',
  ],
  [
    'a type of another class',
    { publisher: { '@type': 'Dataset' } },
    'unknown-type',
    '/publisher/@type',
  ],
  ['no type at all in a list', { '@type': [] }, 'unknown-type', '/@type'],
  ['a blank node label', { '@id': '_:b0' }, 'V001', '/@id'],
  ['an IRI with a quotation mark', { theme: ['http://example.se/"'] }, 'V001', '/theme/0'],
  [
    'a media type that cannot be an IRI',
    { distribution: [{ ...distribution, mediaType: 'text csv' }] },
    'V001',
    '/distribution/0/mediaType',
  ],
  [
    'an odd number of hexadecimal digits',
    { distribution: [{ ...distribution, checksum: { checksumValue: 'abc' } }] },
    'malformed-value',
    '/distribution/0/checksum/checksumValue',
  ],
  ['a control character', { title: { sv: 'Bad\u0007' } }, 'unwritable-character', '/title/sv'],
  [
    'half a surrogate pair',
    { keyword: { sv: ['bad', '\ud800'] } },
    'unwritable-character',
    '/keyword/sv/1',
  ],
  [
    'U+FFFE deep inside',
    { distribution: [{ ...distribution, title: { sv: '\ufffe' } }] },
    'unwritable-character',
    '/distribution/0/title/sv',
  ],
  ['a key with a control character', { 'a\u0000': 1 }, 'unwritable-character', ''],
  [
    'a line of extra that is no statement',
    { extra: ['<urn:a> <urn:b>'] },
    'extra-statement',
    '/extra/0',
  ],
  [
    'a line of extra about another’s thing',
    { extra: ['<urn:other> <urn:b> "c" .'] },
    'extra-statement',
    '/extra/0',
  ],
  [
    'a line of extra with two statements',
    { extra: [`<${dataset['@id']}> <urn:b> "c" .\n<urn:x> <urn:b> "c" .`] },
    'extra-statement',
    '/extra/0',
  ],
];

for (const [what, changes, rule, pointer] of cases) {
  test(`${what} cannot be stored`, () => {
    const issues = issuesOf(changes).filter((issue) => issue.blocks === 'storing');
    assert.ok(
      issues.some(
        (issue) => issue.rule === rule && issue.pointer === pointer && issue.level === 'error',
      ),
      JSON.stringify(issues, undefined, 1),
    );
  });
}

test('a misspelt property is told by the name that was probably meant', () => {
  const slips = {
    titel: 'title',
    'dcterms:title': 'title',
    contact_point: 'contactPoint',
    landingpage: 'landingPage',
  };
  for (const [wrong, right] of Object.entries(slips)) {
    const [issue] = issuesOf({ [wrong]: {} }).filter(({ rule }) => rule === 'unknown-property');
    assert.ok(issue?.message.sv.endsWith(`Menade du ”${right}”?`), String(issue?.message.sv));
    assert.ok(issue?.message.en.endsWith(`Did you mean "${right}"?`), String(issue?.message.en));
  }
});

test('what the program fills in itself is told so', () => {
  const [issue] = validate({ '@id': 'urn:c', dataset: ['urn:d'] }, 'Catalog');
  assert.match(issue?.message.en ?? '', /filled in by the system/);
});

test('a word instead of an IRI is told by the concept that it means', () => {
  const [issue] = issuesOf({ language: ['sv'] });
  assert.match(
    issue?.message.en ?? '',
    /Did you mean http:\/\/publications\.europa\.eu\/resource\/authority\/language\/SWE\?$/,
  );
});

test('keys that JavaScript gives a meaning are refused like any other', () => {
  const record = JSON.parse(
    '{"__proto__":{"title":{"sv":"x"}},"constructor":1,"title":{"__proto__":"x","constructor":"y","sv":"Bad"}}',
  );
  const pointers = validate(record, 'Dataset')
    .filter(({ blocks }) => blocks === 'storing')
    .map(({ pointer }) => pointer);
  assert.deepEqual(pointers, [
    '/__proto__',
    '/constructor',
    '/title/__proto__',
    '/title/constructor',
  ]);
});

test('a record nested a hundred thousand deep is refused without looking further', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{"publisher":', '}'],
  ] as const) {
    const inner = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    const issues = validate(JSON.parse(`{"publisher":${inner}}`), 'Dataset');
    assert.deepEqual(
      issues.map(({ rule, blocks }) => [rule, blocks]),
      [['too-deep', 'storing']],
    );
  }
});

test('all issues come at once, errors first and then by place', () => {
  const issues = issuesOf({
    title: 'Bad',
    colour: 1,
    issued: 'x',
    publisher: undefined,
    keyword: undefined,
    description: { sv: 'x' },
  });
  assert.deepEqual(
    issues.map(({ rule, level, pointer }) => [rule, level, pointer]),
    [
      ['unknown-property', 'error', '/colour'],
      ['V008', 'error', '/issued'],
      ['V004', 'error', '/publisher'],
      ['wrong-type', 'error', '/title'],
      ['V007', 'warning', '/description'],
      ['V005', 'warning', '/keyword'],
    ],
  );
});

test('of a thousand issues the worst five hundred are told, and none that blocks storing is lost behind milder ones', () => {
  const keyword = { sv: Array.from({ length: 1000 }, () => 'a,b') };
  const issues = issuesOf({ keyword, zzz: 1 });
  assert.equal(issues.length, 500);
  assert.equal(issues[0]?.rule, 'unknown-property');
});

test('a value that cannot be kept is told once', () => {
  const issues = issuesOf({ landingPage: ['a b'] });
  assert.deepEqual(
    issues.map(({ rule }) => rule),
    ['V001'],
  );
});

test('an unknown statement about the record itself may be kept', () => {
  const lines = [
    `<${dataset['@id']}> <http://example.se/p> "text \\"med\\" citat"@sv .`,
    `<${dataset['@id']}> <http://example.se/p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
    `<${distribution['@id']}> <http://example.se/p> <http://example.se/o> .`,
    `<${dataset['@id']}> <http://example.se/p> _:b0 .`,
    '_:b0 <http://example.se/p> "x" .',
    '<http://example.se/o> <http://example.se/p> "what is named may be described" .',
    `<${dataset.publisher}> <http://example.se/p> "so may what the record refers to" .`,
  ];
  assert.deepEqual(issuesOf({ extra: lines }), []);
});

test('a statement hides nothing behind escapes', () => {
  assert.deepEqual(extraStatement('<urn:\\u0061> <urn:p> "o" .'), {
    subject: 'urn:a',
    predicate: 'urn:p',
    object: undefined,
  });
  for (const line of [
    '<urn:\\u003e> <urn:p> "o" .',
    '<urn:a> <urn:p> "\\u0000" .',
    '<urn:a> <urn:p> "\\b" .',
    '<urn:a> <urn:p> "\\uD800" .',
    '<a> <urn:p> "o" .',
    '<urn:a> <urn:p> "\\U00110000" .',
  ]) {
    assert.equal(extraStatement(line), undefined, line);
  }
});

test('a settled record that says something is judged as before it was settled', () => {
  const { content } = settle(dataset, 'Dataset', plan, {
    iri: String(dataset['@id']),
    vocabularies,
  });
  assert.deepEqual(validate(content, 'Dataset'), []);
});

test('dates exist, in one of four precisions and perhaps with a time zone', () => {
  for (const date of [
    '2026',
    '-0044',
    '12026',
    '2026-10',
    '2026-10-01',
    '2024-02-29',
    '2026-10-01Z',
    '2026-10-01T24:00:00',
    '2026-10-01T08:00:00.5+02:00',
  ]) {
    assert.ok(isDate(date), date);
  }
  for (const date of [
    '',
    '26',
    '02026',
    '2026-13',
    '2026-00',
    '2026-04-31',
    '2025-02-29',
    '2026-10-01T25:00:00',
    '2026-10-01T08:60:00',
    '2026-10-01T08:00',
    '2026-10-01 08:00:00',
    '2026-10-01T08:00:00+15:00',
    '1/10 2026',
  ]) {
    assert.ok(!isDate(date), date);
  }
});

test('extra speaks of no catalogue records, and makes none of the links that the system makes', () => {
  const iri = String(catalog['@id']);
  const issueOf = (line: string) => {
    const [issue] = validate({ ...catalog, extra: [line] }, 'Catalog').filter(({ pointer }) =>
      pointer.startsWith('/extra'),
    );
    return issue === undefined ? undefined : [issue.rule, issue.blocks];
  };
  const dcat = 'http://www.w3.org/ns/dcat#';
  assert.deepEqual(issueOf(`<${iri}> <${dcat}record> <urn:r> .`), ['V025', 'publishing']);
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
  assert.deepEqual(issueOf(`<urn:r> <${type}> <${dcat}CatalogRecord> .`), ['V025', 'publishing']);
  assert.deepEqual(issueOf(`<${iri}> <${dcat}dataset> <urn:d> .`), ['extra-statement', 'storing']);
  assert.equal(issueOf('<urn:part> <http://www.w3.org/ns/dcat#dataset> <urn:d> .'), undefined);
});

test('language tags are those of BCP 47, and @none', () => {
  for (const tag of ['sv', 'en-GB', 'en-t-sv-t0-abcd', 'zh-Hant-TW', '@none'])
    assert.ok(isLanguage(tag), tag);
  for (const tag of ['', 'sv_SE', 'svenskaspråket', '@sv', '__proto__', 'constructor', 'sv-'])
    assert.ok(!isLanguage(tag), tag);
});

test('validation never throws, whatever the JSON, and every issue points into it', () => {
  const names = ['Dataset', 'Distribution', 'Agent', 'Catalog'].flatMap((name) => [
    ...plan.class(name).property.keys(),
  ]);
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(
        null,
        '',
        'sv',
        'urn:a',
        'POLYGON((1 1))',
        'POINT(',
        '2025-01',
        1,
        -0.5,
        true,
      ),
      fc.string({ unit: 'binary' }),
      fc.array(tie('anything'), { maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom(...names, '@id', '@type', 'extra', 'sv', '@none', '__proto__', 'a/b'),
        tie('anything'),
        { maxKeys: 6 },
      ),
    ),
  }));
  fc.assert(
    fc.property(anything, fc.constantFrom(...plan.classes.keys()), (record, className) => {
      for (const { pointer, message } of validate(record as NodeObject, className)) {
        assert.match(pointer, /^(\/([^~/]|~[01])*)*$/);
        assert.ok(message.sv !== '' && message.en !== '');
      }
    }),
    { numRuns: 1000 },
  );
});

test('hostile texts cost no more than reading them', () => {
  const many = 200_000;
  const texts = [
    `POLYGON${' '.repeat(many)}x`,
    `POINT(${'a'.repeat(many)})`,
    `http://x.se/${'/'.repeat(many)}x`,
    `${' '.repeat(many)};`,
    '_:'.repeat(many),
  ];
  const begun = performance.now();
  for (const text of texts) {
    const nodes = {
      spatial: [{ geometry: text, bbox: text }],
      distribution: [{ ...distribution, format: text, license: text }],
    };
    issuesOf({ ...nodes, theme: [text], issued: text, extra: [text], [text]: text });
  }
  assert.ok(performance.now() - begun < 5000);
});

test('a record with more faults than a call may have arguments is judged all the same', () => {
  const many = Array.from({ length: 60_000 }, () => ({}));
  assert(issuesOf({ distribution: many }).length > 0);
});

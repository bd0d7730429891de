import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { NodeObject, RecordContent } from '../../src/profile/record.ts';
import type { SyntaxName } from '../../src/rdf/syntaxes/registry.ts';
import type { RefusedStatement } from '../../src/rdf/syntaxes/syntax.ts';
import { canonicalGraph, isBlank, parseGraph } from './graph.ts';
import { exampleAgent, exampleCatalog, exampleDataset, exampleMembers } from './worked-example.ts';
import { context, writeExample, writers } from './writing.ts';

const syntaxNames: readonly SyntaxName[] = ['ttl', 'rdf', 'jsonld', 'nt'];

async function canonical(text: string, syntax: SyntaxName): Promise<readonly string[]> {
  return canonicalGraph(await parseGraph(text, syntax, context));
}

/** The graph that all four syntaxes give for one record. */
async function sameInAll(
  content: RecordContent,
  className: string,
  names: readonly SyntaxName[] = syntaxNames,
): Promise<readonly string[]> {
  const graphs = await Promise.all(
    names.map((syntax) => canonical(writers.record(content, className, { syntax }), syntax)),
  );
  for (const graph of graphs) assert.deepEqual(graph, graphs[0]);
  return graphs[0] ?? [];
}

for (const profile of ['se', 'eu'] as const) {
  test(`the worked example is the same graph in all four syntaxes, profile ${profile}`, async () => {
    const expected = await canonical(writeExample({ syntax: 'nt', profile }), 'nt');
    assert.ok(expected.length > 140);
    for (const syntax of syntaxNames) {
      const graph = await canonical(writeExample({ syntax, profile }), syntax);
      assert.deepEqual(graph, expected, syntax);
    }
  });

  test(`no blank node is made, profile ${profile}`, async () => {
    const quads = await parseGraph(writeExample({ syntax: 'ttl', profile }), 'ttl');
    assert.ok(!quads.some(({ subject, object }) => isBlank(subject) || isBlank(object)));
  });
}

test('the Swedish form of the worked example is the published one, but for our IRIs on helper nodes', async () => {
  const published = readFileSync('test/rdf/worked-example.ttl', 'utf8');
  const lines = writeExample({ syntax: 'nt' });
  // Helper nodes are the only things of this host that have a fragment.
  const blanked = lines.replace(
    /<https:\/\/data\.exempelkommun\.se\/([^>]*#[^>]*)>/g,
    (_all, path: string) => `_:${path.replace(/\W/g, '')}`,
  );
  assert.deepEqual(await canonical(blanked, 'nt'), await canonical(published, 'ttl'));
});

test('the text does not depend on the order of keys in the record', () => {
  const turned = Object.fromEntries(Object.entries(exampleDataset).reverse());
  for (const syntax of syntaxNames) {
    assert.equal(
      writers.record({ ...exampleDataset, ...turned }, 'Dataset', { syntax }),
      writers.record(exampleDataset, 'Dataset', { syntax }),
    );
    const reversed = { ...turned, '@id': exampleDataset['@id'], '@type': 'Dataset' };
    assert.equal(
      writers.record(reversed, 'Dataset', { syntax }),
      writers.record(exampleDataset, 'Dataset', { syntax }),
    );
  }
});

test('dates get the type that their form says', async () => {
  const temporal = ['2026', '2026-10', '2026-10-01', '2026-10-01T08:00:00Z', '2026-10-01+02:00'];
  const graph = await sameInAll(
    {
      '@id': 'https://example.org/d',
      '@type': 'Dataset',
      temporal: temporal.map((startDate, index) => ({
        '@id': `https://example.org/d#t${index}`,
        '@type': 'PeriodOfTime',
        startDate,
      })),
    },
    'Dataset',
  );
  const types = graph
    .filter((line) => line.includes('startDate'))
    .map((line) => /#(\w+)>$/.exec(line)?.[1]);
  assert.deepEqual(types, ['gYear', 'gYearMonth', 'date', 'dateTime', 'date']);
});

test('numbers, durations, hexadecimal and geometries are typed, and a media type is an IRI', async () => {
  const graph = await sameInAll(
    {
      '@id': 'https://example.org/x',
      '@type': 'Distribution',
      byteSize: 12345678901234,
      spatialResolutionInMeters: '0.50',
      temporalResolution: 'P1Y',
      mediaType: 'text/csv',
      checksum: { '@id': 'https://example.org/x#c', '@type': 'Checksum', checksumValue: 'ab12' },
    },
    'Distribution',
  );
  const objects = graph.map((line) => line.split(' ').slice(2).join(' '));
  for (const expected of [
    '"12345678901234"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>',
    '"0.50"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    '"P1Y"^^<http://www.w3.org/2001/XMLSchema#duration>',
    '<https://www.iana.org/assignments/media-types/text/csv>',
    '"ab12"^^<http://www.w3.org/2001/XMLSchema#hexBinary>',
  ]) {
    assert.ok(objects.includes(expected), expected);
  }
});

test('extra statements are written in every syntax, blank nodes apart in each record', async () => {
  const extra = (id: string) => [
    `<${id}> <http://example.org/ns/knows> _:b0 .`,
    `<${id}> <http://example.org/ns/note> "a \\"b\\"\\nc\\u00e5"@en-GB .`,
    `<${id}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/ns/Thing> .`,
    `_:b0 <http://www.w3.org/2000/01/rdf-schema#label> "${id}" .`,
    '_:b0 <http://example.org/ns/size> "4"^^<http://www.w3.org/2001/XMLSchema#integer> .',
  ];
  const graphs = await Promise.all(
    syntaxNames.map((syntax) => {
      const document = writers.document({ syntax });
      const records = ['https://example.org/1', 'https://example.org/2'].map((id) =>
        document.record({ '@id': id, '@type': 'Dataset', extra: extra(id) }, 'Dataset'),
      );
      return canonical([document.open(), ...records, document.close()].join(''), syntax);
    }),
  );
  for (const graph of graphs) assert.deepEqual(graph, graphs[0]);
  assert.equal(graphs[0]?.length, 12);
  const blanks = new Set(graphs[0]?.flatMap((line) => line.match(/_:\w+/g) ?? []));
  assert.equal(blanks.size, 2);
});

test('what RDF/XML cannot carry is left out with a note, and the document stays whole', async () => {
  const refused: RefusedStatement[] = [];
  const content: RecordContent = {
    '@id': 'https://example.org/d',
    '@type': 'Dataset',
    title: { sv: 'en klocka: \u0007', en: 'a bell' },
    extra: [
      '<https://example.org/d> <http://example.org/123> "digits" .',
      '<https://example.org/d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> "li" .',
      '<https://example.org/d> <http://example.org/ok> "\\u0001" .',
      '<https://example.org/d> <http://example.org/åäö> "kept" .',
      'not a statement',
    ],
  };
  const text = writers.record(content, 'Dataset', {
    syntax: 'rdf',
    refused: (statement) => refused.push(statement),
  });
  const graph = await canonical(text, 'rdf');
  assert.equal(graph.length, 3);
  assert.deepEqual(
    refused.map(({ reason }) => reason),
    [
      'character-not-allowed',
      'line-not-n-triples',
      'predicate-not-splittable',
      'predicate-not-splittable',
      'character-not-allowed',
    ],
  );
  assert.equal((await sameInAll(content, 'Dataset', ['ttl', 'nt', 'jsonld'])).length, 7);
});

test('an IRI that could break a document is encoded, and one that is not absolute is left out', async () => {
  const content: RecordContent = {
    '@id': 'https://example.org/d',
    '@type': 'Dataset',
    landingPage: ['https://example.org/a b>"<x', 'www.example.org', 'https://example.org/?a=1&b=2'],
  };
  const graph = await sameInAll(content, 'Dataset');
  assert.deepEqual(
    graph.filter((line) => line.includes('landingPage')).map((line) => line.split(' ')[2]),
    ['<https://example.org/?a=1&b=2>', '<https://example.org/a%20b%3E%22%3Cx>'],
  );
});

test('a shared contact is described once, and again only where it differs', () => {
  const contact = (name: string): NodeObject => ({
    '@id': 'https://example.org/contact',
    '@type': 'ContactOrganization',
    fn: { sv: name },
    hasUrl: ['https://example.org/about'],
  });
  for (const profile of ['se', 'eu'] as const) {
    const document = writers.document({ syntax: 'nt', profile });
    const write = (id: number, name: string) =>
      document.record(
        {
          '@id': `https://example.org/${id}`,
          '@type': 'Dataset',
          contactPoint: [{ ...contact(name) } as never],
        },
        'Dataset',
      );
    const described = [write(1, 'A'), write(2, 'A'), write(3, 'B'), write(4, 'A')].map((text) =>
      text.includes('#fn>'),
    );
    assert.deepEqual(described, [true, false, true, false]);
  }
});

test('a shared contact with telephone and address is described once, and so are they', () => {
  const contact: NodeObject = {
    '@id': 'https://example.org/contact',
    '@type': 'ContactOrganization',
    hasTelephone: [{ '@id': 'https://example.org/contact#t', hasValue: 'tel:+46101' }],
  };
  for (const syntax of syntaxNames) {
    const document = writers.document({ syntax });
    const texts = [1, 10, 3].map((id) =>
      document.record(
        {
          '@id': `https://example.org/${id}`,
          '@type': 'Dataset',
          contactPoint: [{ ...contact } as never],
        },
        'Dataset',
      ),
    );
    assert.deepEqual(
      texts.map((text) => text.includes('tel:+46101')),
      [true, false, false],
    );
    assert.deepEqual(
      texts.map((text) => text.includes('contact#t')),
      [true, false, false],
    );
  }
});

test('an organisation that a record describes word for word is not described again', async () => {
  for (const syntax of syntaxNames) {
    const document = writers.document({ syntax });
    const { '@id': publisher } = exampleAgent;
    const catalog = { ...exampleCatalog, publisher: { ...exampleAgent } as never };
    const text = [document.open(), document.catalog(catalog), document.close()];
    text.splice(2, 0, document.record(exampleAgent, 'Agent'));
    assert.equal(text[2], '', syntax);
    const graph = await canonical(text.join(''), syntax);
    assert.ok(graph.some((line) => line.startsWith(`<${publisher}>`)));
  }
});

test('a contact whose IRI only begins like the record’s is not taken for a part of it', () => {
  const document = writers.document({ syntax: 'nt' });
  const write = (iri: string) =>
    document.record(
      {
        '@id': iri,
        '@type': 'Dataset',
        contactPoint: [{ '@id': 'https://example.org/10#contact', fn: { sv: 'A' } } as never],
      },
      'Dataset',
    );
  assert.ok(write('https://example.org/2').includes('#fn>'));
  assert.ok(!write('https://example.org/1').includes('#fn>'));
});

test('members in batches are the same graph as members at once', async () => {
  for (const syntax of syntaxNames) {
    const whole = writers.document({ syntax });
    const parts = writers.document({ syntax });
    const at = exampleCatalog['@id'];
    const once = [whole.open(), whole.catalog(exampleCatalog, exampleMembers), whole.close()];
    const batches = [
      parts.open(),
      parts.catalog(exampleCatalog),
      ...exampleMembers.dataset.map((iri) => parts.members(at, { dataset: [iri] })),
      parts.members(at, { dataset: [] }),
      parts.members(at, { service: exampleMembers.service }),
      parts.close(),
    ];
    assert.deepEqual(
      await canonical(batches.join(''), syntax),
      await canonical(once.join(''), syntax),
    );
  }
});

test('a document about one record describes the agents that are handed in', async () => {
  const options = { syntax: 'ttl', describe: [exampleAgent] } as const;
  const graph = await canonical(writers.record(exampleDataset, 'Dataset', options), 'ttl');
  assert.ok(graph.some((line) => line.endsWith('"Exempelkommun"@sv')));
});

test('plain statements are one document in every syntax, an empty list too', async () => {
  const statements = [
    {
      subject: 'https://example.org/page',
      predicate: 'http://www.w3.org/ns/hydra/core#totalItems',
      object: { value: '12' },
    },
    {
      subject: 'https://example.org/page',
      predicate: 'http://www.w3.org/ns/hydra/core#next',
      object: { iri: 'https://example.org/page?2' },
    },
    {
      subject: 'https://example.org/c',
      predicate: 'http://www.w3.org/2004/02/skos/core#prefLabel',
      object: { value: 'Miljö', language: 'sv' },
    },
  ];
  for (const syntax of syntaxNames) {
    assert.equal((await canonical(writers.statements(statements, syntax), syntax)).length, 3);
    assert.deepEqual(await canonical(writers.statements([], syntax), syntax), []);
  }
});

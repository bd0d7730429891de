import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe } from '../../src/catalog/describe.ts';
import { classOf, type Kind } from '../../src/catalog/resource.ts';
import { assetAddress } from '../../src/portal/assets.ts';
import { bundleIslands } from '../../src/portal/bundle.ts';
import type { Judge, judgeFrom } from '../../src/portal/islands/judge.ts';
import { judgingDocument } from '../../src/profile/judging-document.ts';
import { loadProfile } from '../../src/profile/load-profile.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import { mutatedRecords, samples } from '../profile/mutated-records.ts';
import { vocabularies } from '../profile/sample-records.ts';

const kinds: readonly Kind[] = ['catalog', 'dataset', 'series', 'service'];
const base = 'https://data.example.se';
const profile = loadProfile('schemas/dcat-ap-se', vocabularies);
const judges = new Map<Kind, Judge>();
let folder = '';

/** The very files that browsers load, loaded. */
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'islands-'));
  for (const { name, bytes } of await bundleIslands()) writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const file = join(folder, assetAddress.island('judge').slice('/assets/'.length));
  const bundle: { readonly judgeFrom: typeof judgeFrom } = await import(pathToFileURL(file).href);
  // What comes over the wire is text.
  const document = JSON.parse(JSON.stringify(judgingDocument(profile)));
  for (const kind of kinds)
    judges.set(kind, bundle.judgeFrom(document, { ...subjectOf(kind), base }));
});

after(() => rmSync(folder, { recursive: true, force: true }));

function subjectOf(kind: Kind) {
  return { kind, name: 'bad', iri: `${base}/datasets/bad`, owner: 'umea' } as const;
}

function assertSame(record: NodeObject, className: string): void {
  const kind = kinds.find((one) => classOf[one] === className);
  assert.ok(kind !== undefined);
  const { content, issues } = describe({ profile, base }, subjectOf(kind), record);
  const judged = judges.get(kind)?.judge(record);
  assert.deepEqual(judged?.issues, issues);
  assert.deepEqual(judged?.content, content);
}

test('the browser judges sample records as the server does', () => {
  for (const { record, className } of samples) assertSame(record, className);
});

test('the browser judges records with mistakes as the server does', () => {
  fc.assert(
    fc.property(mutatedRecords, ({ record, className }) => assertSame(record, className)),
    { numRuns: 500 },
  );
});

test('the browser names nodes that came without an address as the server does', () => {
  const node = { fn: { sv: 'Öppna data' }, hasAddress: [{ locality: { sv: 'Umeå' } }] };
  for (const contactPoint of [[node], [{ ...node, '@id': 'https://other.example.se/contact' }]])
    assertSame({ title: { sv: 'Bad' }, contactPoint }, 'Dataset');
});

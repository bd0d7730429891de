import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tableJudge } from '../../src/standards/judge-table.ts';
import type { StandardVersion } from '../../src/standards/standard.ts';
import { readCsv } from '../../src/tables/csv.ts';
import { standards, surroundings } from './surroundings.ts';

interface Expected {
  readonly row?: number;
  readonly column: string;
  readonly code: string;
}

const versions = standards.flatMap((standard) => standard.versions);
const files = ['valid.csv', 'invalid-values.csv', 'invalid-structure.csv', 'invalid.csv'];

function folderOf({ standard, version }: StandardVersion): URL {
  return new URL(`../../schemas/standards/${standard}/examples/${version}/`, import.meta.url);
}

function expectedOf(version: StandardVersion): Readonly<Record<string, readonly Expected[]>> {
  return JSON.parse(readFileSync(new URL('expected.json', folderOf(version)), 'utf8'));
}

/** What a judge finds in a file, as the examples write it, sorted. */
function foundIn(version: StandardVersion, file: URL): readonly string[] {
  const [header = [], ...rows] = readCsv(readFileSync(file), 'example').rows;
  const found: Expected[] = [];
  const judge = tableJudge(version, header, {
    ...surroundings,
    found: ({ row, column, code }) => found.push({ row, column, code }),
  });
  rows.forEach((cells, index) => {
    judge.row(cells, index + 2);
  });
  const { faults, unknown } = judge.judgement().header;
  const strange = unknown.map((one) => ({ column: one.found, code: 'unknown-column' }));
  return said([...found, ...faults, ...strange]);
}

function said(findings: readonly Expected[]): readonly string[] {
  return findings.map(({ row, column, code }) => `${row ?? 'header'} ${column} ${code}`).sort();
}

for (const version of versions) {
  const name = `${version.standard} ${version.version}`;

  test(`the examples of ${name} are found to be what they say, no more and no less`, () => {
    const expected = expectedOf(version);
    assert.deepEqual(Object.keys(expected).sort(), files.toSorted());
    for (const file of files) {
      // Personal identity numbers are looked for by the gate before publication, not by the judge of a table.
      const judged = (expected[file] ?? []).filter(({ code }) => code !== 'personnummer');
      assert.deepEqual(foundIn(version, new URL(file, folderOf(version))), said(judged), file);
    }
  });

  test(`the examples of ${name} are in the dialect to publish, and the invalid are of several kinds`, () => {
    for (const file of files) {
      const at = new URL(file, folderOf(version));
      assert.ok(existsSync(at), file);
      const text = readFileSync(at, 'utf8');
      assert.ok(!text.startsWith('\ufeff') && !/[^\r]\n/.test(text) && text.endsWith('\r\n'), file);
    }
    const header = readFileSync(new URL('valid.csv', folderOf(version)), 'utf8').split('\r\n')[0];
    assert.equal(header, version.columns.map((column) => column.name).join(','));
    const { 'valid.csv': valid, 'invalid-values.csv': values = [] } = expectedOf(version);
    assert.deepEqual(valid, []);
    assert.ok(new Set(values.map(({ code }) => code)).size >= 5);
  });
}

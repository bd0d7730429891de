import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type RowFinding, tableJudge } from '../../src/standards/judge-table.ts';
import { readCsv } from '../../src/tables/csv.ts';
import { standards, surroundings } from './surroundings.ts';

interface Expected {
  readonly row?: number;
  readonly column: string;
  readonly code: string;
}

const order = ({ row = 0, column, code }: Expected): string =>
  `${String(row).padStart(4, '0')} ${column} ${code}`;

for (const version of standards.flatMap((standard) => standard.versions)) {
  const folder = new URL(
    `../../schemas/standards/${version.standard}/examples/${version.version}/`,
    import.meta.url,
  );
  test(`the examples of ${version.standard} ${version.version} are found to be what they are examples of`, () => {
    assert.ok(existsSync(folder), 'every version has examples');
    const expected: Readonly<Record<string, readonly Expected[]>> = JSON.parse(
      readFileSync(new URL('expected.json', folder), 'utf8'),
    );
    for (const file of ['valid', 'invalid-values', 'invalid-structure', 'invalid']) {
      const name = `${file}.csv`;
      const [header = [], ...rows] = readCsv(readFileSync(new URL(name, folder)), name).rows;
      const found: RowFinding[] = [];
      const judge = tableJudge(version, header, {
        ...surroundings,
        found: (finding) => found.push(finding),
      });
      for (const [index, cells] of rows.entries()) judge.row(cells, index + 2);
      const { header: matched, isValid, rows: count } = judge.judgement();
      const all: readonly Expected[] = [
        ...matched.faults.map(({ code, column }) => ({ code, column })),
        ...matched.unknown.map(({ found: column }) => ({ code: 'unknown-column', column })),
        ...found.map(({ row, column, code }) => ({ row, column, code })),
      ];
      assert.deepEqual(
        all.map(order).toSorted(),
        (expected[name] ?? []).map(order).toSorted(),
        name,
      );
      assert.equal(isValid, file === 'valid', name);
      assert.ok(count > 0, name);
    }
  });
}

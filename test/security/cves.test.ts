import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));
const text = readFileSync(join(docs, 'security-cves.md'), 'utf8');

/** What catalogues, and what this one is built of, have been told of publicly. */
const known = `
CVE-2026-41649 CVE-2026-43890 CVE-2026-28506 CVE-2026-24901 CVE-2022-43685 CVE-2026-42032 GHSA-56p6-qw3c-fq2g
CVE-2025-54384 CVE-2025-24372 CVE-2024-41675 CVE-2024-43371 CVE-2026-35409 CVE-2026-53946 CVE-2026-22036
CVE-2026-42031 CVE-2024-41674 CVE-2026-27959 CVE-2025-32379 CVE-2025-25200 CVE-2026-41255 CVE-2024-27097
CVE-2023-50248 CVE-2023-32321 CVE-2025-64100 GHSA-wv3h-5fx7-966h GHSA-6q22-g298-grjh GHSA-7gcc-r8m5-44qm
GHSA-x2rg-q646-7m2v`;

/** From which version a component of ours is without a hole that it has had. */
const mended: Readonly<Record<string, readonly number[]>> = {
  koa: [3, 1, 2],
  kysely: [0, 28, 17],
};

const rows = [...text.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| (\[[^|]+) \|$/gm)];

test('docs/security-cves.md has every hole that is known, each with an answer', () => {
  for (const id of known.trim().split(/\s+/)) assert.ok(text.includes(id), id);
  const tables = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| Class/.test(line));
  assert.equal(rows.length, tables.length, 'every row names its test');
  for (const [row, , , answer = ''] of rows) assert.ok(answer.trim().length > 3, row);
});

test('every test that docs/security-cves.md names is there by its title', () => {
  const missing: string[] = [];
  for (const [row, , , , cell = ''] of rows) {
    let file = '';
    let titles = 0;
    for (const [, path, title] of cell.matchAll(/\]\(([^)]+)\)|“([^”]+)”/g)) {
      if (path !== undefined) file = readFileSync(join(docs, path), 'utf8');
      if (title === undefined) continue;
      titles += 1;
      // What a test says beyond the words of the table is its own.
      const begins = ["test('", "test(\n  '", "onBoth(\n  '"];
      if (!begins.some((begin) => file.includes(begin + title))) missing.push(title);
    }
    assert.ok(titles > 0, row);
  }
  assert.deepEqual(missing, []);
});

test('what the program is built of is newer than the holes that it has had', () => {
  const { dependencies } = JSON.parse(readFileSync(join(docs, '../package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const [name, least] of Object.entries(mended)) {
    const version = (dependencies[name] ?? '').split('.').map(Number);
    const at = least.findIndex((number, index) => version[index] !== number);
    assert.ok(at < 0 || (version[at] ?? 0) > (least[at] ?? 0), `${name} ${version.join('.')}`);
  }
});

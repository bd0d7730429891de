import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from './row.ts';

/**
 * Runs every module here that exports `run` and prints one table. `npm run bench -- write http` runs those two.
 * Leaves with 1 when a goal is not met.
 */

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);

const modules = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  // Some files here are programs: they are not loaded to see what they export.
  .filter((file) =>
    /^export (async )?function run\b/m.test(readFileSync(join(folder, file), 'utf8')),
  )
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const rows: Row[] = [];
for (const name of modules.sort()) {
  const { run } = await import(`./${name}.ts`);
  rows.push(...(await run()));
}

const cells = [
  ['name', 'value', 'unit', 'baseline', 'ratio', 'goal', 'met', ''],
  ...rows.map((row) => [
    row.name,
    figure(row.value),
    row.unit,
    figure(row.baseline),
    figure(row.ratio),
    `≤ ${figure(row.goal)}`,
    row.met ? 'yes' : 'NO',
    row.note ?? '',
  ]),
];
const widths = (cells[0] ?? []).map((_, column) =>
  Math.max(...cells.map((line) => line[column]?.length ?? 0)),
);
for (const line of cells) {
  process.stdout.write(
    `${line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()}\n`,
  );
}
if (rows.some(({ met }) => !met)) process.exitCode = 1;

/** Three significant digits, without an exponent. */
function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

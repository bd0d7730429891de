import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { schemaFolder } from './schema-folder.ts';

const page = readFileSync(join(schemaFolder, '../README.md'), 'utf8');
const files = readdirSync(schemaFolder).map((name) =>
  readFileSync(join(schemaFolder, name), 'utf8'),
);

test('Every keyword that the schema files use is explained beside them', () => {
  const used = new Set(files.flatMap((text) => text.match(/(?<=")x-[a-z-]+(?=":)/g) ?? []));
  for (const keyword of used) assert.ok(page.includes(`\`${keyword}\``), keyword);
});

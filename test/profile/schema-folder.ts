import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

export const schemaFolder = join(import.meta.dirname, '../../schemas/dcat-ap-se');

export const vocabularies = loadVocabularies(join(import.meta.dirname, '../../vocabularies'));

export function isVocabulary(name: string): boolean {
  return vocabularies.names().includes(name);
}

/** A copy of the schemas with one place in one file changed; gone when the test is over. */
export function schemasWith(
  test: TestContext,
  file: string,
  path: readonly string[],
  value: unknown,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
  test.after(() => rmSync(folder, { recursive: true }));
  cpSync(schemaFolder, folder, { recursive: true });
  const document: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  writeFileSync(join(folder, file), JSON.stringify(changed(document, path, value)));
  return folder;
}

function changed(document: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  const object: Record<string, unknown> = { ...Object(document) };
  return { ...object, [step]: changed(object[step], rest, value) };
}

import { fileURLToPath } from 'node:url';
import { areasOf } from '../../src/standards/areas.ts';
import type { Surroundings } from '../../src/standards/check-row.ts';
import { loadStandards } from '../../src/standards/load-standards.ts';
import type { StandardVersion } from '../../src/standards/standard.ts';
import { loadVocabularies } from '../../src/vocabularies/vocabularies.ts';

const root = new URL('../../', import.meta.url);

export const standards = loadStandards(fileURLToPath(new URL('schemas/standards/', root)));

const vocabularies = loadVocabularies(fileURLToPath(new URL('vocabularies/', root)));

export const surroundings: Surroundings = {
  areas: areasOf(vocabularies.get('place')),
  today: '2026-11-24',
};

/** @throws Error when there is no such version. */
export function versionOf(standard: string, version: string): StandardVersion {
  const found = standards
    .find(({ name }) => name === standard)
    ?.versions.find((one) => one.version === version);
  if (found === undefined) throw new Error(`There is no ${standard} ${version}.`);
  return found;
}

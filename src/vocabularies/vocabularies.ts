import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Iri } from '../kernel/iri.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { ConceptScheme } from './concept-scheme.ts';
import { vocabularySet } from './vocabulary-set.ts';

/** All controlled vocabularies of the profile, by the names that the schemas use for them. DCAT-AP-SE 3.0.1 §8. */
export interface Vocabularies {
  /** @throws Error when there is no such vocabulary: a fault of ours, as names stand in schemas and code. */
  get(name: string): ConceptScheme;
  /** In alphabetical order. */
  names(): readonly string[];
  /** The vocabulary that holds the concept. */
  schemeOf(iri: Iri): ConceptScheme | undefined;
  /** The files as they were read, for those who judge by them elsewhere. */
  readonly files: readonly JsonObject[];
}

/**
 * Reads every `{name}.json` of the folder, once.
 * @throws Error with the file's name and what is wrong with it.
 */
export function loadVocabularies(folder: string): Vocabularies {
  const names = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return vocabularySet(
    names.sort().map((file) => ({
      name: file.slice(0, -'.json'.length),
      read: () => JSON.parse(readFileSync(join(folder, file), 'utf8')),
    })),
  );
}

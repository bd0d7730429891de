import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Iri } from '../kernel/iri.ts';
import { type ConceptScheme, conceptScheme } from './concept-scheme.ts';
import { vocabularyFile } from './vocabulary-file.ts';

/** All controlled vocabularies of the profile, by the names that the schemas use for them. DCAT-AP-SE 3.0.1 §8. */
export interface Vocabularies {
  /** @throws Error when there is no such vocabulary: a fault of ours, as names stand in schemas and code. */
  get(name: string): ConceptScheme;
  /** In alphabetical order. */
  names(): readonly string[];
  /** The vocabulary that holds the concept. */
  schemeOf(iri: Iri): ConceptScheme | undefined;
}

/**
 * Reads every `{name}.json` of the folder, once.
 * @throws Error with the file's name and what is wrong with it.
 */
export function loadVocabularies(folder: string): Vocabularies {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const schemes = new Map(
    files.sort().map((file) => [file.slice(0, -'.json'.length), loadScheme(folder, file)]),
  );
  const schemeByConcept = new Map<Iri, ConceptScheme>();
  for (const scheme of schemes.values()) {
    for (const { iri } of scheme.concepts) {
      const other = schemeByConcept.get(iri);
      if (other !== undefined) {
        throw new Error(`${scheme.name}.json: ${iri} stands in ${other.name}.json too`);
      }
      schemeByConcept.set(iri, scheme);
    }
  }
  return {
    get(name) {
      const scheme = schemes.get(name);
      if (scheme === undefined) throw new Error(`There is no vocabulary named "${name}".`);
      return scheme;
    },
    names: () => [...schemes.keys()],
    schemeOf: (iri) => schemeByConcept.get(iri),
  };
}

function loadScheme(folder: string, file: string): ConceptScheme {
  try {
    const scheme = conceptScheme(vocabularyFile(readFileSync(join(folder, file), 'utf8')));
    if (`${scheme.name}.json` !== file) throw new Error(`name is "${scheme.name}"`);
    return scheme;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${file}: ${reason}`, { cause });
  }
}

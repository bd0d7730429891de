import type { Iri } from '../kernel/iri.ts';
import type { JsonObject } from '../kernel/json.ts';
import { type ConceptScheme, conceptScheme } from './concept-scheme.ts';
import type { Vocabularies } from './vocabularies.ts';
import { vocabularyFile } from './vocabulary-file.ts';

/** A list that is to be read, under the name that the schemas know. */
export interface NamedVocabulary {
  readonly name: string;
  /** The file's JSON. */
  readonly read: () => unknown;
}

/**
 * The vocabularies of files that are given in alphabetical order, wherever they come from.
 * @throws Error with the file's name and what is wrong with it.
 */
export function vocabularySet(lists: readonly NamedVocabulary[]): Vocabularies {
  const files: JsonObject[] = [];
  const schemes = new Map<string, ConceptScheme>();
  const schemeByConcept = new Map<Iri, ConceptScheme>();
  for (const list of lists) {
    const { scheme, document } = schemeOf(list);
    files.push(document);
    schemes.set(list.name, scheme);
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
    files,
  };
}

function schemeOf({ name, read }: NamedVocabulary): {
  readonly scheme: ConceptScheme;
  readonly document: JsonObject;
} {
  try {
    const document = read();
    const scheme = conceptScheme(vocabularyFile(document));
    if (scheme.name !== name) throw new Error(`name is "${scheme.name}"`);
    // `vocabularyFile` has seen that it is an object.
    return { scheme, document: document as JsonObject };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${name}.json: ${reason}`, { cause });
  }
}

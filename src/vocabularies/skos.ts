import type { Iri } from '../kernel/iri.ts';
import type { ConceptScheme } from './concept-scheme.ts';
import type { Concept } from './vocabulary-file.ts';

/**
 * A vocabulary as SKOS, in plain statements that any RDF writer can take. SKOS Reference §3–§10.
 */

/** One RDF statement without a library's terms. */
export interface SkosStatement {
  readonly subject: Iri;
  readonly predicate: Iri;
  readonly object:
    | { readonly iri: Iri }
    | { readonly value: string; readonly language?: string }
    | { readonly value: string; readonly datatype: Iri };
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const skos = 'http://www.w3.org/2004/02/skos/core#';
const dcterms = 'http://purl.org/dc/terms/';
const versionInfo = 'http://www.w3.org/2002/07/owl#versionInfo';

/** Everything the scheme says, scheme first and concepts in order. Lists without a published IRI may be given one by `iri`. */
export function* skosQuads(scheme: ConceptScheme, iri: Iri = scheme.iri): Iterable<SkosStatement> {
  yield { subject: iri, predicate: rdfType, object: { iri: `${skos}ConceptScheme` } };
  yield* texts(iri, `${dcterms}title`, scheme.title);
  yield { subject: iri, predicate: `${dcterms}source`, object: { iri: scheme.source } };
  if (scheme.licence !== undefined) {
    yield { subject: iri, predicate: `${dcterms}license`, object: { iri: scheme.licence } };
  }
  yield { subject: iri, predicate: versionInfo, object: { value: scheme.version } };
  for (const concept of scheme.topConcepts()) {
    yield { subject: iri, predicate: `${skos}hasTopConcept`, object: { iri: concept.iri } };
  }
  for (const concept of scheme.concepts) yield* conceptQuads(concept, iri);
}

function* conceptQuads(concept: Concept, scheme: Iri): Iterable<SkosStatement> {
  const { iri: subject, prefLabel, altLabel, notation, definition, broader, exactMatch } = concept;
  yield { subject, predicate: rdfType, object: { iri: `${skos}Concept` } };
  yield* texts(subject, `${skos}prefLabel`, prefLabel);
  for (const language of ['sv', 'en'] as const) {
    for (const value of altLabel[language]) {
      yield { subject, predicate: `${skos}altLabel`, object: { value, language } };
    }
  }
  if (notation !== undefined) {
    yield { subject, predicate: `${skos}notation`, object: { value: notation } };
  }
  if (definition !== undefined) yield* texts(subject, `${skos}definition`, definition);
  yield { subject, predicate: `${skos}inScheme`, object: { iri: scheme } };
  for (const iri of broader) yield { subject, predicate: `${skos}broader`, object: { iri } };
  for (const iri of exactMatch) yield { subject, predicate: `${skos}exactMatch`, object: { iri } };
  if (broader.length === 0) {
    yield { subject, predicate: `${skos}topConceptOf`, object: { iri: scheme } };
  }
}

function* texts(
  subject: Iri,
  predicate: Iri,
  map: Readonly<Record<string, string>>,
): Iterable<SkosStatement> {
  for (const [language, value] of Object.entries(map)) {
    yield { subject, predicate, object: { value, language } };
  }
}

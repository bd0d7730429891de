import type { Iri } from '../kernel/iri.ts';
import type { Localized } from '../kernel/issue.ts';
import type { ConceptScheme } from '../vocabularies/concept-scheme.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Graph, TermId } from './graph.ts';
import { dcterms, rdfType, skos } from './namespaces.ts';

/**
 * What a European catalogue repeats of the controlled vocabularies: type, label and scheme of each concept that it uses. We
 * have the lists and write this ourselves where it is wanted, so it is no part of anybody's description. DCAT-AP 3.0.1, ranges.
 */

/** Tells statements about the vocabularies that say nothing but what our lists say. */
export function knownStatements(
  graph: Graph,
  vocabularies: Vocabularies,
): (quad: number) => boolean {
  const schemes = new Map<Iri, ConceptScheme>();
  for (const name of vocabularies.names()) {
    const scheme = vocabularies.get(name);
    schemes.set(scheme.iri, scheme);
  }

  /** Whether the literal is one of these texts, letter by letter. */
  function isText(term: TermId, texts: Localized | undefined): boolean {
    const language = graph.literalType(term)?.language;
    if (texts === undefined || (language !== 'sv' && language !== 'en')) return false;
    return graph.value(term) === texts[language];
  }

  return (quad) => {
    const subject = graph.subject(quad);
    if (!graph.isIri(subject)) return false;
    const iri = graph.value(subject);
    const scheme = schemes.get(iri);
    const list = vocabularies.schemeOf(iri);
    if (scheme === undefined && list === undefined) return false;
    const object = graph.object(quad);
    switch (graph.value(graph.predicate(quad))) {
      case rdfType:
        return true;
      case skos('inScheme'):
        return list !== undefined && graph.value(object) === list.iri;
      case skos('prefLabel'):
        return isText(object, list?.concept(iri)?.prefLabel);
      case dcterms('title'):
        return isText(object, scheme?.title);
      default:
        return false;
    }
  };
}

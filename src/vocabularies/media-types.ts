import type { Iri } from '../kernel/iri.ts';
import type { Vocabularies } from './vocabularies.ts';

/**
 * Between the Swedish form of a format (a media type as a literal, `text/csv+zip`) and the EU's (a file type, a media
 * type and a package format, each an IRI). DCAT-AP-SE 3.0.1, Distribution, format; DCAT-AP 3.0.1, Distribution, mediaType.
 */
export interface MediaTypes {
  /** The EU file type of a media type, an extension or a common name: `text/csv`, `.csv`, `CSV`. */
  fileTypeOf(format: string): Iri | undefined;
  /** The media type literal of a file type; `undefined` for the few that have none, such as a map preview. */
  mediaTypeOf(fileType: Iri): string | undefined;
  /** The IANA IRI of a media type literal without its parameters and its package: `text/csv` of `text/csv+zip`. */
  mediaTypeIriOf(format: string): Iri | undefined;
  /** The IANA IRI of the package that the literal says the file lies in: `application/zip` of `text/csv+zip`. */
  packageOf(format: string): Iri | undefined;
}

/**
 * The mapping between the vocabularies `media-type` and `file-type`.
 * @throws Error when one of them is missing.
 */
export function mediaTypes(vocabularies: Vocabularies): MediaTypes {
  const fileType = vocabularies.get('file-type');
  const mediaType = vocabularies.get('media-type');

  // Some types end in +zip and are no package of something else: application/epub+zip.
  const whole = new Set(
    fileType.concepts.flatMap(({ facts }) => listed(facts.mediaTypes)).map(literalOf),
  );

  function packaged(format: string): string | undefined {
    const literal = literalOf(format);
    return literal.endsWith('+zip') && !whole.has(literal) ? literal.slice(0, -4) : undefined;
  }

  return {
    fileTypeOf: (format) => fileType.normalise(format)?.iri,
    mediaTypeOf: (iri) =>
      listed(fileType.concept(iri)?.facts.mediaTypes).find((type) => type.includes('/')),
    mediaTypeIriOf: (format) => mediaType.normalise(packaged(format) ?? format)?.iri,
    packageOf: (format) =>
      packaged(format) === undefined ? undefined : mediaType.normalise('application/zip')?.iri,
  };
}

function literalOf(format: string): string {
  const [type = ''] = format.split(';', 1);
  return type.trim().toLowerCase();
}

function listed(fact: unknown): readonly string[] {
  return Array.isArray(fact) ? fact.filter((item) => typeof item === 'string') : [];
}

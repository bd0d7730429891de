import type { UserLanguage } from '../../kernel/issue.ts';
import { type MediaTypes, mediaTypes } from '../../vocabularies/media-types.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';

/** A file format, by the EU's list where it is known there. */
export interface FormatView {
  /** `CSV`, `Excel XLSX`, or what was written. */
  readonly label: string;
  /** Of the EU's list: `CSV`, `WFS_SRVC`. */
  readonly code?: string;
  readonly mediaType?: string;
  /** The file lies in a zip. */
  readonly isZipped: boolean;
}

const mappings = new WeakMap<Vocabularies, MediaTypes>();

/** What a format is called, however it was written: a media type, a file type, an extension. */
export function formatView(
  format: string,
  vocabularies: Vocabularies,
  language: UserLanguage,
): FormatView {
  let mapping = mappings.get(vocabularies);
  if (mapping === undefined) {
    mapping = mediaTypes(vocabularies);
    mappings.set(vocabularies, mapping);
  }
  const fileTypes = vocabularies.get('file-type');
  const iri = mapping.fileTypeOf(format);
  const concept = iri === undefined ? undefined : fileTypes.concept(iri);
  const mediaType = format.includes('/') && !format.includes(':') ? { mediaType: format } : {};
  const isZipped = mapping.packageOf(format) !== undefined;
  if (concept === undefined) {
    return { label: format.replace(/^.*\/(?=[^/]+$)/, ''), isZipped, ...mediaType };
  }
  const label = concept.prefLabel[language];
  return {
    label: isZipped ? `${label} (zip)` : label,
    isZipped,
    ...(concept.code === undefined ? {} : { code: concept.code }),
    ...mediaType,
  };
}

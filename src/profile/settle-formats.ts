import type { Issue } from '../kernel/issue.ts';
import { type MediaTypes, mediaTypes } from '../vocabularies/media-types.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { ClassPlan } from './plan.ts';
import type { NodeObject } from './record.ts';

/**
 * The Swedish `format` (a media type as a literal) and DCAT's `mediaType` (the same as an IRI) say one thing. Where one is
 * missing the other fills it, without a note as nothing new is said; a file type or a common name (`CSV`) becomes the media
 * type that it means. DCAT-AP-SE 3.0.1, Distribution, format; DCAT 3 §6.8.14.
 */

const mediaType = /^[\w.+-]+\/[\w.+-]+(\s*;.*)?$/;

/** Longer than this nothing is a format. */
const longest = 400;

/** Tells what was changed in which property. */
export type Note = (property: string, issue: Omit<Issue, 'pointer'>) => void;

/** The node with both, when its class has them; the node itself when there is nothing to do. */
export function withBothFormats(
  node: NodeObject,
  cls: ClassPlan,
  vocabularies: Vocabularies,
  note: Note,
): NodeObject {
  if (!cls.property.has('format')) return node;
  const given = single(node.format);
  const base = cls.property.get('mediaType')?.base;
  const media = base === undefined ? undefined : single(node.mediaType);
  if (given === undefined && media === undefined) return node;
  const types = mapping(vocabularies);
  let format = given ?? media?.replace(base ?? '', '');
  if (format === undefined) return node;
  if (!mediaType.test(format)) {
    const fileType = types.fileTypeOf(format);
    format = (fileType === undefined ? undefined : types.mediaTypeOf(fileType)) ?? format;
  }
  if (given !== undefined && given !== format) note('format', rewritten(given, format));
  if (base === undefined || media !== undefined) return { ...node, format };
  const iri = types.packageOf(format) === undefined ? types.mediaTypeIriOf(format) : undefined;
  if (iri === undefined || !mediaType.test(format))
    return given === format ? node : { ...node, format };
  return { ...node, format, mediaType: iri.replace(base, '') };
}

function single(value: unknown): string | undefined {
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  return typeof only === 'string' && only !== '' && only.length <= longest ? only : undefined;
}

const mappings = new WeakMap<Vocabularies, MediaTypes>();

function mapping(vocabularies: Vocabularies): MediaTypes {
  const known = mappings.get(vocabularies);
  if (known !== undefined) return known;
  const made = mediaTypes(vocabularies);
  mappings.set(vocabularies, made);
  return made;
}

function rewritten(before: string, after: string): Omit<Issue, 'pointer'> {
  return {
    rule: 'V010',
    level: 'info',
    blocks: 'nothing',
    message: {
      sv: `”${before}” skrevs om till medietypen ${after}. Kontrollera att den stämmer.`,
      en: `"${before}" was rewritten as the media type ${after}. Check that it is right.`,
    },
  };
}

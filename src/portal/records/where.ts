import type { RecordContent } from '../../profile/record.ts';
import { boxesOf } from '../../search/boxes.ts';
import type { Box } from '../../search/index-document.ts';
import { iris } from './json-values.ts';
import type { Viewing } from './viewing.ts';

/** The places that a record itself names or draws, as boxes for a small map; none when it says nothing of them. */
export function whereOf(
  content: RecordContent,
  { profile: { vocabularies } }: Pick<Viewing, 'profile'>,
): readonly Box[] {
  return boxesOf(content, iris(content.spatial), vocabularies);
}

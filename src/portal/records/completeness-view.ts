import type { NodeObject } from '../../profile/record.ts';
import { completeness } from '../../quality/completeness.ts';
import { listed, nodes } from './json-values.ts';
import type { Viewing } from './viewing.ts';

/** How complete a description is, for readers: a number, a word, and what they will not find. */
export interface CompletenessView {
  /** 0–100. */
  readonly score: number;
  readonly word: string;
  /** Labels of recommended properties that are not there, in the profile's order. */
  readonly missing: readonly string[];
}

/** How complete a record's description is, with what is missing of it and of its distributions. */
export function completenessView(
  content: NodeObject,
  className: string,
  { profile, language, words }: Viewing,
): CompletenessView {
  const score = completeness(profile, content, className);
  const missing = missingOf(content, className);
  const files = nodes(content.distribution);
  if (files.length > 0) {
    for (const label of new Set(files.flatMap((file) => missingOf(file, 'Distribution')))) {
      missing.push(words.missingOfFiles(label));
    }
  }
  return { score, word: words.completenessWord(score), missing };

  function missingOf(node: NodeObject, name: string): string[] {
    return profile.plan
      .class(name)
      .properties.filter(
        ({ obligation, whereApt, computed, name: property }) =>
          !computed &&
          !whereApt &&
          (obligation === 'mandatory' || obligation === 'recommended') &&
          listed(node[property]).length === 0,
      )
      .map(({ label }) => label[language]);
  }
}

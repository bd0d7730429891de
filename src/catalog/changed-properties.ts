import { canonicalJson } from '../profile/digest.ts';
import type { NodeObject } from '../profile/record.ts';

/** The names of the properties that differ between two descriptions, in alphabetical order; the order of values does not count. */
export function changedProperties(before: NodeObject, after: NodeObject): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null))
    .sort();
}

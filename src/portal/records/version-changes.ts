import { isJsonObject, type JsonObject, type JsonValue } from '../../kernel/json.ts';
import { canonicalJson } from '../../profile/digest.ts';
import type { PropertyPlan } from '../../profile/plan.ts';
import type { NodeObject } from '../../profile/record.ts';
import { type FactValue, factValues } from './facts-of.ts';
import { listed } from './json-values.ts';
import { textsOf } from './shown-text.ts';
import type { Viewing } from './viewing.ts';
import { type DiffPart, wordDiff } from './word-diff.ts';

/** What became of one property between two versions. */
export interface PropertyChange {
  readonly name: string;
  readonly label: string;
  /** Texts that were rewritten, word by word, one for each language that differs. */
  readonly texts: readonly TextChange[];
  readonly added: readonly FactValue[];
  readonly removed: readonly FactValue[];
  /** Described things that are there in both and say something else now. */
  readonly nodes: readonly NodeChange[];
}

export interface TextChange {
  /** BCP 47 tag, or `@none`. */
  readonly language: string;
  readonly parts: readonly DiffPart[];
}

export interface NodeChange {
  readonly title: FactValue;
  readonly changes: readonly PropertyChange[];
}

/** Beyond this depth a described thing is told as replaced. */
const deepest = 3;

/** The properties that differ between two versions, in the profile's order, each with what was added and taken away. */
export function versionChanges(
  before: NodeObject,
  after: NodeObject,
  className: string,
  viewing: Viewing,
  depth = 0,
): readonly PropertyChange[] {
  const changes = viewing.profile.plan.class(className).properties.flatMap((property) => {
    const old = before[property.name];
    const now = after[property.name];
    if (canonicalJson(old ?? null) === canonicalJson(now ?? null)) return [];
    return [propertyChange(property, old, now, viewing, depth)];
  });
  return depth > 0 ? changes : [...changes, ...extraChanges(before, after, viewing)];
}

/** Statements that the profile does not know, line by line. */
function extraChanges(
  { extra: before }: NodeObject,
  { extra: after }: NodeObject,
  { words }: Viewing,
): readonly PropertyChange[] {
  const old = new Set(textsOf(before));
  const now = new Set(textsOf(after));
  const added = [...now.difference(old)].map((text) => ({ text, isCode: true }));
  const removed = [...old.difference(now)].map((text) => ({ text, isCode: true }));
  return added.length + removed.length === 0
    ? []
    : [{ name: 'extra', label: words.extra, texts: [], added, removed, nodes: [] }];
}

function propertyChange(
  property: PropertyPlan,
  old: JsonValue | undefined,
  now: JsonValue | undefined,
  viewing: Viewing,
  depth: number,
): PropertyChange {
  const { name } = property;
  const label = property.label[viewing.language];
  if (property.node === 'text') {
    return { name, label, nodes: [], ...textChanges(old, now) };
  }
  const before = keyed(old);
  const after = keyed(now);
  const added: FactValue[] = [];
  const removed: FactValue[] = [];
  const nodes: NodeChange[] = [];
  for (const [key, value] of after) {
    const earlier = before.get(key);
    if (earlier === undefined) added.push(...factValues(property, value, viewing));
    else if (canonicalJson(earlier) !== canonicalJson(value)) {
      const change = nodeChange(property, earlier, value, viewing, depth);
      if (change === undefined) {
        removed.push(...factValues(property, earlier, viewing));
        added.push(...factValues(property, value, viewing));
      } else nodes.push(change);
    }
  }
  for (const [key, value] of before) {
    if (!after.has(key)) removed.push(...factValues(property, value, viewing));
  }
  return { name, label, texts: [], added, removed, nodes };
}

function nodeChange(
  property: PropertyPlan,
  earlier: JsonValue,
  value: JsonValue,
  viewing: Viewing,
  depth: number,
): NodeChange | undefined {
  if (property.class === undefined || depth >= deepest) return undefined;
  if (!isJsonObject(earlier) || !isJsonObject(value)) return undefined;
  const changes = versionChanges(earlier, value, property.class, viewing, depth + 1);
  const [title] = factValues(property, value, viewing);
  return changes.length === 0 || title === undefined ? undefined : { title, changes };
}

/** Values by what tells them apart: the IRI of a described thing, else the value itself. */
function keyed(value: JsonValue | undefined): ReadonlyMap<string, JsonValue> {
  return new Map(
    listed(value).map((one) => {
      const id = isJsonObject(one) ? one['@id'] : one;
      return [typeof id === 'string' ? id : canonicalJson(one), one];
    }),
  );
}

function textChanges(
  old: JsonValue | undefined,
  now: JsonValue | undefined,
): Pick<PropertyChange, 'texts' | 'added' | 'removed'> {
  const before: JsonObject = isJsonObject(old) ? old : {};
  const after: JsonObject = isJsonObject(now) ? now : {};
  const texts: TextChange[] = [];
  const added: FactValue[] = [];
  const removed: FactValue[] = [];
  for (const language of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const earlier = before[language];
    const later = after[language];
    if (typeof earlier === 'string' && typeof later === 'string') {
      if (earlier !== later) texts.push({ language, parts: wordDiff(earlier, later) });
      continue;
    }
    const had = new Set(textsOf(earlier));
    const has = new Set(textsOf(later));
    const tagged = (text: string): FactValue =>
      language === '@none' ? { text } : { text, language };
    for (const text of has.difference(had)) added.push(tagged(text));
    for (const text of had.difference(has)) removed.push(tagged(text));
  }
  return { texts, added, removed };
}

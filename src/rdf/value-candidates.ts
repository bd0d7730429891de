import type { PropertyPlan } from '../profile/plan.ts';
import type { TermId } from './graph.ts';
import { mended, surplus } from './read-notes.ts';
import type { ValueReading } from './read-value.ts';
import { type RecordReading, valuePath } from './record-reading.ts';

/** One value of one property, with the statements that said it. */
export interface Candidate {
  readonly object: TermId;
  readonly quads: number[];
  readonly reading: ValueReading;
  /** Read from the property's own predicate, not from an old one. */
  readonly isDirect: boolean;
}

/** Adds a value to its property. */
export function addCandidate(
  values: Map<PropertyPlan, Candidate[]>,
  property: PropertyPlan,
  candidate: Candidate,
): void {
  const candidates = values.get(property);
  if (candidates === undefined) values.set(property, [candidate]);
  else candidates.push(candidate);
}

/** Values said twice become one; the rest in an order of their own, the best first. */
export function ordered(
  reading: RecordReading,
  found: readonly Candidate[],
  many: boolean,
): readonly Candidate[] {
  const byKey = new Map<string, Candidate>();
  for (const candidate of found) {
    const key = sortKey(reading, candidate);
    const twin = byKey.get(key);
    if (twin === undefined) byKey.set(key, candidate);
    else if (isCleaner(candidate, twin)) {
      byKey.set(key, { ...candidate, quads: [...twin.quads, ...candidate.quads] });
    } else twin.quads.push(...candidate.quads);
  }
  return [...byKey]
    .sort(
      ([left, one], [right, other]) =>
        (many ? 0 : cleanness(other) - cleanness(one)) ||
        (left < right ? -1 : left > right ? 1 : 0),
    )
    .map(([, candidate]) => candidate);
}

function sortKey({ source }: RecordReading, { reading, object }: Candidate): string {
  switch (reading.kind) {
    case 'text':
      return `${reading.language} ${reading.value}`;
    case 'value':
      return String(reading.value);
    case 'node':
    case 'wrong':
      // Blank nodes come after IRIs.
      return `\uffff${source.lines.blankLabel(object)}`;
  }
}

function isCleaner(one: Candidate, other: Candidate): boolean {
  return cleanness(one) > cleanness(other);
}

function cleanness({ reading, isDirect }: Candidate): number {
  const hasRemark = (reading.kind === 'value' || reading.kind === 'text') && reading.remark;
  return (isDirect ? 2 : 0) + (hasRemark ? 0 : 1);
}

/** Keeps a value that its property has no room for, and says so. */
export function setAside(
  reading: RecordReading,
  candidate: Candidate,
  property: PropertyPlan,
  path: string,
  kept: string,
): void {
  for (const quad of candidate.quads) reading.keep(quad);
  const name = reading.source.compact(property.iri);
  const value = shownValue(reading, candidate);
  reading.note(valuePath(path, property.name), surplus(name, value, kept));
}

/** The value for people. */
export function shownValue({ source }: RecordReading, candidate: Candidate | undefined): string {
  return candidate === undefined ? '' : source.describe(candidate.object);
}

/** V026: said with an old predicate. */
export function noteOldForm(
  reading: RecordReading,
  [quad]: readonly number[],
  property: PropertyPlan,
  path: string,
): void {
  const { graph, compact, describe } = reading.source;
  if (quad === undefined) return;
  const old = compact(graph.value(graph.predicate(quad)));
  const now = compact(property.iri);
  reading.note(path, mended('V026', now, `${old} ${describe(graph.object(quad))}`, now));
}

import type { ClassPlan, PropertyPlan } from '../profile/plan.ts';
import type { TermId } from './graph.ts';
import { remark } from './read-notes.ts';
import { implied, type RecordReading } from './record-reading.ts';
import { type RecordSource, typesOf } from './record-source.ts';

/** Types that the European profile asks for on what a property points at are written by us anyway. DCAT-AP 3.0.1, range checks. */
export function markImplied(
  { source }: RecordReading,
  object: TermId,
  property: PropertyPlan,
): void {
  const { graph, marked } = source;
  const done = marked.get(property) ?? new Set();
  marked.set(property, done);
  if (done.has(object)) return;
  done.add(object);
  for (const quad of graph.statements(object)) {
    if (graph.predicate(quad) !== source.typePredicate || source.used[quad] !== 0) continue;
    if (property.range.includes(graph.value(graph.object(quad)))) source.used[quad] = implied;
  }
}

/** Whether the document says more of the IRI than that it is what the property expects. */
export function isDescribed(
  { source }: RecordReading,
  object: TermId,
  cls: ClassPlan,
  property: PropertyPlan,
): boolean {
  const known = source.described.get(property) ?? new Map<TermId, boolean>();
  source.described.set(property, known);
  const before = known.get(object);
  if (before !== undefined) return before;
  const now = lookAtDescription(source, object, cls, property);
  known.set(object, now);
  return now;
}

function lookAtDescription(
  source: RecordSource,
  object: TermId,
  cls: ClassPlan,
  property: PropertyPlan,
): boolean {
  const { graph, records } = source;
  if (!graph.isIri(object) || !graph.isSubject(object) || records.has(object)) return false;
  const quads = graph.statements(object);
  const types = typesOf(source, object);
  const isOurs = types.some((type) => Object.values(cls.types).includes(type));
  return quads.some((quad) => {
    if (graph.predicate(quad) !== source.typePredicate) {
      return isOurs || cls.byIri.has(graph.value(graph.predicate(quad)));
    }
    const type = graph.value(graph.object(quad));
    return isOurs && !property.range.includes(type) && !Object.values(cls.types).includes(type);
  });
}

/** V019: one IRI that is typed as two classes which exclude each other. */
export function noteOtherClass(
  reading: RecordReading,
  object: TermId,
  cls: ClassPlan,
  path: string,
): void {
  const { source } = reading;
  for (const type of typesOf(source, object)) {
    const other = source.plan.classByType(type);
    if (other === undefined || other === cls || Object.values(cls.types).includes(type)) continue;
    if (cls.euTypes.includes(type)) continue;
    reading.note(
      path,
      remark(
        'V019',
        'warning',
        `${source.describe(object)} är också ${source.compact(type)}, men läses här som ${cls.label.sv}. Ge de två var sin IRI.`,
        `${source.describe(object)} is also a ${source.compact(type)}, but is read as ${cls.label.en} here. Give each its own IRI.`,
      ),
    );
  }
}

import type { JsonValue } from '../kernel/json.ts';
import type { ClassPlan, PropertyPlan } from '../profile/plan.ts';
import { isDescribed, markImplied, noteOtherClass } from './described-node.ts';
import type { TermId } from './graph.ts';
import { mended } from './read-notes.ts';
import { readTexts } from './read-texts.ts';
import { type NodePlace, type RecordReading, valuePath } from './record-reading.ts';
import { type Candidate, noteOldForm, ordered, setAside, shownValue } from './value-candidates.ts';

/** Nodes inside one another deeper than this are kept as statements. */
const deepest = 12;

/** Where a property stands, and on which node. */
interface PropertyPlace extends NodePlace {
  readonly subject: TermId;
}

/** Reads all values of one property into the node; what finds no room there is kept as statements. */
export function readProperty(
  reading: RecordReading,
  node: Record<string, JsonValue>,
  property: PropertyPlan,
  found: readonly Candidate[],
  place: PropertyPlace,
): void {
  const candidates = found.length === 1 ? found : ordered(reading, found, property.many);
  if (property.node === 'text') {
    readTexts(reading, node, property, candidates, place.path);
    return;
  }
  const members: JsonValue[] = [];
  for (const candidate of candidates) {
    if (members.length > 0 && !property.many) {
      setAside(reading, candidate, property, place.path, shownValue(reading, candidates[0]));
      continue;
    }
    const path = property.many
      ? valuePath(place.path, property.name, members.length)
      : valuePath(place.path, property.name);
    const value = readMember(reading, candidate, property, { ...place, path });
    if (value !== undefined) members.push(value);
  }
  const [first] = members;
  if (first !== undefined) node[property.name] = property.many ? members : first;
}

/** The value as JSON; undefined when it could only be kept as statements. */
function readMember(
  reading: RecordReading,
  { reading: value, object, quads, isDirect }: Candidate,
  property: PropertyPlan,
  place: PropertyPlace,
): JsonValue | undefined {
  const { source } = reading;
  const cls = property.class === undefined ? undefined : source.plan.class(property.class);
  const nested =
    cls !== undefined && (value.kind === 'node' || isDescribed(reading, object, cls, property));
  if (nested && (place.above.includes(object) || place.above.length >= deepest)) {
    if (value.kind === 'node') {
      for (const quad of quads) reading.keep(quad);
      return undefined;
    }
  } else if (nested) {
    for (const quad of quads) reading.use(quad);
    if (!isDirect) noteOldForm(reading, quads, property, place.path);
    reading.embedded.add(object);
    noteOtherClass(reading, object, cls, place.path);
    const above = [...place.above, place.subject];
    const json = reading.readNode(object, cls, { path: place.path, above });
    if (value.kind === 'value' && value.remark !== undefined) {
      reading.note(place.path, value.remark);
      json['@id'] = value.value;
    }
    return json;
  }
  if (value.kind !== 'value') return undefined;
  for (const quad of quads) reading.use(quad);
  for (const quad of value.quads ?? []) reading.use(quad);
  if (value.remark !== undefined) reading.note(place.path, value.remark);
  else if (!isDirect) noteOldForm(reading, quads, property, place.path);
  // A node that is only there to hold the value is read to its end.
  const isThing = source.graph.isIri(object) && value.quads === undefined;
  if (isThing && source.graph.isSubject(object)) {
    markImplied(reading, object, property);
    reading.named.add(object);
  }
  const inside = cls === undefined ? undefined : insteadOf(cls, value.value);
  if (inside === undefined) return value.value;
  const name = source.compact(property.iri);
  const meant = `[ ${source.compact(inside.iri)} ${source.describe(object)} ]`;
  reading.note(place.path, mended('V021', name, source.describe(object), meant));
  return { [inside.name]: value.value };
}

/**
 * The one property of a helper class whose form a bare IRI has: `tel:+46…` stands for a telephone that has this number.
 * DCAT-AP-SE 3.0.1, ContactPoint, hasTelephone.
 */
function insteadOf({ properties }: ClassPlan, value: JsonValue): PropertyPlan | undefined {
  const [only, ...others] = properties;
  if (only?.pattern === undefined || others.length > 0 || typeof value !== 'string') return;
  return new RegExp(only.pattern, 'u').test(value) ? only : undefined;
}

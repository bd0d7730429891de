import type { JsonValue } from '../kernel/json.ts';
import type { ClassPlan, PropertyPlan } from '../profile/plan.ts';
import type { TermId } from './graph.ts';
import { namespaces } from './namespaces.ts';
import { mended, remark, unknownProperty } from './read-notes.ts';
import { readProperty } from './read-property.ts';
import { blankNodeRemark, readValue, type ValueReading } from './read-value.ts';
import { implied, type NodePlace, type RecordReading, valuePath } from './record-reading.ts';
import { isCatalogRecordLink } from './record-source.ts';
import { suggestProperty } from './suggest-property.ts';
import { addCandidate, type Candidate } from './value-candidates.ts';

const foafName = `${namespaces.foaf}name`;

/** Reads one node by its class: its JSON, and by way of `reading` all that the JSON cannot hold. */
export function readNode(
  reading: RecordReading,
  subject: TermId,
  cls: ClassPlan,
  place: NodePlace,
): Record<string, JsonValue> {
  const { source } = reading;
  const { graph } = source;
  const node: Record<string, JsonValue> = {};
  if (graph.isIri(subject)) node['@id'] = graph.value(subject);
  else nameBlank(reading, subject, node, cls, place.path);

  const values = new Map<PropertyPlan, Candidate[]>();
  const unknown = new Set<TermId>();
  const types: string[] = [];
  for (const quad of graph.statements(subject)) {
    const predicate = graph.predicate(quad);
    if (predicate === source.typePredicate) {
      readType(reading, quad, cls, types);
      continue;
    }
    const iri = graph.value(predicate);
    const properties = cls.byIri.get(iri);
    if (properties === undefined) {
      if (isCatalogRecordLink(iri)) continue;
      reading.keep(quad);
      if (unknown.has(predicate)) continue;
      unknown.add(predicate);
      const meant = suggestProperty(iri, cls, source.plan);
      const meantName = meant === undefined ? undefined : source.compact(meant);
      reading.note(place.path, unknownProperty(source.compact(iri), cls.name, meantName));
    } else {
      sortIn(reading, quad, properties, { cls, values, path: place.path });
    }
  }
  for (const { quad, property } of source.inverse.get(subject) ?? []) {
    const value = graph.value(graph.subject(quad));
    const old = source.compact(graph.value(graph.predicate(quad)));
    const said = `<${value}> ${old} ${source.describe(subject)}`;
    const name = source.compact(property.iri);
    const note = mended('V026', name, said, `${name} <${value}>`);
    addCandidate(values, property, {
      object: graph.subject(quad),
      quads: [quad],
      reading: { kind: 'value', value, remark: note },
      isDirect: false,
    });
  }
  const worn = types.filter((term) => !isEuOnly(term, cls));
  if (worn.length > 0) node['@type'] = inPlanOrder(worn, cls);
  else if (types.length > 0) noteGeneralType(reading, types, cls, place.path);
  for (const [property, candidates] of values) {
    readProperty(reading, node, property, candidates, { ...place, subject });
  }
  return node;
}

function nameBlank(
  reading: RecordReading,
  subject: TermId,
  node: Record<string, JsonValue>,
  cls: ClassPlan,
  path: string,
): void {
  const nodes = reading.blanks.get(subject) ?? [];
  nodes.push(node);
  reading.blanks.set(subject, nodes);
  if (cls.needsIri) reading.note(path, blankNodeRemark(cls.label));
}

function readType(reading: RecordReading, quad: number, cls: ClassPlan, types: string[]): void {
  const { source } = reading;
  const iri = source.graph.value(source.graph.object(quad));
  const term = Object.keys(cls.types).find((name) => cls.types[name] === iri);
  if (term !== undefined) {
    if (!types.includes(term)) types.push(term);
    reading.use(quad);
  } else if (cls.euTypes.includes(iri)) {
    source.used[quad] = implied;
  } else {
    reading.keep(quad);
  }
}

/** A type that a node has beside its own in the European form only: `vcard:Kind`. DCAT-AP-SE 3.0.1, ContactPoint. */
function isEuOnly(term: string, { types, euTypes, defaultType }: ClassPlan): boolean {
  const iri = types[term];
  return iri !== undefined && euTypes.includes(iri) && ![defaultType].flat().includes(term);
}

/** Only the general type was said, as CKAN does of contacts; the node gets the type that the class usually has. */
function noteGeneralType(
  { note, source: { compact } }: RecordReading,
  [general = '']: readonly string[],
  { types, defaultType }: ClassPlan,
  path: string,
): void {
  const [usual = ''] = [defaultType].flat();
  const iris = [general, usual].map((term) => compact(types[term] ?? term));
  note(path, mended('V026', 'rdf:type', iris[0] ?? '', iris[1] ?? ''));
}

function inPlanOrder(types: readonly string[], cls: ClassPlan): JsonValue {
  const ordered = Object.keys(cls.types).filter((term) => types.includes(term));
  return ordered.length === 1 ? (ordered[0] ?? '') : ordered;
}

/** Gives the statement to the first property of its predicate that its value fits, else keeps it with a remark. */
function sortIn(
  reading: RecordReading,
  quad: number,
  properties: readonly PropertyPlan[],
  {
    cls,
    values,
    path,
  }: {
    readonly cls: ClassPlan;
    readonly values: Map<PropertyPlan, Candidate[]>;
    readonly path: string;
  },
): void {
  const { graph, records } = reading.source;
  const object = graph.object(quad);
  const iri = graph.value(graph.predicate(quad));
  let refused: ValueReading | undefined;
  let refusing: PropertyPlan | undefined;
  for (const property of properties) {
    const isDirect = property.iri === iri;
    if (!isDirect && isInverse(property, iri)) {
      // Said of the other record when that is in the document too.
      if (records.get(object)?.property.get(property.name) !== property) reading.keep(quad);
      return;
    }
    if (property.computed) {
      linkComputed(reading, quad, path, property);
      return;
    }
    const isAgentName = cls.name === 'Agent' && property.iri === foafName;
    const value = readValue(reading.source, object, property, isAgentName);
    if (value.kind !== 'wrong') {
      addCandidate(values, property, { object, quads: [quad], reading: value, isDirect });
      return;
    }
    refused ??= value;
    refusing ??= property;
  }
  reading.keep(quad);
  if (refused?.kind === 'wrong' && refusing !== undefined) {
    reading.note(valuePath(path, refusing.name), refused.remark);
  }
}

function isInverse(property: PropertyPlan, predicate: string): boolean {
  return property.accepts.some(({ iri, inverse }) => inverse === true && iri === predicate);
}

/**
 * Links that are made anew when records are written (`dcat:dataset`). A link to what nobody describes is let go: kept, it would
 * list a dataset that a harvester cannot read, and one that has been withdrawn.
 */
function linkComputed(
  reading: RecordReading,
  quad: number,
  path: string,
  property: PropertyPlan,
): void {
  const { graph, records, compact, describe } = reading.source;
  const object = graph.object(quad);
  reading.use(quad);
  if (records.has(object)) return;
  const name = compact(property.iri);
  reading.note(
    path,
    remark(
      'link-without-description',
      'warning',
      `${name}: ${describe(object)} beskrivs inte i dokumentet, och länken togs inte in. Beskriv det som länken leder till, eller ta bort den.`,
      `${name}: ${describe(object)} is not described in the document, and the link was not taken in. Describe what it leads to, or remove it.`,
    ),
  );
}

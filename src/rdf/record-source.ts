import type { Iri } from '../kernel/iri.ts';
import type { ClassPlan, Plan, PropertyPlan } from '../profile/plan.ts';
import { type MediaTypes, mediaTypes } from '../vocabularies/media-types.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Graph, TermId } from './graph.ts';
import { type GraphLines, graphLines } from './graph-lines.ts';
import { knownStatements } from './known-statements.ts';
import { dcat, dcterms, rdfType } from './namespaces.ts';

/** The classes that are records of their own; all others are embedded where they are referred to. */
export type RecordClass = 'Catalog' | 'Dataset' | 'DatasetSeries' | 'DataService' | 'Agent';

/** The most telling first: a series is often typed as a dataset too. */
const recordClasses: readonly RecordClass[] = [
  'Catalog',
  'DatasetSeries',
  'DataService',
  'Dataset',
];

/** What stands at the end of these has a class even when it does not say so. */
const linkClasses: ReadonlyMap<Iri, RecordClass> = new Map([
  [dcat('dataset'), 'Dataset'],
  [dcat('service'), 'DataService'],
  [dcat('inSeries'), 'DatasetSeries'],
  [dcat('accessService'), 'DataService'],
  [dcat('catalog'), 'Catalog'],
]);

/** An old statement that points the other way: `x isVersionOf y` is `y hasVersion x`. */
export interface InverseStatement {
  readonly quad: number;
  readonly property: PropertyPlan;
}

/** A graph with all that reading records needs to know of it as a whole. */
export interface RecordSource {
  readonly graph: Graph;
  readonly plan: Plan;
  readonly vocabularies: Vocabularies;
  readonly mediaTypes: MediaTypes;
  readonly lines: GraphLines;
  /** Subjects that are records, with their class. */
  readonly records: ReadonlyMap<TermId, ClassPlan>;
  /** Records whose class we only know from a link to them. */
  readonly untyped: ReadonlySet<TermId>;
  /** Statements that belong to the record they point at. */
  readonly inverse: ReadonlyMap<TermId, readonly InverseStatement[]>;
  readonly typePredicate: TermId;
  /** Statements that have found their place, by number: 1 when in a record, 2 when the profile implies it. */
  readonly used: Uint8Array;
  /** Statements about a thing, each once and without what our vocabularies say; many records may refer to one of which much is said. */
  readonly descriptions: Map<TermId, readonly number[]>;
  /** Whether a thing is described, by the property that it is a value of. */
  readonly described: Map<PropertyPlan, Map<TermId, boolean>>;
  /** Things whose implied types have been marked, by property. */
  readonly marked: Map<PropertyPlan, Set<TermId>>;
  /** Whether a statement only repeats what our vocabularies say. */
  isKnown(quad: number): boolean;
  /** `dcterms:title` for people. */
  compact(iri: Iri): string;
  /** A term for people: `"text"@sv`, `<iri>`. */
  describe(term: TermId): string;
}

/** Looks a graph over. */
export function recordSource(graph: Graph, plan: Plan, vocabularies: Vocabularies): RecordSource {
  const typePredicate = graph.iri(rdfType);
  const { records, untyped } = findRecords(graph, plan, typePredicate);
  const prefixes = Object.entries(plan.prefixes);
  const compact = (iri: Iri): string => {
    const known = prefixes.find(([, base]) => iri.startsWith(base) && iri !== base);
    return known === undefined ? `<${iri}>` : `${known[0]}:${iri.slice(known[1].length)}`;
  };
  return {
    graph,
    plan,
    vocabularies,
    mediaTypes: mediaTypes(vocabularies),
    lines: graphLines(graph),
    records,
    untyped,
    inverse: findInverse(graph, records),
    typePredicate,
    used: new Uint8Array(graph.size),
    descriptions: new Map(),
    described: new Map(),
    marked: new Map(),
    isKnown: knownStatements(graph, vocabularies),
    compact,
    describe: (term) => {
      const type = graph.literalType(term);
      if (type === undefined) return graph.isBlank(term) ? '[ … ]' : `<${graph.value(term)}>`;
      const suffix = type.language === undefined ? '' : `@${type.language}`;
      return `"${graph.value(term)}"${suffix}`;
    },
  };
}

/** The IRIs of a node's types. */
export function typesOf({ graph, typePredicate }: RecordSource, term: TermId): readonly Iri[] {
  return graph
    .statements(term)
    .filter((quad) => graph.predicate(quad) === typePredicate)
    .map((quad) => graph.value(graph.object(quad)));
}

function findRecords(
  graph: Graph,
  plan: Plan,
  typePredicate: TermId,
): Pick<RecordSource, 'records' | 'untyped'> {
  const records = new Map<TermId, ClassPlan>();
  const typed = new Set<TermId>();
  const classes = new Map<Iri, ClassPlan>();
  for (const name of recordClasses) {
    const plan_ = plan.class(name);
    for (const iri of Object.values(plan_.types)) classes.set(iri, plan_);
  }
  const order = recordClasses.map((name) => plan.class(name));
  for (let quad = 0; quad < graph.size; quad++) {
    if (graph.predicate(quad) !== typePredicate) continue;
    const subject = graph.subject(quad);
    const iri = graph.value(graph.object(quad));
    if (plan.classByType(iri) !== undefined) typed.add(subject);
    const found = classes.get(iri);
    const other = records.get(subject);
    if (found === undefined) continue;
    if (other === undefined || order.indexOf(found) < order.indexOf(other)) {
      records.set(subject, found);
    }
  }
  const untyped = new Set<TermId>();
  const links = new Map<TermId, ClassPlan>();
  for (const [predicate, name] of linkClasses) {
    const id = graph.findIri(predicate);
    if (id !== undefined) links.set(id, plan.class(name));
  }
  for (let quad = 0; quad < graph.size; quad++) {
    const linked = links.get(graph.predicate(quad));
    const object = graph.object(quad);
    if (linked === undefined || typed.has(object) || !graph.isSubject(object)) continue;
    if (!records.has(object)) records.set(object, linked);
    untyped.add(object);
  }
  return { records, untyped };
}

function findInverse(
  graph: Graph,
  records: ReadonlyMap<TermId, ClassPlan>,
): ReadonlyMap<TermId, readonly InverseStatement[]> {
  const found = new Map<TermId, InverseStatement[]>();
  const classes = new Set(records.values());
  for (const property of [...classes].flatMap((cls) => cls.properties)) {
    for (const { iri, inverse } of property.accepts) {
      const predicate = inverse ? graph.findIri(iri) : undefined;
      if (predicate === undefined) continue;
      for (let quad = 0; quad < graph.size; quad++) {
        const object = graph.object(quad);
        if (graph.predicate(quad) !== predicate || !graph.isIri(graph.subject(quad))) continue;
        if (records.get(object)?.property.get(property.name) !== property) continue;
        const known = found.get(object);
        if (known === undefined) found.set(object, [{ quad, property }]);
        else known.push({ quad, property });
      }
    }
  }
  return found;
}

/** Whether the predicate names a catalogue record, which the Swedish profile forbids (V025). DCAT-AP-SE 3.0.1, CatalogRecord. */
export function isCatalogRecordLink(predicate: Iri): boolean {
  return predicate === dcat('record');
}

/** Links by which one catalogue is part of another. */
export const partOfCatalog = {
  down: [dcterms('hasPart'), dcat('catalog')],
  up: dcterms('isPartOf'),
} as const;

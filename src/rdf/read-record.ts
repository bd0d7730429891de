import type { Iri } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import type { ClassPlan } from '../profile/plan.ts';
import type { NodeObject } from '../profile/record.ts';
import type { TermId } from './graph.ts';
import { readNode } from './read-node.ts';
import { issueAt } from './read-notes.ts';
import { implied, type RecordReading } from './record-reading.ts';
import type { RecordClass, RecordSource } from './record-source.ts';

/** One record as its document describes it, before `settle`. */
export interface ReadRecord {
  readonly className: RecordClass;
  /** Its IRI; without one it was a blank node. */
  readonly iri?: Iri;
  /** Unsettled: nodes that were blank have no `@id`, or a label when `extra` speaks of them or they stand in two places. */
  readonly record: NodeObject;
  /** N-Triples lines, sorted: what the profile does not know, and what could not be read. */
  readonly extra: readonly string[];
  readonly notes: readonly Issue[];
}

/** Reads one record with everything embedded in it. Reading a node twice gives the same again. */
export function readRecord(source: RecordSource, subject: TermId, cls: ClassPlan): ReadRecord {
  const { graph } = source;
  const notes: Issue[] = [];
  const reading: RecordReading = {
    source,
    kept: new Set(),
    named: new Set(),
    blanks: new Map(),
    embedded: new Set([subject]),
    readNode: (node, nodeClass, place) => readNode(reading, node, nodeClass, place),
    note: (path, remark) => void notes.push(issueAt(path, remark)),
    keep: (quad) => {
      reading.kept.add(quad);
      source.used[quad] = 1;
    },
    use: (quad) => {
      source.used[quad] = 1;
    },
  };
  const record = readNode(reading, subject, cls, { path: '', above: [] });
  keepDescriptions(reading);
  const extra = [...new Set([...reading.kept].map(source.lines.line))].sort();
  labelBlanks(reading);
  const className = cls.name as RecordClass;
  return graph.isIri(subject)
    ? { className, iri: graph.value(subject), record, extra, notes }
    : { className, record, extra, notes };
}

/** Follows what is kept: blank nodes to their end, IRIs one step, and never into another record or a known concept. */
function keepDescriptions({ source, kept, named, blanks, embedded, keep }: RecordReading): void {
  const { graph, records } = source;
  const done = new Set<TermId>();
  const open = [...named];
  for (const quad of kept) open.push(graph.object(quad));
  for (let term = open.pop(); term !== undefined; term = open.pop()) {
    if (done.has(term) || !graph.isSubject(term)) continue;
    done.add(term);
    if (records.has(term) || blanks.has(term) || embedded.has(term)) continue;
    const isBlank = graph.isBlank(term);
    if (!isBlank && isKnownConcept(source, term)) continue;
    for (const quad of descriptionOf(source, term)) {
      if (source.used[quad] === implied) continue;
      keep(quad);
      const object = graph.object(quad);
      if (graph.isBlank(object)) open.push(object);
    }
  }
}

/** Statements of which each says something else. Those that are said twice are used with the first. */
function descriptionOf(source: RecordSource, term: TermId): readonly number[] {
  const { graph, descriptions, isKnown, lines, used } = source;
  const ready = descriptions.get(term);
  if (ready !== undefined) return ready;
  const distinct = new Map<string, number>();
  for (const quad of graph.statements(term)) {
    if (isKnown(quad)) continue;
    const line = lines.line(quad);
    if (!distinct.has(line)) distinct.set(line, quad);
    else if (used[quad] === 0) used[quad] = 1;
  }
  const found = [...distinct.values()];
  descriptions.set(term, found);
  return found;
}

function isKnownConcept({ graph, vocabularies }: RecordSource, term: TermId): boolean {
  return vocabularies.schemeOf(graph.value(term)) !== undefined;
}

/** A blank node that is spoken of in `extra`, or that stands in several places, needs a name that holds it together. */
function labelBlanks({ source, blanks, kept }: RecordReading): void {
  if (blanks.size === 0) return;
  const mentioned = new Set<TermId>();
  for (const quad of kept) {
    mentioned.add(source.graph.subject(quad));
    mentioned.add(source.graph.object(quad));
  }
  for (const [term, nodes] of blanks) {
    if (nodes.length < 2 && !mentioned.has(term)) continue;
    const label = source.lines.blankLabel(term);
    for (const node of nodes) node['@id'] = label;
  }
}

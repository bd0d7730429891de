import type { Issue } from '../kernel/issue.ts';
import type { ClassPlan, Plan } from '../profile/plan.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { ParsedDocument } from './document-graph.ts';
import type { TermId } from './graph.ts';
import { dcat } from './namespaces.ts';
import { issueAt, remark } from './read-notes.ts';
import { type ReadRecord, readRecord } from './read-record.ts';
import { partOfCatalog, type RecordSource, recordSource, typesOf } from './record-source.ts';

/** How many subjects without a record are named one by one. */
const namedLeftovers = 100;

/** What a document says besides its records. */
export interface DocumentRest {
  /** The one root catalogue. */
  readonly catalog: ReadRecord | undefined;
  readonly notes: readonly Issue[];
  /** N-Triples lines of statements that belong to no record, sorted. */
  readonly leftovers: readonly string[];
}

/**
 * The records of a document, one by one, and in the end what is left. The root catalogue comes with the rest; a second
 * root is a fault that is named (V003), and then all catalogues are records. DCAT-AP-SE, harvesting, on several catalogues in one source.
 */
export function* readRecords(
  document: ParsedDocument,
  plan: Plan,
  vocabularies: Vocabularies,
): Generator<ReadRecord, DocumentRest> {
  const source = recordSource(document.graph, plan, vocabularies);
  const notes: Issue[] = [...document.notes];
  const roots = rootCatalogs(source);
  const [root] = roots.length === 1 ? roots : [];
  if (roots.length > 1) notes.push(severalRoots(source, roots));
  noteNamedGraphs(source, notes);
  const inOrder = [...source.records].sort(([left], [right]) => source.lines.compare(left, right));
  for (const [subject, cls] of inOrder) {
    if (subject === root) continue;
    yield withLinkNote(
      source,
      subject,
      withMembers(source, subject, readRecord(source, subject, cls)),
    );
  }
  const rootClass = root === undefined ? undefined : source.records.get(root);
  const catalog =
    root === undefined || rootClass === undefined ? undefined : readRecord(source, root, rootClass);
  yield* looseAgents(source);
  return { catalog, notes: [...notes, ...restNotes(source)], leftovers: leftovers(source) };
}

/** A catalogue that is part of another keeps the links to its members: only the root's are made anew when it is written. */
function withMembers(source: RecordSource, subject: TermId, record: ReadRecord): ReadRecord {
  const { graph, records, lines, plan } = source;
  if (record.className !== 'Catalog' || !graph.isIri(subject)) return record;
  const links = new Set(
    plan
      .class('Catalog')
      .properties.filter(({ computed }) => computed)
      .map(({ iri }) => iri),
  );
  const members = graph.statements(subject).filter((quad) => {
    const object = graph.object(quad);
    return (
      links.has(graph.value(graph.predicate(quad))) && records.has(object) && graph.isIri(object)
    );
  });
  const extra = [...new Set([...record.extra, ...members.map(lines.line)])].sort();
  return { ...record, extra };
}

/** A record whose class stands nowhere but in the link to it says so. */
function withLinkNote(source: RecordSource, subject: TermId, record: ReadRecord): ReadRecord {
  if (!source.untyped.has(subject)) return record;
  const type = source.plan.class(record.className);
  const note = remark(
    'V035',
    'warning',
    `Saknar rdf:type och lästes som ${type.label.sv} efter länken hit. Ange typen i källan.`,
    `Has no rdf:type and was read as a ${type.label.en} after the link to it. State the type at the source.`,
  );
  return { ...record, notes: [issueAt('', note), ...record.notes] };
}

function rootCatalogs(source: RecordSource): readonly TermId[] {
  const { graph, records } = source;
  const isCatalog = (term: TermId): boolean => records.get(term)?.name === 'Catalog';
  const parts = new Set<TermId>();
  for (const [subject] of records) {
    if (!isCatalog(subject)) continue;
    for (const quad of graph.statements(subject)) {
      const predicate = graph.value(graph.predicate(quad));
      const object = graph.object(quad);
      if (object === subject || !isCatalog(object)) continue;
      if (partOfCatalog.down.includes(predicate)) parts.add(object);
      if (predicate === partOfCatalog.up) parts.add(subject);
    }
  }
  return [...records.keys()].filter((term) => isCatalog(term) && !parts.has(term));
}

function severalRoots({ describe }: RecordSource, roots: readonly TermId[]): Issue {
  const list = roots.map(describe).sort().join(', ');
  return issueAt(
    '',
    remark(
      'V003',
      'error',
      `Dokumentet har ${roots.length} kataloger: ${list}. Låt en av dem vara hel och nämn de andra med dcterms:hasPart.`,
      `The document has ${roots.length} catalogues: ${list}. Let one be the whole and name the others with dcterms:hasPart.`,
    ),
  );
}

function noteNamedGraphs({ graph }: RecordSource, notes: Issue[]): void {
  const graphs = graph.namedGraphs();
  if (graphs.length === 0) return;
  const list = graphs.slice(0, 10).join(', ');
  const note = remark(
    'named-graphs',
    'info',
    `Påståenden i namngivna grafer (${list}) lästes som en enda graf.`,
    `Statements in named graphs (${list}) were read as one graph.`,
  );
  notes.push(issueAt('', note));
}

/** Agents with an IRI that no record refers to are records of their own: an organisation without data yet. */
function* looseAgents(source: RecordSource): Generator<ReadRecord> {
  const agent = source.plan.class('Agent');
  for (const subject of untouched(source)) {
    if (!source.graph.isIri(subject)) continue;
    if (typesOf(source, subject).some((type) => isTypeOf(agent, type))) {
      yield readRecord(source, subject, agent);
    }
  }
}

function isTypeOf(cls: ClassPlan, type: string): boolean {
  return Object.values(cls.types).includes(type);
}

/** Subjects of which nothing was used. */
function untouched({ graph, used }: RecordSource): readonly TermId[] {
  return [...graph.subjects()].filter((subject) =>
    graph.statements(subject).every((quad) => used[quad] === 0),
  );
}

/**
 * What is in no record, but for what the profile implies, what our vocabularies say too, and catalogue records, which the
 * Swedish harvest cannot read. DCAT-AP-SE 3.0.1, CatalogRecord.
 */
function leftovers(source: RecordSource): readonly string[] {
  const { graph, used, lines, isKnown, typePredicate } = source;
  const recordLink = graph.findIri(dcat('record'));
  const recordClass = graph.findIri(dcat('CatalogRecord'));
  const catalogRecords = new Set<TermId>();
  for (let quad = 0; quad < graph.size; quad++) {
    if (graph.predicate(quad) === typePredicate && graph.object(quad) === recordClass)
      catalogRecords.add(graph.subject(quad));
  }
  const found = new Set<string>();
  for (let quad = 0; quad < graph.size; quad++) {
    if (used[quad] !== 0 || isKnown(quad)) continue;
    if (graph.predicate(quad) === recordLink || catalogRecords.has(graph.subject(quad))) continue;
    found.add(lines.line(quad));
  }
  return [...found].sort();
}

/** One note for each subject that has statements left, but for those that the profile implies or our vocabularies know. */
function restNotes(source: RecordSource): readonly Issue[] {
  const { graph, used, isKnown, vocabularies, describe } = source;
  const counts = new Map<TermId, number>();
  for (let quad = 0; quad < graph.size; quad++) {
    if (used[quad] !== 0 || isKnown(quad)) continue;
    const subject = graph.subject(quad);
    if (vocabularies.schemeOf(graph.value(subject)) !== undefined) continue;
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  const notes: Issue[] = [];
  const catalogRecord = dcat('CatalogRecord');
  const recordLink = dcat('record');
  let catalogRecords = 0;
  for (const [subject, count] of counts) {
    if (typesOf(source, subject).includes(catalogRecord)) {
      catalogRecords += 1;
      continue;
    }
    const open = graph.statements(subject).filter((quad) => used[quad] === 0);
    if (open.every((quad) => graph.value(graph.predicate(quad)) === recordLink)) continue;
    if (notes.length >= namedLeftovers) continue;
    const name = graph.isBlank(subject) ? source.lines.blankLabel(subject) : describe(subject);
    notes.push(issueAt('', leftoverNote(name, count)));
  }
  if (catalogRecords > 0) notes.push(issueAt('', catalogRecordNote(catalogRecords)));
  const rest = counts.size - catalogRecords - notes.length;
  if (notes.length >= namedLeftovers && rest > 0) {
    notes.push(issueAt('', leftoverNote(`+ ${rest}`, rest)));
  }
  return notes;
}

function leftoverNote(name: string, count: number): ReturnType<typeof remark> {
  return remark(
    'belongs-to-no-record',
    'warning',
    `${name}: ${count} påståenden hör inte till någon datamängd, tjänst eller katalog. Länka hit från den som avses.`,
    `${name}: ${count} statements belong to no dataset, service or catalogue. Link to it from the one that is meant.`,
  );
}

function catalogRecordNote(count: number): ReturnType<typeof remark> {
  return remark(
    'V025',
    'warning',
    `${count} dcat:CatalogRecord togs bort: profilen tillåter dem inte.`,
    `${count} dcat:CatalogRecord were left out: the profile does not allow them.`,
  );
}

import type { Iri } from '../kernel/iri.ts';
import type { Plan } from '../profile/plan.ts';
import type { NodeObject, RecordContent } from '../profile/record.ts';
import type { Statement } from './n-triples-line.ts';
import type { Block, RefusedStatement, Syntax } from './syntaxes/syntax.ts';
import { type DocumentState, openBlock, type ProfileName } from './write-block.ts';
import type { WriteNode } from './write-class.ts';
import type { StatementWriter } from './write-statements.ts';
import { writtenOnce } from './written-once.ts';

/**
 * A document written piece by piece: `open`, any number of the middle ones, `close`; the pieces joined are the document.
 * Its memory is bounded: it keeps hashes of helper nodes, never texts. The same calls give the same characters.
 */
export interface DocumentWriter {
  open(): string;
  /** A catalogue, with as many of its members as fit into one piece. */
  catalog(content: RecordContent, members?: CatalogMembers): string;
  /** Further members of a catalogue: its datasets and series, its services. */
  members(catalog: Iri, members: CatalogMembers): string;
  /** A record of the class, its helper nodes, its extra statements, and in `eu` the things it refers to. */
  record(content: RecordContent | NodeObject, className: string): string;
  /** Statements of any kind, best sorted by subject. A blank node label `_:…` must begin with another letter than `r`. */
  statements(statements: Iterable<Statement>): string;
  close(): string;
}

export interface CatalogMembers {
  readonly dataset?: Iterable<Iri>;
  readonly service?: Iterable<Iri>;
}

export interface DocumentOptions {
  /** Told of each statement that the syntax has no way to carry; it is left out. */
  readonly refused?: (statement: RefusedStatement) => void;
  /** Series with the mark of high-value datasets: `eu` does not list them as datasets. DCAT-AP 3.0.1, dcat:dataset. */
  readonly markedSeries?: ReadonlySet<Iri>;
}

/** What is compiled once for a syntax and a profile. */
export interface CompiledWriter {
  readonly plan: Plan;
  readonly syntax: Syntax;
  readonly profile: ProfileName;
  readonly writerOf: (className: string) => WriteNode;
  readonly statements: StatementWriter;
}

/** Begins a document. */
export function writeDocument(
  { plan, syntax, profile, writerOf, statements }: CompiledWriter,
  { refused = () => {}, markedSeries = new Set() }: DocumentOptions = {},
): DocumentWriter {
  const state: DocumentState = {
    once: writtenOnce(),
    described: new Set(),
    refused,
    markedSeries,
    record: '',
    references: '',
    blankScopes: 0,
  };
  let isFirst = true;

  /** The first block must not begin with what joins blocks. */
  function piece(text: string): string {
    if (!isFirst || text === '') return text;
    isFirst = false;
    return text.slice(syntax.joint.length);
  }

  function writeRecord(
    content: RecordContent | NodeObject,
    className: string,
    more?: (block: Block) => string,
  ): string {
    const iri = content['@id'];
    if (iri === undefined) throw new Error(`A ${className} without @id cannot be written.`);
    state.record = iri;
    state.references = '';
    const text = writerOf(className)(content, iri, state, more);
    const extra = content.extra;
    const rest = isLines(extra) ? statements.extra(extra, iri, state) : '';
    return text + rest + state.references;
  }

  function links(members: CatalogMembers): (block: Block) => string {
    return (block) => {
      let text = '';
      for (const name of ['dataset', 'service'] as const) {
        const property = plan.class('Catalog').property.get(name);
        const iris = [...(members[name] ?? [])].filter(
          (iri) => profile === 'se' || !markedSeries.has(iri),
        );
        if (property === undefined || iris.length === 0) continue;
        text += syntax.iris({ iri: property.iri, term: name })(block, iris);
      }
      return text;
    };
  }

  return {
    open: () => syntax.header,
    catalog: (content, members = {}) => piece(writeRecord(content, 'Catalog', links(members))),
    members(catalog, members) {
      const block = openBlock(syntax, state, catalog, {});
      if (block === undefined) return '';
      return piece(syntax.block([])(block, links(members)(block)));
    },
    record: (content, className) => piece(writeRecord(content, className)),
    statements: (all) => piece(statements.statements(all, state)),
    close: () => syntax.footer,
  };
}

function isLines(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}

import type { Iri } from '../kernel/iri.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';
import type { Block, RefusedStatement, Syntax } from './syntaxes/syntax.ts';
import type { WrittenOnce } from './written-once.ts';

/** The state of writing: of one document, and of one subject within it. */

export type ProfileName = 'se' | 'eu';

export interface DocumentState {
  /** Foreign helper nodes, and in `eu` the things referred to. */
  readonly once: WrittenOnce;
  /** Concepts that the document describes already, by what is said of them; their number is bounded by the vocabularies. */
  readonly described: Set<readonly string[]>;
  readonly refused: (statement: RefusedStatement) => void;
  /** Series that carry the mark of high-value datasets: never listed as datasets in `eu`. DCAT-AP 3.0.1, dcat:dataset. */
  readonly markedSeries: ReadonlySet<Iri>;
  /** The record being written; helper nodes under its IRI belong to it alone. */
  record: Iri;
  /** What the record's blocks leave to be said after them: statements about things that are only referred to. */
  references: string;
  /** Records with blank nodes so far, so that labels are never shared. */
  blankScopes: number;
}

/** A block and the nodes described in it, which are to follow it. */
export interface OpenBlock extends Block {
  readonly state: DocumentState;
  /** What is being written. */
  readonly node: NodeObject;
  readonly nested: Nested[];
}

export interface Nested {
  readonly className: string;
  readonly node: NodeObject;
  readonly iri: Iri;
}

/** Writes one JSON value of a property; `''` when there is nothing to write. */
export type WriteValue = (block: OpenBlock, value: JsonValue) => string;

/** A new block; undefined when the subject is no absolute IRI, which is told to `refused`. */
export function openBlock(
  syntax: Syntax,
  state: DocumentState,
  iri: Iri,
  node: NodeObject,
): OpenBlock | undefined {
  const subject = syntax.subject(iri);
  if (subject === undefined) {
    state.refused({ subject: iri, predicate: '', reason: 'iri-not-absolute' });
    return undefined;
  }
  return new BlockState(iri, subject, state, node);
}

class BlockState implements OpenBlock {
  readonly iri: Iri;
  readonly subject: string;
  readonly state: DocumentState;
  readonly node: NodeObject;
  readonly nested: Nested[] = [];

  constructor(iri: Iri, subject: string, state: DocumentState, node: NodeObject) {
    this.iri = iri;
    this.subject = subject;
    this.state = state;
    this.node = node;
  }

  refuse(predicate: Iri, reason: RefusedStatement['reason']): void {
    this.state.refused({ subject: this.iri, predicate, reason });
  }
}

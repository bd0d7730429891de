import type { Iri } from '../../kernel/iri.ts';
import type { LiteralFormat } from '../../profile/plan.ts';
import type { SyntaxName } from './registry.ts';

/**
 * What a syntax owes the writer. A graph is written as blocks: one subject, its types, its statements; never one inside
 * another. Everything that depends on the profile alone is rendered when the writer is compiled, so that writing a record
 * is concatenation. An emitter answers `''` when nothing of its value could be written.
 */

/** A property as a syntax needs it. */
export interface Predicate {
  readonly iri: Iri;
  /** The term of our JSON-LD context; without it the statement stands there in expanded form. */
  readonly term?: string;
}

/** A class of a node; `term` as in `Predicate`. */
export interface NodeType {
  readonly iri: Iri;
  readonly term?: string;
}

/** Why a statement was left out: the syntax has no way to carry it. */
export type Refusal =
  | 'predicate-not-splittable'
  | 'character-not-allowed'
  | 'language-tag-not-valid'
  | 'iri-not-absolute'
  | 'line-not-n-triples';

export interface RefusedStatement {
  readonly subject: Iri;
  readonly predicate: Iri;
  readonly reason: Refusal;
}

/** The subject that is being written. */
export interface Block {
  readonly iri: Iri;
  /** The subject as the syntax writes it. */
  readonly subject: string;
  /** Told of every statement that the syntax could not carry. */
  refuse(predicate: Iri, reason: Refusal): void;
}

/** The end of a free statement: a thing (IRI, or a blank node `_:…` of this document) or a literal. */
export type StatementObject =
  | { readonly iri: Iri }
  | { readonly value: string; readonly language?: string; readonly datatype?: Iri };

/** Texts by language tag, `@none` for no tag. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

export type Emit<Value> = (block: Block, value: Value) => string;

export interface Syntax {
  readonly name: SyntaxName;
  /** The beginning and the end of a document. */
  readonly header: string;
  readonly footer: string;
  /** What every block begins with and the first of a document must not. */
  readonly joint: string;
  /** The subject as it is written; undefined when it is no absolute IRI. */
  subject(iri: Iri): string | undefined;
  /** A whole block of things of these types. */
  block(types: readonly NodeType[]): (block: Block, body: string) => string;
  texts(predicate: Predicate): Emit<Texts>;
  iris(predicate: Predicate): Emit<string | readonly string[]>;
  /** Lexical forms; the datatype follows from the format, for dates from each form. */
  literals(predicate: Predicate, format: LiteralFormat): Emit<string | readonly string[]>;
  /** Objects of any kind, mixed. */
  objects(predicate: Predicate): Emit<readonly StatementObject[]>;
}

import type { Level, Localized } from '../../kernel/issue.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';
import type { NodeObject } from '../record.ts';

/** A cross-field rule: one small function over one node. Its title stands in the rule table. */
export interface RecordRule {
  /** Code in the rule table; several rules may share one. */
  readonly id: string;
  readonly level: Level;
  /** Classes of the nodes that it looks at. */
  readonly classes: readonly string[];
  /** The section of the standard, by its own name. */
  readonly source: string;
  /** Recommended properties whose absence this rule explains, so that V005 need not. */
  readonly covers?: readonly string[];
  /** What is wrong with the node. It must bear values of wrong types, as judgements on form are passed at the same time. */
  check(node: NodeObject, context: RuleContext): Iterable<Hit>;
}

/** One place where a rule is broken. */
export interface Hit {
  /** JSON Pointer from the node, `''` for the node itself. */
  readonly pointer: string;
  readonly message: Localized;
}

export interface RuleContext {
  readonly vocabularies: Vocabularies;
  readonly now: Date;
  /** The label of a property of the class being judged. */
  label(property: string): Localized;
  /** Whether `extra` holds a statement with this subject and predicate: what the profile does not know, rules may. */
  says(subject: string | undefined, predicate: string): boolean;
}

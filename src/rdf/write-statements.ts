import type { Iri } from '../kernel/iri.ts';
import { nTriplesLine, type Statement } from './n-triples-line.ts';
import { xsdString } from './namespaces.ts';
import type { Block, StatementObject, Syntax } from './syntaxes/syntax.ts';
import { type DocumentState, openBlock } from './write-block.ts';

/** Statements that no class of the profile describes: SKOS, hydra, and the `extra` of records. */
export interface StatementWriter {
  /** A block for each run of statements about one subject. */
  statements(statements: Iterable<Statement>, state: DocumentState): string;
  /** The `extra` lines of one record; its blank nodes get labels that no other record has. */
  extra(lines: readonly string[], record: Iri, state: DocumentState): string;
}

/** Rendered predicates are kept for this many; a stranger's catalogue may bring any number. */
const rememberedPredicates = 512;

/** A writer of plain statements in one syntax. */
export function statementWriter(syntax: Syntax): StatementWriter {
  const block = syntax.block([]);
  const predicates = new Map<Iri, (block: Block, objects: readonly StatementObject[]) => string>();

  function emitter(predicate: Iri) {
    const ready = predicates.get(predicate);
    if (ready !== undefined) return ready;
    const made = syntax.objects({ iri: predicate });
    if (predicates.size < rememberedPredicates) predicates.set(predicate, made);
    return made;
  }

  function writeSubject(
    subject: Iri,
    byPredicate: ReadonlyMap<Iri, readonly StatementObject[]>,
    state: DocumentState,
  ): string {
    const open = openBlock(syntax, state, subject, {});
    if (open === undefined) return '';
    let body = '';
    for (const [predicate, objects] of byPredicate) {
      if (isAbsolute(predicate)) body += emitter(predicate)(open, objects);
      else open.refuse(predicate, 'iri-not-absolute');
    }
    return body === '' ? '' : block(open, body);
  }

  function statements(all: Iterable<Statement>, state: DocumentState): string {
    let text = '';
    let about: Iri | undefined;
    let byPredicate = new Map<Iri, StatementObject[]>();
    for (const { subject, predicate, object } of all) {
      if (subject !== about) {
        if (about !== undefined) text += writeSubject(about, byPredicate, state);
        about = subject;
        byPredicate = new Map();
      }
      const objects = byPredicate.get(predicate);
      if (objects === undefined) byPredicate.set(predicate, [plain(object)]);
      else objects.push(plain(object));
    }
    return about === undefined ? text : text + writeSubject(about, byPredicate, state);
  }

  return {
    statements,
    extra(lines, record, state) {
      const labels = new Map<string, string>();
      const relabel = (label: string) => {
        const known = labels.get(label);
        if (known !== undefined) return known;
        const fresh = `_:r${state.blankScopes}b${labels.size}`;
        labels.set(label, fresh);
        return fresh;
      };
      const parsed: Statement[] = [];
      for (const line of lines) {
        const statement = nTriplesLine(line, relabel);
        if (statement !== undefined) parsed.push(statement);
        else state.refused({ subject: record, predicate: '', reason: 'line-not-n-triples' });
      }
      const text = statements(parsed, state);
      if (labels.size > 0) state.blankScopes += 1;
      return text;
    },
  };
}

// Predicates are written as they stand, also where a syntax makes a name of them.
function isAbsolute(iri: Iri): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 3987 forbids them.
  return /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`\ud800-\udfff\ufffe\uffff]*$/u.test(
    iri,
  );
}

function plain(object: StatementObject): StatementObject {
  return 'datatype' in object && object.datatype === xsdString ? { value: object.value } : object;
}

import { getHeapStatistics } from 'node:v8';
import { isAbsoluteIri } from '../kernel/iri.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import { canonicalTag } from '../kernel/language-map.ts';
import type { Budgets } from './budgets.ts';
import { Graph, type TermId } from './graph.ts';
import {
  documentIssue,
  documentTooLarge,
  invalidDocument,
  outOfMemory,
  type Place,
} from './invalid-document.ts';

/** An RDF/JS term that knows its number: what the parsers are given instead of terms of their own. */
export class Term {
  readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
  readonly value: string;
  readonly id: TermId;

  constructor(termType: Term['termType'], value: string, id: TermId) {
    this.termType = termType;
    this.value = value;
    this.id = id;
  }

  equals(other: { readonly termType: string; readonly value: string } | null | undefined): boolean {
    return other?.termType === this.termType && other.value === this.value;
  }
}

/** A statement on its way from a parser into the graph. */
export interface TermQuad {
  readonly termType: 'Quad';
  readonly value: '';
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

/** What a document says, and what in it says nothing. */
export interface ParsedDocument {
  readonly graph: Graph;
  readonly notes: readonly Issue[];
}

const mebibyte = 1024 * 1024;
const quadsBetweenLooks = 1024;

/** After so many illegal IRIs the rest of the document is not read. */
const manyFaults = 1000;

interface TypedText {
  readonly language?: string;
  readonly direction?: string | undefined;
}

/**
 * The RDF/JS factory that a parser builds with: terms go straight into a graph, each IRI is judged once, and what the
 * document costs is counted on the way. RDF/JS Data Model §5; of it only what our parsers call.
 */
export class DocumentGraph {
  readonly graph = new Graph();
  /** Where the parser stands; set by the parser that knows it. */
  place: () => Place | undefined = () => undefined;
  private readonly budgets: Budgets;
  private readonly nodes = new Map<string, Term>();
  private readonly faults: Issue[] = [];
  private readonly notes: Issue[] = [];
  private readonly everywhere: Term = new Term('DefaultGraph', '', -1);

  constructor(budgets: Budgets) {
    this.budgets = budgets;
  }

  namedNode(value: string): Term {
    let node = this.nodes.get(value);
    if (node === undefined) {
      if (!isAbsoluteIri(value) || value.length > this.budgets.iriLength) this.illegal(value);
      node = new Term('NamedNode', value, this.graph.iri(value));
      this.nodes.set(value, node);
    }
    return node;
  }

  blankNode(label?: string): Term {
    const id = this.graph.blank(label);
    return new Term('BlankNode', this.graph.value(id), id);
  }

  literal(value: string, type?: string | Term | TypedText): Term {
    if (value.length > this.budgets.literalLength) {
      throw invalidDocument([
        documentIssue(
          {
            sv: `En text är längre än ${this.budgets.literalLength} tecken.`,
            en: `A literal is longer than ${this.budgets.literalLength} characters.`,
          },
          this.place(),
        ),
      ]);
    }
    return new Term('Literal', value, this.literalId(value, type));
  }

  defaultGraph(): Term {
    return this.everywhere;
  }

  variable(name: string): never {
    throw new SyntaxError(`?${name} is a variable, which a document cannot have.`);
  }

  quad(subject: Term, predicate: Term, object: Term, graph?: Term | null): TermQuad {
    return {
      termType: 'Quad',
      value: '',
      subject,
      predicate,
      object,
      graph: graph ?? this.everywhere,
    };
  }

  /** Takes one statement from the parser. @throws CatalogError `document-too-large` when there are too many. */
  take({ subject, predicate, object, graph }: TermQuad): void {
    // RDF 1.2 lets a statement stand as a term; DCAT-AP knows no such thing.
    if (isQuad(subject) || isQuad(object)) {
      throw new SyntaxError(
        'A statement about a statement (RDF 1.2 triple term) is not supported.',
      );
    }
    if (this.graph.size % quadsBetweenLooks === 0) this.lookAtMemory();
    if (this.graph.size >= this.budgets.quads) {
      throw documentTooLarge({
        sv: `Dokumentet har fler än ${this.budgets.quads} påståenden.`,
        en: `The document has more than ${this.budgets.quads} statements.`,
      });
    }
    this.graph.add(
      subject.id,
      predicate.id,
      object.id,
      graph === this.everywhere ? undefined : graph.id,
    );
  }

  /** Names something in the document that RDF passes over in silence: a text or an attribute that says nothing. */
  note(message: Localized): void {
    if (this.notes.length >= manyFaults) return;
    const issue = documentIssue(message, this.place());
    this.notes.push({ ...issue, level: 'warning', blocks: 'nothing' });
  }

  /** The graph, once all is read. @throws CatalogError `invalid-document` that names every illegal IRI. */
  finish(): ParsedDocument {
    if (this.faults.length > 0) throw invalidDocument(this.faults);
    return { graph: this.graph, notes: this.notes };
  }

  private lookAtMemory(): void {
    const used = getHeapStatistics().used_heap_size;
    if (used > this.budgets.memory * mebibyte) throw outOfMemory();
  }

  private literalId(value: string, type: string | Term | TypedText | undefined): TermId {
    if (type === undefined) return this.graph.literal(value);
    if (typeof type === 'string') return this.graph.literal(value, undefined, type.toLowerCase());
    if ('termType' in type) return this.graph.literal(value, type.value);
    if (type.direction) {
      throw new SyntaxError('A base direction (RDF 1.2) on a text is not supported.');
    }
    return this.graph.literal(
      value,
      undefined,
      type.language === undefined ? undefined : canonicalTag(type.language),
    );
  }

  private illegal(value: string): void {
    if (this.faults.length >= manyFaults) throw invalidDocument(this.faults);
    const shown = value.length > 200 ? `${value.slice(0, 200)}…` : value;
    const relative = !/^[A-Za-z][A-Za-z0-9+.-]*:/.test(value);
    this.faults.push(
      documentIssue(
        relative
          ? {
              sv: `<${shown}> är en relativ IRI utan bas. Skriv hela adressen.`,
              en: `<${shown}> is a relative IRI and there is no base. Write the whole address.`,
            }
          : {
              sv: `<${shown}> är ingen giltig IRI. Procentkoda mellanslag och tecknen <>"{}|\\^\`.`,
              en: `<${shown}> is not a legal IRI. Percent-encode spaces and the characters <>"{}|\\^\`.`,
            },
        this.place(),
      ),
    );
  }
}

function isQuad(term: Term | TermQuad): boolean {
  return term.termType === 'Quad';
}

/**
 * A graph in memory, made for reading whole catalogues: terms are numbers, statements are rows of numbers, and the
 * statements of one subject hang on a chain. IRIs and blank nodes are kept once; literals are kept as they come.
 */

/** A term's number within its graph. */
export type TermId = number;

/** What a literal is besides its characters: a language tag (in its usual form, `sv-SE`) or a datatype IRI. RDF 1.1 Concepts §3.3. */
export interface LiteralType {
  readonly datatype: string;
  readonly language?: string;
}

const langString = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString';
const xsdString = 'http://www.w3.org/2001/XMLSchema#string';
const iriForm = 0;
const blankForm = 1;
const firstLiteralForm = 2;
const none = -1;

/** A graph's columns as they travel between threads. */
export interface GraphColumns {
  readonly values: string[];
  readonly forms: number[];
  readonly literalTypes: LiteralType[];
  readonly subjects: TermId[];
  readonly predicates: TermId[];
  readonly objects: TermId[];
  /** Named graphs by the statement's number; a statement that is not here stands in the default graph. */
  readonly graphs: Map<number, TermId>;
}

export class Graph {
  private readonly columns: GraphColumns;
  private readonly iris = new Map<string, TermId>();
  private readonly blanks = new Map<string, TermId>();
  private readonly typeForms = new Map<string, number>();
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  private readonly next: number[] = [];
  private freshBlanks = 0;

  /** An empty graph, or one made of columns that came from another thread. */
  constructor(columns?: GraphColumns) {
    this.columns = columns ?? {
      values: [],
      forms: [],
      literalTypes: [{ datatype: xsdString }],
      subjects: [],
      predicates: [],
      objects: [],
      graphs: new Map(),
    };
    this.index();
  }

  /** How many statements there are, doubles counted twice. */
  get size(): number {
    return this.columns.subjects.length;
  }

  /** The columns, for `postMessage`; the graph must not grow afterwards. */
  toColumns(): GraphColumns {
    return this.columns;
  }

  iri(value: string): TermId {
    let id = this.iris.get(value);
    if (id === undefined) {
      id = this.term(value, iriForm);
      this.iris.set(value, id);
    }
    return id;
  }

  /** The blank node of this label, or a fresh one. */
  blank(label?: string): TermId {
    if (label === undefined) return this.term(`.${this.freshBlanks++}`, blankForm);
    let id = this.blanks.get(label);
    if (id === undefined) {
      id = this.term(label, blankForm);
      this.blanks.set(label, id);
    }
    return id;
  }

  literal(value: string, datatype: string = xsdString, language = ''): TermId {
    if (language === '' && datatype === xsdString) return this.term(value, firstLiteralForm);
    const key = language === '' ? datatype : `@${language}`;
    let form = this.typeForms.get(key);
    if (form === undefined) {
      form = this.columns.literalTypes.length + firstLiteralForm;
      this.columns.literalTypes.push(
        language === '' ? { datatype } : { datatype: langString, language },
      );
      this.typeForms.set(key, form);
    }
    return this.term(value, form);
  }

  add(subject: TermId, predicate: TermId, object: TermId, graph?: TermId): void {
    const { subjects, predicates, objects, graphs } = this.columns;
    const quad = subjects.length;
    subjects.push(subject);
    predicates.push(predicate);
    objects.push(object);
    if (graph !== undefined) graphs.set(quad, graph);
    this.chain(quad, subject);
  }

  /** The id of an IRI that occurs in the graph. */
  findIri(value: string): TermId | undefined {
    return this.iris.get(value);
  }

  value(term: TermId): string {
    return this.columns.values[term] ?? '';
  }

  isIri(term: TermId): boolean {
    return this.columns.forms[term] === iriForm;
  }

  isBlank(term: TermId): boolean {
    return this.columns.forms[term] === blankForm;
  }

  /** The literal's type, or undefined when the term is no literal. */
  literalType(term: TermId): LiteralType | undefined {
    return this.columns.literalTypes[(this.columns.forms[term] ?? 0) - firstLiteralForm];
  }

  /** Whether two terms are the same RDF term: literals have a number for each occurrence. */
  same(left: TermId, right: TermId): boolean {
    return (
      left === right ||
      (this.columns.forms[left] === this.columns.forms[right] &&
        this.literalType(left) !== undefined &&
        this.value(left) === this.value(right))
    );
  }

  /** Whether anything is said about the term. */
  isSubject(term: TermId): boolean {
    return (this.first[term] ?? none) !== none;
  }

  /** The numbers of the statements about the subject, in document order. */
  statements(subject: TermId): readonly number[] {
    const found: number[] = [];
    for (let quad = this.first[subject] ?? none; quad !== none; quad = this.next[quad] ?? none) {
      found.push(quad);
    }
    return found;
  }

  /** Every subject, in the order in which it was first named. */
  *subjects(): Generator<TermId> {
    for (let term = 0; term < this.first.length; term++) {
      if (this.first[term] !== none) yield term;
    }
  }

  subject(quad: number): TermId {
    return this.columns.subjects[quad] ?? none;
  }

  predicate(quad: number): TermId {
    return this.columns.predicates[quad] ?? none;
  }

  object(quad: number): TermId {
    return this.columns.objects[quad] ?? none;
  }

  /** The named graphs, when the document has any. */
  namedGraphs(): readonly string[] {
    return [...new Set(this.columns.graphs.values())].map((term) => this.value(term)).sort();
  }

  private term(value: string, form: number): TermId {
    const { values, forms } = this.columns;
    values.push(value);
    forms.push(form);
    this.first.push(none);
    this.last.push(none);
    return values.length - 1;
  }

  private chain(quad: number, subject: TermId): void {
    this.next.push(none);
    const last = this.last[subject] ?? none;
    if (last === none) this.first[subject] = quad;
    else this.next[last] = quad;
    this.last[subject] = quad;
  }

  private index(): void {
    const { values, forms, literalTypes, subjects } = this.columns;
    for (const [number, { datatype, language }] of literalTypes.entries()) {
      this.typeForms.set(language === undefined ? datatype : `@${language}`, number + 2);
    }
    for (const [term, value] of values.entries()) {
      this.first.push(none);
      this.last.push(none);
      if (forms[term] === iriForm) this.iris.set(value, term);
      if (forms[term] === blankForm) {
        if (value.startsWith('.')) this.freshBlanks += 1;
        else this.blanks.set(value, term);
      }
    }
    for (const [quad, subject] of subjects.entries()) this.chain(quad, subject);
  }
}

import type { Iri } from '../kernel/iri.ts';
import { comparableForm, comparableIri } from './comparable-form.ts';
import type { Acceptance, Concept, VocabularyFile } from './vocabulary-file.ts';

/**
 * From what people wrote to the IRI of a concept: old IRIs, loose spellings and words, by the rules in the list's file.
 * DCAT-AP-SE 3.0.1, changes since version 2 and controlled vocabularies.
 */

/** A recognised value, and whether it was written otherwise. */
export interface Normalised {
  readonly iri: Iri;
  readonly changed: boolean;
}

/** Answers are kept for this many values; then the memory starts anew, so that hostile input cannot fill it. */
const remembered = 4096;

/** No IRI or name of a concept has more characters, so longer values are not even looked at. */
const longest = 1024;

/** Whether the IRI stands, letter by letter, under a prefix that the list leaves open. */
export function isOpenTo(accepts: Acceptance, iri: Iri): boolean {
  return accepts.open.some(
    ({ prefix, local }) => iri.startsWith(prefix) && local.test(iri.slice(prefix.length)),
  );
}

/** Compiles the rules of one list. The function answers `undefined` for what it does not recognise; it never throws. */
export function normaliser(file: VocabularyFile): (value: string) => Normalised | undefined {
  const known = new Set(file.concepts.map((concept) => concept.iri));
  const forms = comparableForms(file);
  const answers = new Map<string, Normalised | undefined>();

  function find(value: string): Iri | undefined {
    return known.has(value) ? value : forms.get(comparableForm(value));
  }

  function underOpenPrefix(value: string): Iri | undefined {
    if (isOpenTo(file.accepts, value)) return value;
    const comparable = comparableIri(value);
    for (const { prefix } of file.accepts.open) {
      const start = `${comparableIri(prefix)}/`;
      const iri = prefix + comparable.slice(start.length);
      if (comparable.startsWith(start) && isOpenTo(file.accepts, iri)) return iri;
    }
    return undefined;
  }

  function recognise(value: string): Iri | undefined {
    let form = value.trim();
    const found = find(form);
    if (found !== undefined) return found;
    for (const { from, to } of file.accepts.rewrites) {
      const next = form.replace(from, to);
      const concept = next === form ? undefined : find(next);
      if (concept !== undefined) return concept;
      form = next;
    }
    return underOpenPrefix(form);
  }

  return (value) => {
    if (known.has(value)) return { iri: value, changed: false };
    if (value.length > longest) return undefined;
    const remember = answers.get(value);
    if (remember !== undefined || answers.has(value)) return remember;
    const iri = recognise(value);
    const answer = iri === undefined ? undefined : { iri, changed: iri !== value };
    if (answers.size >= remembered) answers.clear();
    answers.set(value, answer);
    return answer;
  };
}

/** Every form that needs no rewriting, the strongest first: IRIs, then `forms`, exact matches, then words in their order. */
function comparableForms(file: VocabularyFile): ReadonlyMap<string, Iri> {
  const forms = new Map<string, Iri>();
  function add(form: string, iri: Iri): void {
    const comparable = comparableForm(form);
    if (!forms.has(comparable)) forms.set(comparable, iri);
  }
  for (const { iri } of file.concepts) add(iri, iri);
  for (const [form, iri] of file.accepts.forms) add(form, iri);
  if (file.accepts.exactMatch) {
    for (const concept of file.concepts)
      for (const iri of concept.exactMatch) add(iri, concept.iri);
  }
  for (const member of file.accepts.words) {
    for (const concept of file.concepts)
      for (const word of words(concept, member)) add(word, concept.iri);
  }
  return forms;
}

function words(concept: Concept, member: string): readonly string[] {
  if (member === 'code') return concept.code === undefined ? [] : [concept.code];
  if (member === 'notation') return concept.notation === undefined ? [] : [concept.notation];
  if (member === 'prefLabel') return [concept.prefLabel.sv, concept.prefLabel.en];
  if (member === 'altLabel') return [...concept.altLabel.sv, ...concept.altLabel.en];
  if (member === 'extensions') {
    // `.csv` is an extension beyond doubt, `csv` is one when nothing stronger has that word.
    return listed(concept, member).flatMap((extension) => [extension, extension.slice(1)]);
  }
  return listed(concept, member);
}

function listed(concept: Concept, member: string): readonly string[] {
  const fact = concept.facts[member];
  return Array.isArray(fact) ? fact.filter((item) => typeof item === 'string') : [];
}

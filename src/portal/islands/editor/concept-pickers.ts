import type { ConceptScheme } from '../../../vocabularies/concept-scheme.ts';
import type { Concept } from '../../../vocabularies/vocabulary-file.ts';
import { type Choice, combobox } from '../combobox.ts';
import type { Judge } from '../judge.ts';
import { type EditorParts, say } from './editor-parts.ts';

/** More choices than these are narrowed by writing. */
const mostShown = 60;

interface Picked extends Choice {
  /** What is written into the field. */
  readonly value: string;
}

/**
 * Fields with a list of suggestions as comboboxes that search by any part of any name, in both languages; trees show what lies
 * in what. The browser's own list is put aside.
 */
export function conceptPickers({ form, told }: EditorParts, judge: Judge): () => void {
  const { language } = told;
  const lists = new Map<string, (text: string) => readonly Picked[]>();

  return () => {
    for (const field of form.querySelectorAll<HTMLInputElement>('input[list]')) {
      const id = field.getAttribute('list') ?? '';
      const search = lists.get(id) ?? searchIn(id);
      if (search === undefined) continue;
      lists.set(id, search);
      field.removeAttribute('list');
      const wrapper = document.createElement('span');
      wrapper.className = 'editor-picker';
      field.before(wrapper);
      wrapper.append(field);
      combobox(field, {
        label: say(told, 'choices'),
        found: say(told, 'found'),
        fewest: 0,
        pause: 60,
        // What is chosen already is no search: then everything is shown.
        search: (text) => search(text === field.dataset.chosen ? '' : text),
        choose: ({ value }) => {
          field.value = value;
          field.dataset.chosen = value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
        },
      });
      field.dataset.chosen = field.value;
    }
  };

  function searchIn(id: string): ((text: string) => readonly Picked[]) | undefined {
    const list = document.getElementById(id);
    if (!(list instanceof HTMLDataListElement)) return undefined;
    const { vocabulary } = list.dataset;
    const choices =
      vocabulary === undefined
        ? [...list.options].map(({ value, label }) => ({
            value,
            text: label || value,
            words: folded(`${label} ${value}`),
          }))
        : treeOf(judge.vocabularies.get(vocabulary));
    return (text) => {
      const wanted = folded(text).split(/\s+/);
      const found = choices.filter(({ words }) => wanted.every((word) => words.includes(word)));
      if (text === '') return found.slice(0, mostShown);
      // What begins with what is written comes first.
      const start = folded(text);
      const isFirst = ({ text: name }: Picked) => (folded(name).startsWith(start) ? 0 : 1);
      return found.toSorted((one, other) => isFirst(one) - isFirst(other)).slice(0, mostShown);
    };
  }

  function treeOf(scheme: ConceptScheme): readonly (Picked & { readonly words: string })[] {
    const found: (Picked & { readonly words: string })[] = [];
    const seen = new Set<string>();
    const add = (concept: Concept, level: number): void => {
      if (seen.has(concept.iri)) return;
      seen.add(concept.iri);
      const { iri, prefLabel, altLabel, notation, code, offered } = concept;
      const text = prefLabel[language];
      if (offered) {
        const above = scheme.broader(iri)[0];
        const hint = above === undefined ? notation : scheme.label(above, language);
        const names = [prefLabel.sv, prefLabel.en, ...altLabel.sv, ...altLabel.en, notation, code];
        found.push({
          text,
          ...(hint === undefined || hint === text ? {} : { hint }),
          level,
          // The name, where it leads back to the concept: what people read in the field is what they chose.
          value: scheme.normalise(text)?.iri === iri ? text : iri,
          words: folded(`${names.join(' ')} ${hint ?? ''}`),
        });
      }
      for (const below of scheme.narrower(iri)) {
        const next = scheme.concept(below);
        if (next !== undefined) add(next, level + 1);
      }
    };
    for (const concept of scheme.topConcepts()) add(concept, 0);
    return found;
  }
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}

import type { JudgedSubject } from '../judge.ts';
import type { MapData } from '../offer-map.ts';

/** The parts of the editor's page that scripts work on, and what the page tells them. `portal/editor/editor-form.tsx` says how they are marked. */
export interface EditorParts {
  readonly form: HTMLFormElement;
  readonly told: EditorTold;
}

/** What the page says of itself, as JSON in `data-editor`. */
export interface EditorTold {
  readonly subject: JudgedSubject;
  /** Where schemas and vocabularies are fetched. */
  readonly judging: string;
  readonly language: 'sv' | 'en';
  /** The files that a map is made of. */
  readonly map: Omit<MapData, 'hits' | 'address' | 'chosen'>;
  /** Of the person who writes: whose local copies these are. */
  readonly person: string;
  /** What is known of addresses in the record: whether they answered. */
  readonly links: Readonly<Record<string, boolean>>;
  readonly words: Readonly<Record<string, string>>;
}

/** A word of the page, with `COUNT` and the like replaced. */
export function say(
  { words }: Pick<EditorTold, 'words'>,
  name: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  let text = words[name] ?? '';
  for (const [key, value] of Object.entries(values)) text = text.replace(key, String(value));
  return text;
}

/** A quiet button that is no button of the form. */
export function smallButton(text: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ds-button';
  button.dataset.variant = 'secondary';
  button.dataset.size = 'small';
  button.textContent = text;
  button.addEventListener('click', act);
  return button;
}

/** The fields of the form that say something about the record, as they would be sent. */
export function recordFields(form: HTMLFormElement): readonly (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith('/') && typeof value === 'string') fields.push([name, value]);
  }
  return fields;
}

/** Where the form is sent. Its buttons are named `action`, and hide the property of that name. HTML §4.10.3 */
export function addressOf(form: HTMLFormElement): string {
  return form.getAttribute('action') ?? location.pathname;
}

/** The part of the form that is a property: the nearest around an element. */
export function fieldAround(element: Element | null): HTMLElement | null {
  return element?.closest<HTMLElement>('.editor-field[data-pointer]') ?? null;
}

/** The control that somebody should be led to for a place in the form: its own, or the first below it. */
export function controlAt(form: HTMLFormElement, place: string): HTMLElement | undefined {
  const controls = [...form.elements].filter(
    (one): one is HTMLElement =>
      one instanceof HTMLElement &&
      !one.matches('[type=hidden], fieldset, output, [tabindex="-1"]'),
  );
  const named = (test: (name: string) => boolean) =>
    controls.find((one) => test(one.getAttribute('name') ?? ''));
  return (
    named((name) => name === place) ??
    named((name) => name.startsWith(`${place}/`) || name.startsWith(`${place}?`)) ??
    controls.find((one) => fieldAround(one)?.dataset.pointer === place)
  );
}

/** Unfolds what an element lies in, and gives it the focus in sight. */
export function goTo(element: HTMLElement): void {
  for (
    let at = element.closest('details');
    at !== null;
    at = at.parentElement?.closest('details') ?? null
  ) {
    at.open = true;
  }
  element.focus({ preventScroll: true });
  const around = fieldAround(element) ?? element;
  around.scrollIntoView({
    block: around.offsetHeight > innerHeight * 0.6 ? 'start' : 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}

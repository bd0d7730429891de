import type { Issue, Level } from '../../../kernel/issue.ts';
import { type EditorParts, fieldAround } from './editor-parts.ts';
import type { JudgedForm } from './judged-form.ts';

/** What is said beside the fields. */
export interface LiveIssues {
  /**
   * Shows the issues: of what something stands in, of fields that somebody has been to, and of all once that is asked for. In a
   * field that is being written in for the first time nothing new is said until it is left; what is mended is gone at once.
   */
  show(judged: Pick<JudgedForm, 'issues' | 'fields'>): void;
  /** Somebody has been to the control: from now on its field is judged, also while it is written in. @returns whether something was held back */
  visit(control: HTMLElement): boolean;
}

/** Takes over the lists of issues that the page came with. */
export function liveIssues({ form, told: { language } }: EditorParts): LiveIssues {
  const visited = new WeakSet<Element>();
  /** Their places: a field that is drawn anew is the same to whoever has been to it. */
  const visitedFields = new Set<string | undefined>();
  let held = false;
  return {
    show({ issues, fields }) {
      held = false;
      const isAll = form.dataset.checked !== undefined;
      const written = [...fields].flatMap(([name, text]) => (text.trim() === '' ? [] : name));
      const lists = new Map(
        [...form.querySelectorAll<HTMLElement>('[data-issues]')].map((list) => [
          list.dataset.issues ?? '',
          list,
        ]),
      );
      const byPlace = Map.groupBy(issues, ({ pointer }) => ownerOf(pointer, lists));
      const writing = document.activeElement;
      for (const [place, list] of lists) {
        const field = list.closest<HTMLElement>('.editor-field');
        const isNew = field?.contains(writing) === true && !visited.has(writing ?? field);
        const own = byPlace.get(place) ?? [];
        const shown =
          isAll || visitedFields.has(place)
            ? own
            : own.filter(
                ({ pointer }) =>
                  // What no field is drawn for nobody can go to.
                  (pointer !== place && field?.dataset.pointer !== place) ||
                  written.some((name) => isWithin(name, pointer) || isWithin(pointer, name)),
              );
        held ||= shown.length < own.length;
        showList(list, shown, isNew && isOwn(writing, field));
      }
    },
    visit(control) {
      visited.add(control);
      visitedFields.add(fieldAround(control)?.dataset.pointer);
      return held;
    },
  };

  function showList(list: HTMLElement, issues: readonly Issue[], isNew: boolean): void {
    const help = list.parentElement?.querySelector(':scope > .field-help')?.textContent ?? '';
    const before = new Set([...list.children].map(({ textContent }) => textContent ?? ''));
    let items = issues.map((issue) => issueItem(issue, help));
    if (isNew) {
      const known = items.filter(({ textContent }) => before.has(textContent ?? ''));
      held ||= known.length < items.length;
      items = known;
    }
    const isSame =
      items.length === list.children.length &&
      items.every((item, index) => item.textContent === list.children[index]?.textContent);
    if (!isSame) list.replaceChildren(...items);
    const faults = issues.filter(({ level }) => level === 'error').map(({ pointer }) => pointer);
    tellControls(list, items.some((item) => item.classList.contains('error')) ? faults : []);
  }

  function issueItem({ level, message }: Issue, help: string): HTMLElement {
    const item = cloneOf(level);
    const text = message[language];
    // What the help above says already is not said again.
    const shown = help !== '' && text.endsWith(help) ? text.slice(0, -help.length).trim() : text;
    item.querySelector('[data-message]')?.replaceWith(shown);
    return item;
  }

  function cloneOf(level: Level): HTMLElement {
    const template = document.querySelector<HTMLTemplateElement>(`#issue-${level}`);
    const item = template?.content.firstElementChild?.cloneNode(true);
    return item instanceof HTMLElement ? item : document.createElement('li');
  }

  /** The controls that are at fault know it, and all of a field know where it is said. */
  function tellControls(list: HTMLElement, faults: readonly string[]): void {
    const field = list.closest<HTMLElement>('.editor-field');
    for (const control of field?.querySelectorAll('.ds-input') ?? []) {
      if (control.closest('.editor-field') !== field) continue;
      if (control.matches('[type=checkbox], [type=radio]')) continue;
      const name = control.getAttribute('name') ?? '';
      const isWrong = faults.some((place) => isWithin(name, place));
      if (isWrong) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
      const others = (control.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .filter((id) => id !== '' && id !== list.id);
      const all = list.children.length > 0 ? [...others, list.id] : others;
      control.setAttribute('aria-describedby', all.join(' '));
    }
  }
}

/** Whether the one is the place of the other, or lies in it. */
function isWithin(name: string, place: string): boolean {
  return name.startsWith(place) && /^(?:[/?]|$)/.test(name.slice(place.length));
}

/** The place whose list an issue belongs in: the longest that is a beginning of the issue's own. */
function ownerOf(pointer: string, lists: ReadonlyMap<string, HTMLElement>): string {
  let at = pointer;
  while (at !== '' && !lists.has(at)) at = at.slice(0, at.lastIndexOf('/'));
  return at;
}

/** Whether what is written in belongs to this very field and not to one that lies in it. */
function isOwn(control: Element | null, field: Element | null | undefined): boolean {
  return control?.closest('.editor-field') === field;
}

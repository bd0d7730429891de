/**
 * A text field with a list of what it could mean: a combobox as WAI-ARIA's authoring practices have it. Arrows move in the list,
 * Enter takes what is marked, Esc closes; the field itself is never changed by moving.
 */

/** One line of the list. */
export interface Choice {
  readonly text: string;
  /** Beside it, in quiet letters. */
  readonly hint?: string;
  /** How many steps below the top it stands in a tree. */
  readonly level?: number;
}

export interface ComboboxOptions<Chosen extends Choice> {
  /** What the list is called. */
  readonly label: string;
  /** What is read aloud when the list has changed, with `COUNT` for the number. */
  readonly found: string;
  /** So many characters must be written before anything is looked for; 0 opens the whole list by an arrow. */
  readonly fewest: number;
  /** Milliseconds without a key before we look. */
  readonly pause: number;
  readonly search: (
    text: string,
    signal: AbortSignal,
  ) => readonly Chosen[] | Promise<readonly Chosen[]>;
  readonly choose: (chosen: Chosen) => void;
}

let lists = 0;

/** Makes a field a combobox. */
export function combobox<Chosen extends Choice>(
  field: HTMLInputElement,
  { label, found, fewest, pause, search, choose }: ComboboxOptions<Chosen>,
): void {
  lists += 1;
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `suggestions-${lists}`;
  list.role = 'listbox';
  list.hidden = true;
  list.setAttribute('aria-label', label);
  const status = document.createElement('div');
  status.className = 'hidden-visually';
  status.role = 'status';
  field.after(list, status);
  field.role = 'combobox';
  field.autocomplete = 'off';
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', list.id);

  let timer = 0;
  let asked: AbortController | undefined;
  let shown: readonly Chosen[] = [];
  let at = -1;

  function show(choices: readonly Chosen[], isSaid = true): void {
    shown = choices;
    at = -1;
    list.replaceChildren(...choices.map(option));
    list.hidden = choices.length === 0;
    field.setAttribute('aria-expanded', String(choices.length > 0));
    field.removeAttribute('aria-activedescendant');
    status.textContent = isSaid ? found.replace('COUNT', String(choices.length)) : '';
  }

  function close(): void {
    clearTimeout(timer);
    asked?.abort();
    show([], false);
  }

  function option({ text, hint, level = 0 }: Chosen, index: number): HTMLLIElement {
    const item = document.createElement('li');
    item.id = `${list.id}-${index}`;
    item.role = 'option';
    item.ariaSelected = 'false';
    if (level > 0) item.classList.add('below');
    const name = document.createElement('span');
    name.textContent = text;
    item.append(name);
    if (hint !== undefined) {
      const beside = document.createElement('span');
      beside.textContent = hint;
      item.append(beside);
    }
    return item;
  }

  function mark(index: number): void {
    list.children[at]?.setAttribute('aria-selected', 'false');
    at = index;
    const item = list.children[at];
    if (item === undefined) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    item.setAttribute('aria-selected', 'true');
    item.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', item.id);
  }

  function take(index: number): void {
    const chosen = shown[index];
    if (chosen === undefined) return;
    close();
    choose(chosen);
  }

  async function look(): Promise<void> {
    const text = field.value.trim();
    asked?.abort();
    if (text.length < fewest) return show([], false);
    asked = new AbortController();
    const { signal } = asked;
    const choices = await search(text, signal);
    if (!signal.aborted && document.activeElement === field) show(choices);
  }

  /** Without a list the field is what it always was. */
  function lookQuietly(): void {
    look().catch(() => undefined);
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(lookQuietly, pause);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) {
        if (fewest === 0 && event.key === 'ArrowDown') {
          event.preventDefault();
          lookQuietly();
        }
        return;
      }
      event.preventDefault();
      // The list that somebody moves in stays, whatever was asked for before.
      clearTimeout(timer);
      asked?.abort();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const places = shown.length + 1;
      // One place more than there are choices: the field itself.
      mark(((at + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      take(at);
    }
  });
  field.addEventListener('click', () => {
    if (fewest === 0 && list.hidden) lookQuietly();
  });
  field.addEventListener('blur', close);
  field.form?.addEventListener('submit', close);
  // Before the field loses the focus, and the list with it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const item = target instanceof Element ? target.closest('li') : null;
    if (item !== null) take([...list.children].indexOf(item));
  });
}

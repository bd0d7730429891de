/**
 * Suggestions under a search field while somebody types: a combobox with a list, as WAI-ARIA's authoring practices have it. The field's
 * form works as ever; a suggestion that is chosen is a link that is followed.
 */

interface Suggestion {
  readonly type: string;
  readonly text: string;
  readonly href: string;
}

/** Milliseconds without a key before we ask. */
const pause = 120;
let lists = 0;

/** Makes a field suggest. The words come from its `data-words`. */
export function suggest(field: HTMLInputElement): void {
  const words: Readonly<Record<string, string>> = JSON.parse(field.dataset.words ?? '{}');
  lists += 1;
  const list = document.createElement('ul');
  list.className = 'suggestions';
  list.id = `suggestions-${lists}`;
  list.role = 'listbox';
  list.hidden = true;
  list.setAttribute('aria-label', words.label ?? '');
  const status = document.createElement('div');
  status.className = 'hidden-visually';
  status.role = 'status';
  field.after(list, status);
  field.role = 'combobox';
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-expanded', 'false');
  field.setAttribute('aria-controls', list.id);

  let timer = 0;
  let asked: AbortController | undefined;
  let shown: readonly Suggestion[] = [];
  let at = -1;

  function show(suggestions: readonly Suggestion[]): void {
    shown = suggestions;
    at = -1;
    list.replaceChildren(...suggestions.map((one, index) => option(one, index)));
    list.hidden = suggestions.length === 0;
    field.setAttribute('aria-expanded', String(suggestions.length > 0));
    field.removeAttribute('aria-activedescendant');
    const count = String(suggestions.length);
    status.textContent =
      suggestions.length === 0 ? '' : (words.found ?? '').replace('COUNT', count);
  }

  function option({ type, text }: Suggestion, index: number): HTMLLIElement {
    const item = document.createElement('li');
    item.id = `${list.id}-${index}`;
    item.role = 'option';
    item.ariaSelected = 'false';
    const name = document.createElement('span');
    name.textContent = text;
    const kind = document.createElement('span');
    kind.textContent = words[type] ?? '';
    item.append(name, kind);
    return item;
  }

  function choose(index: number): void {
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

  async function ask(): Promise<void> {
    const text = field.value.trim();
    asked?.abort();
    if (text.length < 2) return show([]);
    asked = new AbortController();
    const { signal } = asked;
    const reply = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(text.slice(0, 200))}`, {
      signal,
      headers: { 'Accept-Language': document.documentElement.lang },
    });
    const body: { readonly items?: readonly Suggestion[] } = reply.ok ? await reply.json() : {};
    if (!signal.aborted && document.activeElement === field) show(body.items ?? []);
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    // Without suggestions the field is what it always was.
    timer = window.setTimeout(() => ask().catch(() => undefined), pause);
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      show([]);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return;
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const places = shown.length + 1;
      // One place more than there are suggestions: the field itself.
      choose(((at + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      follow(at);
    }
  });
  field.addEventListener('blur', () => show([]));
  field.form?.addEventListener('submit', () => {
    clearTimeout(timer);
    asked?.abort();
    show([]);
  });
  // Before the field loses the focus, and the list with it.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const item = target instanceof Element ? target.closest('li') : null;
    if (item !== null) follow([...list.children].indexOf(item));
  });

  function follow(index: number): void {
    const href = shown[index]?.href;
    if (href !== undefined) location.assign(new URL(href).pathname + new URL(href).search);
  }
}

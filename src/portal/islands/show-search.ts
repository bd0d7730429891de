/** Fetches a search and puts it in the place of the one that is shown. */

export interface Shown {
  readonly address: string;
  /** Whether the address is a new step to go back from. */
  readonly push: boolean;
  /** Id of what has the focus afterwards; the results when it is not there any more. */
  readonly focus: string;
  /** Whether the results are brought into view. */
  readonly scroll?: boolean;
}

let running: AbortController | undefined;

/** Shows the search at the address. Where that fails, the browser opens the address itself; a later search ends an earlier one. */
export async function showSearch({ address, push, focus, scroll = false }: Shown): Promise<void> {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  document.getElementById('results')?.setAttribute('aria-busy', 'true');
  const page = await fetchPage(address, signal);
  if (signal.aborted) return;
  const next = page?.getElementById('search');
  const now = document.getElementById('search');
  if (page === undefined || !next || now === null) {
    location.assign(address);
    return;
  }
  keepFolds(now, next);
  keepTyping(now, next);
  now.replaceWith(document.adoptNode(next));
  document.title = page.title;
  for (const selector of ['link[rel="alternate"]', 'link[rel="canonical"]']) {
    for (const old of document.head.querySelectorAll(selector)) old.remove();
    document.head.append(...page.head.querySelectorAll(selector));
  }
  const language = document.querySelector('.top-language');
  const other = page.querySelector('.top-language');
  if (language !== null && other !== null) language.replaceWith(other);
  if (push) history.pushState(null, '', address);
  const results = document.getElementById('results');
  const focused = (focus !== '' && document.getElementById(focus)) || results;
  focused?.focus({ preventScroll: true });
  if (scroll) results?.scrollIntoView({ block: 'start' });
  // The results are called what they are; who is led to them has heard it.
  const count = document.getElementById('results-title')?.textContent ?? '';
  announce(focused === results ? '' : count);
}

async function fetchPage(address: string, signal: AbortSignal): Promise<Document | undefined> {
  try {
    const reply = await fetch(address, { signal, headers: { Accept: 'text/html' } });
    return new DOMParser().parseFromString(await reply.text(), 'text/html');
  } catch {
    return undefined;
  }
}

/** What was folded out stays so, and what was folded in. */
function keepFolds(from: Element, to: Element): void {
  for (const fold of from.querySelectorAll<HTMLDetailsElement>('details[id]')) {
    const same = to.querySelector<HTMLDetailsElement>(`#${CSS.escape(fold.id)}`);
    if (same !== null) same.open = fold.open;
  }
}

/** What is being written is not taken away by an answer to something else. */
function keepTyping(from: Element, to: Element): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || field.type === 'checkbox' || !from.contains(field))
    return;
  const same =
    field.id === '' ? null : to.querySelector<HTMLInputElement>(`#${CSS.escape(field.id)}`);
  if (same !== null) same.value = field.value;
}

/** Tells those who hear the page (WCAG 2.2 §4.1.3). */
function announce(text: string): void {
  const region = document.getElementById('search-status');
  if (region !== null) region.textContent = text.replace(/\s+/g, ' ').trim();
}

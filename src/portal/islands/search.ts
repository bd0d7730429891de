import { addFind } from './find-in-list.ts';
import { type Shown, showSearch } from './show-search.ts';

/**
 * Makes the search page quick: what is followed or ticked is fetched and put in its place instead of a whole new page, addresses and the
 * way back as before. Without it everything works as links and forms.
 */

/** Path and query of the search that is on the page. */
let shown = location.pathname + location.search;

async function go(address: string, how: Omit<Shown, 'address'>): Promise<void> {
  const url = new URL(address, location.href);
  shown = url.pathname + url.search;
  await showSearch({ ...how, address: url.href });
  prepare();
}

function follow(promise: Promise<void>): void {
  // What could not be fetched has been opened as a page of its own by then.
  promise.catch(() => undefined);
}

/** Where there is room the style sheet unfolds all facets; browsers that cannot be told so by it (before 2025) are told here. */
const roomForFacets = matchMedia('(min-width: 60rem)');
const isUnfoldedByStyle = CSS.supports('selector(::details-content)');

function unfoldFacets(): void {
  document.querySelector('#facets')?.toggleAttribute('open', roomForFacets.matches);
}

if (!isUnfoldedByStyle) {
  roomForFacets.addEventListener('change', unfoldFacets);
  unfoldFacets();
}

/** What a script adds to the page that has just been shown. */
function prepare(): void {
  document.getElementById('search')?.classList.add('is-quick');
  const map = document.querySelector<HTMLDetailsElement>('#view-map');
  if (map !== null) {
    const open = () => {
      if (map.open) follow(openMap());
    };
    map.addEventListener('toggle', open);
    open();
  }
}

async function openMap(): Promise<void> {
  const { offerMap } = await import('./offer-map.ts');
  offerMap((address) => follow(go(address, { push: true, focus: 'results' })));
}

document.addEventListener('click', (event) => {
  const { target, button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = event;
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return;
  const link =
    target instanceof Element ? target.closest<HTMLAnchorElement>('#search a[href]') : null;
  if (link === null) return;
  if (link.matches('.facet-all')) {
    event.preventDefault();
    follow(showAll(link));
    return;
  }
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname !== location.pathname || url.hash !== '')
    return;
  event.preventDefault();
  const isPage = link.closest('.pages') !== null;
  follow(go(link.href, { push: true, focus: link.id || 'results', scroll: isPage }));
});

document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox') return;
  if (target.closest('#search .facet') === null) return;
  target.form?.requestSubmit();
});

document.addEventListener('submit', (event) => {
  const { target, submitter } = event;
  if (!(target instanceof HTMLFormElement) || target.id !== 'search-form') return;
  if (document.getElementById('search') === null) return;
  event.preventDefault();
  const isDone = submitter?.closest('.facets-end') !== null && submitter !== null;
  if (isDone) document.querySelector('#facets')?.removeAttribute('open');
  follow(
    go(addressOf(target), {
      push: true,
      focus: isDone ? 'results' : (document.activeElement?.id ?? ''),
      scroll: isDone,
    }),
  );
});

addEventListener('popstate', () => {
  if (document.getElementById('search') === null) return;
  if (location.pathname + location.search === shown) return;
  follow(go(location.href, { push: false, focus: 'results' }));
});

/** The address that the form would lead to, without what is left empty. */
function addressOf(form: HTMLFormElement): string {
  const fields = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  );
  const query = new URLSearchParams(fields).toString();
  return query === '' ? form.action : `${form.action}?${query}`;
}

/** Puts all values of a facet where the first few were, with a field to find one. */
async function showAll(link: HTMLAnchorElement): Promise<void> {
  const facet = link.closest('.disclosure')?.querySelector<HTMLFieldSetElement>('.facet');
  try {
    const reply = await fetch(link.href);
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const all = page.querySelector<HTMLFieldSetElement>('#facet-list .facet');
    if (!facet || all === null) throw new Error('There is no list.');
    facet.replaceWith(document.adoptNode(all));
    link.remove();
    addFind(all)?.focus();
  } catch {
    location.assign(link.href);
  }
}

prepare();
for (const list of document.querySelectorAll<HTMLFieldSetElement>('#facet-list .facet')) {
  addFind(list);
}

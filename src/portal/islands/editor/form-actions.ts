import type { Autosave } from './autosave.ts';
import {
  addressOf,
  type EditorParts,
  fieldAround,
  goTo,
  recordFields,
  say,
  smallButton,
} from './editor-parts.ts';

/** What the buttons of the form do: `add:/distribution`, `up:/distribution/1`. */
const action = /^(add|remove|up|down|describe|open):(\/.+)$/;

/**
 * The form's buttons without a new page: the server does what the button says, and the part that has changed is put in place of
 * the old one. The focus goes to what was added or moved; what was removed can be had back.
 * @param refresh makes new parts do what the others do
 */
export function formActions(
  { form, told }: EditorParts,
  saver: Autosave,
  refresh: () => void,
): void {
  const status = document.querySelector<HTMLElement>('#editor-status');
  let isLeaving = false;

  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    const value =
      button instanceof HTMLButtonElement && button.name === 'action' ? button.value : '';
    if (isLeaving) return;
    if (value === 'collision') {
      saver.isLeaving();
      return;
    }
    event.preventDefault();
    if (value === 'check' && form.dataset.judged !== undefined) {
      showAll(button);
      return;
    }
    if (value === 'save') {
      void saver.now();
      return;
    }
    const wanted = action.exec(value);
    if (wanted !== null && button !== null) {
      void saver
        .alone(() => act(wanted[1] ?? '', wanted[2] ?? '', button))
        .catch(() => send(button));
    } else {
      // What the server does not take is not left for a page that says so. Two savings at once would be a collision with oneself.
      void saver
        .now()
        .then(() => (saver.isRefused() ? undefined : saver.alone(() => send(button))));
    }
  });

  /** All that is to be mended is said from now on, also in what the server draws. */
  function showAll(button: HTMLElement | null): void {
    const mark = document.createElement('input');
    mark.type = 'hidden';
    mark.name = '_check';
    mark.value = 'true';
    form.append(mark);
    button?.remove();
    form.dispatchEvent(new Event('editor-check'));
    void saver.now();
  }

  /**
   * As a form without a script is sent. A task later: while a form tells that it is to be sent, asking for it again does nothing,
   * and what waits on a promise runs as soon as a listener returns. HTML §4.10.22.3, "firing submission events".
   */
  async function send(button: HTMLElement | null): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    isLeaving = true;
    saver.isLeaving();
    form.requestSubmit(button);
    isLeaving = false;
  }

  async function act(verb: string, place: string, button: HTMLElement): Promise<void> {
    const part = partOf(place, button);
    const sent = new URLSearchParams();
    for (const [name, value] of new FormData(form, button))
      if (typeof value === 'string') sent.append(name, value);
    const others = fieldsOutside(part);
    if (part !== null) part.inert = true;
    let page: Document;
    let isAnswered = false;
    try {
      const reply = await fetch(addressOf(form), { method: 'POST', body: sent });
      if (reply.status === 409) return send(button);
      // Who is signed out is led to another page.
      isAnswered = reply.redirected || (reply.status >= 400 && reply.status < 500);
      page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      if (!reply.ok || page.querySelector('#editor') === null)
        throw new Error(`Not done: ${reply.status}.`);
    } catch {
      if (part !== null) part.inert = false;
      button.focus({ preventScroll: true });
      if (!isAnswered) tell(say(told, 'notDone'));
      saver.failed(isAnswered);
      return;
    }
    const pointer = part?.dataset.pointer ?? '';
    const next = pointer === '' ? null : page.querySelector<HTMLElement>(selector(pointer));
    if (part === null || next === null) {
      // What the answer shows elsewhere is more than a part.
      saver.isLeaving();
      location.reload();
      return;
    }
    keepOpen(part, next, verb, place);
    const made = document.adoptNode(next);
    part.replaceWith(made);
    takeHidden(page);
    refresh();
    // What was written elsewhere meanwhile has not been sent.
    if (fieldsOutside(made) === others) saver.isSaved();
    form.dispatchEvent(new Event('input'));
    goOn(verb, place, made);
    if (verb === 'remove') offerUndo(made, part);
  }

  function fieldsOutside(part: HTMLElement | null): string {
    const own = part?.dataset.pointer ?? '';
    const isOwn = (name: string) => name === own || name.startsWith(`${own}/`);
    return JSON.stringify(recordFields(form).filter(([name]) => !isOwn(name)));
  }

  function partOf(place: string, button: HTMLElement): HTMLElement | null {
    const list = place.replace(/\/\d+$/, '');
    return form.querySelector<HTMLElement>(selector(list)) ?? fieldAround(button);
  }

  function takeHidden(page: Document): void {
    for (const name of ['_revision', '_base', '_seen', '_csrf']) {
      const from = page.querySelector<HTMLInputElement>(`#editor input[name="${name}"]`);
      const to = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
      if (from !== null && to !== null) to.value = from.value;
    }
  }

  function goOn(verb: string, place: string, part: HTMLElement): void {
    const list = place.replace(/\/\d+$/, '');
    const index = Number(/\/(\d+)$/.exec(place)?.[1] ?? 0);
    if (verb === 'add' || verb === 'describe' || verb === 'open') {
      const nodes = part.querySelectorAll<HTMLElement>('[data-node]');
      const own = [...nodes].filter(
        ({ dataset }) => dataset.node?.replace(/\/\d+$/, '') === list || dataset.node === place,
      );
      const node = verb === 'add' ? own.at(-1) : own.find(({ dataset }) => dataset.node === place);
      const control = node?.querySelector<HTMLElement>('.ds-input:not([type=hidden])');
      if (control !== null && control !== undefined) goTo(control);
      tell(say(told, 'added'));
    } else if (verb === 'remove') {
      tell(say(told, 'removed'));
    } else {
      const target = `${list}/${verb === 'up' ? index - 1 : index + 1}`;
      const same = part.querySelector<HTMLElement>(
        `[name="action"][value="${verb}:${CSS.escape(target)}"]`,
      );
      const other = part.querySelector<HTMLElement>(
        `[name="action"][value$=":${CSS.escape(target)}"]`,
      );
      const button = same ?? other;
      if (button !== null) goTo(button);
      tell(say(told, 'moved', { NUMBER: Number(target.slice(target.lastIndexOf('/') + 1)) + 1 }));
    }
  }

  /** In the place of what is gone: a word, and the way back. The focus waits there. */
  function offerUndo(part: HTMLElement, before: HTMLElement): void {
    const bar = document.createElement('p');
    bar.className = 'editor-undo';
    const button = smallButton(say(told, 'undo'), () => {
      before.inert = false;
      part.replaceWith(before);
      refresh();
      form.dispatchEvent(new Event('input'));
      const first = before.querySelector<HTMLElement>('summary, .ds-input:not([type=hidden])');
      if (first !== null) goTo(first);
      tell(say(told, 'restored'));
    });
    bar.append(`${say(told, 'removed')} `, button);
    part.prepend(bar);
    button.focus({ preventScroll: true });
    // What is written after it would be lost by going back.
    part.addEventListener('input', () => bar.remove(), { once: true });
  }

  function tell(text: string): void {
    if (status !== null) status.textContent = text;
  }

  form.addEventListener('keydown', (event) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    const node =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-node]') : null;
    const verb = event.key === 'ArrowUp' ? 'up' : 'down';
    const button = node?.querySelector<HTMLButtonElement>(
      `[name="action"][value="${verb}:${CSS.escape(node.dataset.node ?? '')}"]`,
    );
    if (button === null || button === undefined) return;
    event.preventDefault();
    button.click();
  });
}

/** Folded parts stay as they were; the place that has moved is open where it was open. */
function keepOpen(before: HTMLElement, next: HTMLElement, verb: string, place: string): void {
  for (const details of before.querySelectorAll('details')) {
    const at = details.dataset.node ?? details.dataset.more;
    if (at === undefined || verb === 'remove') continue;
    const now = moved(at, verb, place);
    const kind = details.dataset.node === undefined ? 'more' : 'node';
    const same = next.querySelector<HTMLDetailsElement>(
      `details[data-${kind}="${CSS.escape(now)}"]`,
    );
    if (same !== null) same.open = details.open;
  }
}

function moved(at: string, verb: string, place: string): string {
  if (verb !== 'up' && verb !== 'down') return at;
  const cut = place.lastIndexOf('/');
  const list = place.slice(0, cut);
  const from = Number(place.slice(cut + 1));
  const to = verb === 'up' ? from - 1 : from + 1;
  const swap = (one: number, other: number) =>
    `${list}/${other}${at.slice(`${list}/${one}`.length)}`;
  const isAt = (number: number) =>
    at === `${list}/${number}` || at.startsWith(`${list}/${number}/`);
  if (isAt(from)) return swap(from, to);
  return isAt(to) ? swap(to, from) : at;
}

function selector(pointer: string): string {
  return `.editor-field[data-pointer="${CSS.escape(pointer)}"]`;
}
